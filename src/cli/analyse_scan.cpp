#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/days.hpp"
#include "cli/files.hpp"
#include "cli/satscan_files.hpp"
#include "cli/threads.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace wt::cli {

namespace {

struct Given
{
    std::string cases;
    std::string places;
    std::string network;
    std::string start;
    std::string end;
    double radius = 500;
    int longest_days = 28;
    int unit_days = 7;
    hotspots::ScanLimits limits;
    bool prospective = false;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    std::string simulated;
    std::string output;
};

/// What one piece may hold in memory, in bytes.
constexpr double kMostMemory = 4e9;

/// Units of time, counted back from the end; the first may be shorter.
class Units
{
public:
    Units(Day start, Day end, int days)
        : start_{start}, end_{end}, days_{days},
          count_{static_cast<std::size_t>(((end - start).count() + days) / days)}
    {
    }

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::uint32_t of(Day day) const
    {
        return static_cast<std::uint32_t>(
            count_ - 1 - static_cast<std::size_t>((end_ - day).count() / days_));
    }
    [[nodiscard]] Day last_day(std::size_t unit) const
    {
        return end_ - std::chrono::days{static_cast<int>(count_ - 1 - unit) * days_};
    }
    [[nodiscard]] Day first_day(std::size_t unit) const
    {
        return std::max(start_, last_day(unit) - std::chrono::days{days_ - 1});
    }

private:
    Day start_;
    Day end_;
    int days_;
    std::size_t count_;
};

void refuse(Message const& what)
{
    throw Refusal{Refusal::invalid_input, what};
}

hotspots::ScanProblem
to_problem(Given const& given, ScanPlaces const& places, Units const& units, Day start, Day end)
{
    hotspots::ScanProblem problem{
        .units = units.count(),
        .longest = std::min<std::size_t>(
            units.count(), static_cast<std::size_t>(given.longest_days / given.unit_days)),
        .prospective = given.prospective};
    for (DatedCase const& one : read_scan_cases(given.cases, places, start, end)) {
        problem.cases.push_back({one.place, units.of(one.day)});
    }
    if (std::all_of(problem.cases.begin(), problem.cases.end(), [&](auto const& one) {
            return one.place == problem.cases.front().place;
        })) {
        refuse(
            {N_("{1}: All cases are at one place; there is nothing to compare."), {given.cases}});
    }
    if (64.0 * static_cast<double>(places.names.size()) * static_cast<double>(units.count()) >
        kMostMemory) {
        refuse(N_("These are too many places and units of time at once; take longer units."));
    }
    problem.zones =
        given.network.empty()
            ? hotspots::zones_by_distance(places.points, given.radius)
            : hotspots::zones_by_links(
                  places.names.size(), read_scan_links(given.network, places), given.radius);
    return problem;
}

void write_clusters(
    std::ostream& out,
    Given const& given,
    ScanPlaces const& places,
    Units const& units,
    std::vector<hotspots::ScanCluster> const& clusters)
{
    out << "cluster,places,from,to,cases,expected,llr,p,recurrence_days\n";
    std::size_t number = 0;
    for (auto const& cluster : clusters) {
        std::string names;
        for (auto const place : cluster.places) {
            names += (names.empty() ? "" : " ") + places.names[place];
        }
        out << fmt::format(
            "{},{},{},{},{},{},{},{},{}\n",
            ++number,
            names,
            iso_text(units.first_day(cluster.first_unit)),
            iso_text(units.last_day(cluster.last_unit)),
            cluster.cases,
            cluster.expected,
            cluster.llr,
            cluster.p,
            given.prospective ? fmt::format("{}", given.unit_days / cluster.p) : "");
    }
}

void scan(Given const& given)
{
    auto const start = require_day(given.start);
    auto const end = require_day(given.end);
    if (end < start) {
        refuse(N_("The end lies before the start."));
    }
    if (given.longest_days < given.unit_days) {
        refuse(N_("The longest window is shorter than a unit of time."));
    }
    Units const units{start, end, given.unit_days};
    auto const places = read_scan_places(given.places);
    auto const problem = to_problem(given, places, units, start, end);
    auto limits = given.limits;
    limits.for_each = on_threads(given.threads);
    auto const result = hotspots::scan(problem, limits);
    if (!given.simulated.empty()) {
        write_file(given.simulated, [&](std::ostream& out) {
            out << "llr\n";
            for (auto const llr : result.simulated) {
                out << fmt::format("{}\n", llr);
            }
        });
    }
    write_file(given.output, [&](std::ostream& out) {
        write_clusters(out, given, places, units, result.clusters);
    });
}

} // namespace

void add_analyse_scan(CLI::App& analyse)
{
    auto const given = std::make_shared<Given>();
    auto* const command = analyse.add_subcommand(
        "scan", "Where more happened for a while than place and time alone explain");
    command->add_option("--cases", given->cases, "SaTScan's case file: place count date")
        ->required();
    command->add_option("--places", given->places, "SaTScan's coordinates file: place x y")
        ->required();
    command->add_option(
        "--network", given->network, "place place metres: zones along these links, not straight");
    command->add_option("--max-radius", given->radius, "of a zone, metres")
        ->check(CLI::Range(1e-3, 1e7))
        ->capture_default_str();
    command->add_option("--max-days", given->longest_days, "of a window")
        ->check(CLI::Range(1, 36'600))
        ->capture_default_str();
    command
        ->add_option("--unit-days", given->unit_days, "time is counted in these, back from the end")
        ->check(CLI::Range(1, 3'660))
        ->capture_default_str();
    command->add_option("--start", given->start, "first day")->required();
    command->add_option("--end", given->end, "last day")->required();
    command->add_option("--replicates", given->limits.replicates)
        ->check(CLI::Range(1, 999'999))
        ->capture_default_str();
    command->add_option("--seed", given->limits.seed)->capture_default_str();
    command->add_flag("--prospective", given->prospective, "only what goes on until the last day");
    command->add_option("--threads", given->threads)
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--simulated", given->simulated, "file for the maximum of each replicate");
    command->add_option("-o,--output", given->output, "CSV; - is standard output")->required();
    command->callback([given] { scan(*given); });
}

} // namespace wt::cli
