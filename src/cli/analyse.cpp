#include "cli/analyse.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <vector>

namespace wt::cli {

namespace {

std::vector<void (*)(CLI::App& analyse)> const kAnalyses{
    add_analyse_streets,
    add_analyse_times,
    add_analyse_route,
    add_analyse_quiet_hours,
    add_analyse_sun,
    add_analyse_accuracy,
    add_analyse_before_after,
    add_analyse_knox,
    add_analyse_scan,
    add_analyse_ranking,
    add_analyse_density,
    add_analyse_gi_star,
    add_analyse_local_moran,
    add_analyse_hotspots,
};

} // namespace

void add_analyse(CLI::App& root, Session& /*session*/)
{
    auto* const analyse =
        root.add_subcommand("analyse", "Streets, darkness and hotspots: file in, file out");
    analyse->require_subcommand(1);
    for (auto const add : kAnalyses) {
        add(*analyse);
    }
}

} // namespace wt::cli
