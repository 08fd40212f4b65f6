#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/street_statistics.hpp"
#include "streets/import.hpp"
#include "streets/network_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <system_error>

namespace wt::cli {

namespace {

struct Given
{
    std::string map;
    std::string network; ///< where to write it; empty: nowhere
    bool json = false;
};

void print_json(streets::ImportStatistics const& made, double seconds)
{
    fmt::print(
        R"({{"nodes":{},"edges":{},"metres":{:.1f},"dropped_islands":{},"lit_metres":{:.1f},)"
        R"("unlit_metres":{:.1f},"unknown_metres":{:.1f},"steps":{},"lamps":{},"seconds":{:.3f}}})"
        "\n",
        made.nodes,
        made.edges,
        made.length.value,
        made.dropped_islands,
        made.lit.value,
        made.unlit.value,
        made.unknown_light.value,
        made.steps_ways,
        made.lamps,
        seconds);
}

void save(streets::Network const& network, std::string const& path)
{
    try {
        network.save(path);
    } catch (std::system_error const&) {
        throw Refusal{Refusal::invalid_input, {N_("The file “{1}” cannot be written."), {path}}};
    }
}

void analyse(Given const& given)
{
    open_file(given.map);
    if (streets::is_network_file(given.map)) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("“{1}” is a street network already. Name the OpenStreetMap file it was made of."),
             {given.map}}};
    }
    auto const start = std::chrono::steady_clock::now();
    ProgressBar bar{"Reading the map"};
    auto const made =
        streets::import_network(given.map, {}, [&](double share) { bar.show(share); });
    bar.finish();
    if (!given.network.empty()) {
        save(made.network, given.network);
    }
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
    if (given.json) {
        print_json(made.statistics, took.count());
    } else {
        print(made.statistics);
    }
}

} // namespace

void add_analyse_streets(CLI::App& analyses)
{
    auto* const command = analyses.add_subcommand("streets", "Import a map and say what is in it");
    auto const given = std::make_shared<Given>();
    command->add_option("map", given->map, "FILE.osm.pbf, FILE.osm or FILE.osm.bz2")->required();
    command->add_option("-o,--output", given->network, "keep the network in this file");
    command->add_flag("--json", given->json, "print one line of JSON");
    command->callback([given] { analyse(*given); });
}

} // namespace wt::cli
