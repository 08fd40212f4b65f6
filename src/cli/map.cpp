#include "app/import_map.hpp"
#include "base/refusal.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/street_statistics.hpp"
#include "streets/segments.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

namespace {

void print_kept(app::KeptConcerns const& concerns)
{
    if (concerns.kept + concerns.moved + concerns.lost > 0) {
        fmt::print(
            "concerns          {} where they were, {} moved by more than {:.0f} m, {} without a "
            "street\n",
            concerns.kept,
            concerns.moved,
            streets::kMoved.value,
            concerns.lost);
    }
}

void import(Session& session, std::string const& file)
{
    open_file(file);
    ProgressBar bar{"Reading the map"};
    auto const made =
        app::import_map(session.app(), kCommandLine, file, [&](double share) { bar.show(share); });
    bar.finish();
    print(made.streets);
    print_kept(made.concerns);
}

} // namespace

void add_map(CLI::App& root, Session& session)
{
    auto* const map = root.add_subcommand("map", "The street network");
    map->require_subcommand(1);
    auto* const command = map->add_subcommand("import", "Make it from an OpenStreetMap file");
    auto const file = std::make_shared<std::string>();
    command->add_option("file", *file, "FILE.osm.pbf, FILE.osm or FILE.osm.bz2")->required();
    command->callback([&session, file] { import(session, *file); });
}

} // namespace wt::cli
