#include "base/csv_writer.hpp"
#include "cli/analyse.hpp"
#include "cli/street_input.hpp"
#include "streets/walking_times.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <ostream>

namespace wt::cli {

namespace {

struct Given
{
    std::string streets;
    std::string points;
    std::string output;
    bool step_free = false;
};

/// A line for each place: its id, then the seconds to each; nothing where no way leads there.
std::string matrix_csv(std::vector<PlaceRow> const& places, streets::WalkingTimes const& times)
{
    std::vector<std::string> cells{"id"};
    for (auto const& place : places) {
        cells.push_back(place.id);
    }
    std::string csv;
    append_csv_line(csv, cells);
    for (std::size_t from = 0; from < places.size(); ++from) {
        cells = {places[from].id};
        for (std::size_t to = 0; to < places.size(); ++to) {
            double const seconds = times.at(from, to).count();
            cells.push_back(std::isfinite(seconds) ? fmt::format("{:.1f}", seconds) : "");
        }
        append_csv_line(csv, cells);
    }
    return csv;
}

void analyse(Given const& given)
{
    InputTable const table{given.points, {"id", "lat", "lon"}};
    auto const network = load_streets(given.streets);
    auto const places = list_places(table, network, given.step_free);
    std::vector<streets::StreetPoint> points;
    for (auto const& place : places) {
        points.push_back(place.point);
    }
    auto const times = streets::walking_times(
        network,
        points,
        points,
        {.step_free = given.step_free, .bound = Seconds{streets::kUnreachable.value}});
    write_file(given.output, [&](std::ostream& out) { out << matrix_csv(places, times); });
}

} // namespace

void add_analyse_times(CLI::App& analyses)
{
    auto* const command =
        analyses.add_subcommand("times", "Seconds on foot between all pairs of places");
    auto const given = std::make_shared<Given>();
    command->add_option("--streets", given->streets, "OpenStreetMap file or street network")
        ->required();
    command->add_option("--points", given->points, "CSV: id,lat,lon")->required();
    command->add_flag("--step-free", given->step_free, "no steps, stiles or turnstiles");
    command->add_option("-o,--output", given->output, "CSV: a line and a column for each place")
        ->required();
    command->callback([given] { analyse(*given); });
}

} // namespace wt::cli
