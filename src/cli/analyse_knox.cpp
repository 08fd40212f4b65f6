#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/files.hpp"
#include "cli/threads.hpp"
#include "hotspots/knox.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace wt::cli {

namespace {

struct Given
{
    std::string points;
    hotspots::KnoxProblem problem;
    hotspots::ScanLimits limits;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    std::string output;
};

void check_edges(std::vector<double> const& edges, char const* option)
{
    if (edges.size() < 2 || !(edges.front() >= 0) || !std::isfinite(edges.back()) ||
        std::adjacent_find(edges.begin(), edges.end(), [](double a, double b) {
            return !(a < b);
        }) != edges.end()) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("{1} needs two numbers or more that rise from 0 on."), {option}}};
    }
}

std::vector<hotspots::KnoxPoint> read_points(std::string const& path)
{
    InputTable const table{path, {"x", "y", "day"}};
    std::vector<hotspots::KnoxPoint> points;
    auto const most = hotspots::kKnoxSpan;
    for (std::size_t row = 0; row < table.size(); ++row) {
        points.push_back(
            {.place = {table.number(row, "x", -1e9, 1e9), table.number(row, "y", -1e9, 1e9)},
             .day = static_cast<std::int32_t>(table.whole(row, "day", -10'000'000, 10'000'000))});
        if (std::abs(points.back().day - points.front().day) > most / 2) {
            table.refuse(
                row,
                {N_("That is more than {1} days from the first point."),
                 {std::to_string(most / 2)}});
        }
    }
    return points;
}

void write_cells(
    std::ostream& out,
    hotspots::KnoxProblem const& problem,
    std::vector<hotspots::KnoxCell> const& cells)
{
    out << "distance_from,distance_to,days_from,days_to,pairs,expected,median,ratio,p\n";
    auto cell = cells.begin();
    for (std::size_t day = 1; day < problem.days.size(); ++day) {
        for (std::size_t band = 1; band < problem.distances.size(); ++band, ++cell) {
            // Without an expected pair there is nothing to compare with.
            auto const ratio =
                cell->expected > 0
                    ? fmt::format("{}", static_cast<double>(cell->pairs) / cell->expected)
                    : "";
            out << fmt::format(
                "{},{},{},{},{},{},{},{},{}\n",
                problem.distances[band - 1],
                problem.distances[band],
                problem.days[day - 1],
                problem.days[day],
                cell->pairs,
                cell->expected,
                cell->median,
                ratio,
                cell->p);
        }
    }
}

void test(Given given)
{
    check_edges(given.problem.distances, "--distance-bands");
    check_edges(given.problem.days, "--time-bands");
    given.problem.points = read_points(given.points);
    given.limits.for_each = on_threads(given.threads);
    auto const cells = hotspots::knox(given.problem, given.limits);
    write_file(given.output, [&](std::ostream& out) { write_cells(out, given.problem, cells); });
}

} // namespace

void add_analyse_knox(CLI::App& analyse)
{
    auto const given = std::make_shared<Given>();
    auto* const command =
        analyse.add_subcommand("knox", "Whether what is near in space is near in time, too");
    command->add_option("--points", given->points, "CSV: x, y (metres), day (a whole number)")
        ->required();
    command->add_option("--distance-bands", given->problem.distances, "edges in metres: 0,50,100")
        ->delimiter(',')
        ->required();
    command->add_option("--time-bands", given->problem.days, "edges in days: 0,4,8")
        ->delimiter(',')
        ->required();
    command->add_option("--replicates", given->limits.replicates)
        ->check(CLI::Range(1, 999'999))
        ->capture_default_str();
    command->add_option("--seed", given->limits.seed)->capture_default_str();
    command->add_option("--threads", given->threads)
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("-o,--output", given->output, "CSV; - is standard output")->required();
    command->callback([given] { test(*given); });
}

} // namespace wt::cli
