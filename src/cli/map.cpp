#include "app/import_map.hpp"
#include "base/refusal.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

namespace {

double percent(Metres part, Metres whole)
{
    return whole.value > 0 ? 100 * (part / whole) : 0;
}

void print(streets::ImportStatistics const& made)
{
    fmt::print("nodes             {}\n", made.nodes);
    fmt::print("edges             {}\n", made.edges);
    fmt::print("length            {:.1f} km\n", made.length.value / 1000);
    fmt::print(
        "dropped islands   {} ({:.1f} km)\n",
        made.dropped_islands,
        made.dropped_length.value / 1000);
    fmt::print(
        "light             {:.1f}% lit, {:.1f}% unlit, {:.1f}% unknown\n",
        percent(made.lit, made.length),
        percent(made.unlit, made.length),
        percent(made.unknown_light, made.length));
    fmt::print("ways of steps     {}\n", made.steps_ways);
    fmt::print("street lamps      {}\n", made.lamps);
}

void import(Session& session, std::string const& file)
{
    open_file(file);
    ProgressBar bar{"Reading the map"};
    auto const made =
        app::import_map(session.app(), kCommandLine, file, [&](double share) { bar.show(share); });
    bar.finish();
    print(made);
}

} // namespace

void add_map(CLI::App& root, Session& session)
{
    auto* const map = root.add_subcommand("map", "The street network");
    map->require_subcommand(1);
    auto* const command = map->add_subcommand("import", "Make it from an OpenStreetMap file");
    auto const file = std::make_shared<std::string>();
    command->add_option("file", *file, "FILE.osm.pbf or FILE.osm")->required();
    command->callback([&session, file] { import(session, *file); });
}

} // namespace wt::cli
