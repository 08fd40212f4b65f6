#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/days.hpp"
#include "cli/street_input.hpp"
#include "daylight/sun.hpp"
#include "geo/geojson_writer.hpp"
#include "routing/solve.hpp"
#include "streets/paths.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <memory>
#include <ostream>

namespace wt::cli {

namespace {

/// So many stops are solved exactly: what `routing::solve` can do at most.
constexpr std::size_t kExactUpTo = 20;

struct Given
{
    std::string streets;
    std::string from;
    std::string to; ///< empty: where it began
    std::string stops;
    double minutes = 60;
    std::string depart;
    std::string zone = "Europe/London";
    bool step_free = false;
    std::uint64_t seed = 1;
    std::string output;
};

/// All that the route is planned from. Points: the start, the stops by line, the end if it is
/// another place than the start.
struct Task
{
    std::vector<std::string> ids{""};
    std::vector<streets::StreetPoint> points{};
    routing::Problem problem{};
    bool step_free = false;
};

bool is_must(InputTable const& table, std::size_t row)
{
    auto const text = table.text(row, "must");
    if (text == "1" || text == "yes" || text == "true") {
        return true;
    }
    if (!text.empty() && text != "0" && text != "no" && text != "false") {
        table.refuse(row, {N_("“{1}” is neither 1 nor 0, as must is."), {std::string{text}}});
    }
    return false;
}

void add_stops(InputTable const& table, std::vector<PlaceRow> const& places, Task& task)
{
    constexpr double kMostMinutes = 24 * 60;
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::chrono::duration<double, std::ratio<60>> const dwell{
            table.number(row, "dwell_min", 0, kMostMinutes)};
        task.ids.push_back(places[row].id);
        task.points.push_back(places[row].point);
        task.problem.points.push_back(
            {.weight = table.number(row, "weight", 0, 1e9),
             .dwell = dwell,
             .must = is_must(table, row)});
    }
}

Task make_task(Given const& given, InputTable const& table, streets::Network const& network)
{
    auto const at = [&](std::string const& place) {
        return require_street(network, require_place(place), given.step_free);
    };
    Task task{.step_free = given.step_free};
    task.points = {at(given.from)};
    task.problem.points.emplace_back();
    task.problem.budget = Seconds{given.minutes * 60};
    add_stops(table, list_places(table, network, given.step_free), task);
    if (!given.to.empty()) {
        task.problem.end = task.points.size();
        task.ids.emplace_back();
        task.points.push_back(at(given.to));
        task.problem.points.emplace_back();
    }
    task.problem.times = streets::walking_times(
                             network,
                             task.points,
                             task.points,
                             {.step_free = given.step_free, .bound = task.problem.budget})
                             .all();
    return task;
}

/// The way along the whole plan.
struct Way
{
    std::vector<LatLon> line;
    Metres length;
    streets::LightLengths light;
    std::string streets;    ///< with semicolons, in order, each once in a row
    std::string directions; ///< a line for each
};

void append(Way& way, streets::Path const& path)
{
    way.line.insert(
        way.line.end(), path.line.begin() + (way.line.empty() ? 0 : 1), path.line.end());
    way.length += path.length;
    way.light +=
        {path.light.lit * path.length,
         path.light.unlit * path.length,
         path.light.unknown * path.length};
    for (auto const& name : path.names) {
        if (!way.streets.ends_with(name)) {
            way.streets += (way.streets.empty() ? "" : "; ") + name;
        }
    }
    for (auto const& direction : path.directions) {
        way.directions += in_english(direction.text) + "\n";
    }
}

Way lead(
    streets::Network const& network, Task const& task, routing::Plan const& plan, bool step_free)
{
    Way way;
    streets::Search search{network};
    for (std::size_t i = 1; i < plan.routes.front().order.size(); ++i) {
        auto const to = plan.routes.front().order[i];
        auto const path = streets::find_path(
            search,
            task.points[plan.routes.front().order[i - 1]],
            task.points[to],
            {.step_free = step_free});
        append(way, path.value()); // there is one: the plan's times are those of paths
        if (i + 1 < plan.routes.front().order.size()) {
            way.directions += in_english({N_("Stop and talk at {1}."), {task.ids[to]}}) + "\n";
        }
    }
    return way;
}

char const* code_of(routing::LeftOut why)
{
    constexpr std::array kCodes{"unreachable", "too_far", "must_not_fit", "lower_weight"};
    return kCodes.at(static_cast<std::size_t>(why));
}

Instant after(Instant moment, Seconds time)
{
    return moment + std::chrono::round<std::chrono::milliseconds>(time);
}

std::string_view yes_no(bool value)
{
    return value ? "yes" : "no";
}

void add_stops_of(
    GeoJsonWriter& json,
    Task const& task,
    routing::Plan const& plan,
    Instant depart,
    auto const& local)
{
    Seconds clock{0};
    for (std::size_t i = 1; i + 1 < plan.routes.front().order.size(); ++i) {
        auto const at = plan.routes.front().order[i];
        auto const& stop = task.problem.points[at];
        clock += task.problem.time(plan.routes.front().order[i - 1], at);
        Instant const arrival = after(depart, clock);
        clock += stop.dwell;
        auto const arrive = local(arrival);
        auto const leave = local(after(depart, clock));
        json.add_point(
            task.points[at].place,
            {{"kind", "stop"},
             {"id", task.ids[at]},
             {"order", static_cast<std::int64_t>(i)},
             {"arrive", arrive},
             {"leave", leave},
             {"dark", daylight::is_dark(task.points[at].place, arrival)},
             {"weight", stop.weight},
             {"must", stop.must}});
    }
    for (auto const& [point, why] : plan.left_out) {
        // Times end with the walk's, and all streets of a network are joined, but for steps.
        bool const is_joined = why == routing::LeftOut::unreachable && !task.step_free;
        json.add_point(
            task.points[point].place,
            {{"kind", "left_out"},
             {"id", task.ids[point]},
             {"why", code_of(is_joined ? routing::LeftOut::too_far : why)}});
    }
}

std::string geojson(
    Task const& task,
    routing::Plan const& plan,
    Way const& way,
    Instant depart,
    daylight::Zone const& zone)
{
    auto const local = [&](Instant moment) { return local_text(moment, zone); };
    auto const light = streets::shares_of(way.light);
    auto const begins = local(depart);
    auto const ends = local(after(depart, plan.routes.front().total));
    GeoJsonWriter json;
    json.add_line(
        way.line,
        {{"kind", "route"},
         {"depart", begins},
         {"arrive", ends},
         {"seconds", plan.routes.front().total.count()},
         {"metres", way.length.value},
         {"stops", static_cast<std::int64_t>(plan.routes.front().order.size() - 2)},
         {"score", plan.score},
         {"bound", plan.bound},
         {"exact", plan.proven_optimal},
         {"all_musts", plan.all_musts},
         {"lit", light.lit},
         {"unlit", light.unlit},
         {"unknown", light.unknown},
         {"streets", way.streets},
         {"directions", way.directions}});
    add_stops_of(json, task, plan, depart, local);
    return std::move(json).finish();
}

void print_summary(Task const& task, routing::Plan const& plan, Way const& way)
{
    auto const light = streets::shares_of(way.light);
    auto const stops = task.ids.size() - 1 - (task.problem.end == 0 ? 0 : 1);
    fmt::print("stops      {} of {}\n", plan.routes.front().order.size() - 2, stops);
    fmt::print("weight     {:g}, at most {:g} in this time\n", plan.score, plan.bound);
    fmt::print("exact      {}\n", yes_no(plan.proven_optimal));
    fmt::print("all musts  {}\n", yes_no(plan.all_musts));
    fmt::print(
        "time       {:.1f} of {:g} min\n",
        plan.routes.front().total.count() / 60,
        task.problem.budget.count() / 60);
    fmt::print("length     {:.0f} m\n", way.length.value);
    fmt::print(
        "light      {:.1f}% lit, {:.1f}% unlit, {:.1f}% unknown\n",
        100 * light.lit,
        100 * light.unlit,
        100 * light.unknown);
}

void analyse(Given const& given)
{
    constexpr double kMostMinutes = 24 * 60;
    if (!(given.minutes > 0 && given.minutes <= kMostMinutes)) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("A walk of {1} minutes is not between 0 and 1440."),
             {fmt::format("{:g}", given.minutes)}}};
    }
    auto const zone = daylight::require_zone(given.zone);
    auto const depart = require_moment(given.depart, zone);
    require_place(given.from);
    InputTable const table{given.stops, {"id", "lat", "lon", "weight", "dwell_min", "must"}};
    auto const network = load_streets(given.streets);
    auto const task = make_task(given, table, network);
    auto const plan = routing::solve(task.problem, {.seed = given.seed, .exact_up_to = kExactUpTo});
    if (!plan.feasible) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("The end cannot be reached on foot in {1} minutes."),
             {fmt::format("{:g}", given.minutes)}}};
    }
    auto const way = lead(network, task, plan, given.step_free);
    write_file(given.output, [&](std::ostream& out) {
        out << geojson(task, plan, way, depart, zone) << '\n';
    });
    if (given.output != "-") {
        print_summary(task, plan, way);
    }
}

} // namespace

void add_analyse_route(CLI::App& analyses)
{
    auto* const command = analyses.add_subcommand(
        "route", "The walk past the stops that are worth most in the time there is");
    auto const given = std::make_shared<Given>();
    command->add_option("--streets", given->streets, "OpenStreetMap file or street network")
        ->required();
    command->add_option("--from", given->from, "LAT,LON where it begins")->required();
    command->add_option("--to", given->to, "LAT,LON where it ends; none: where it began");
    command->add_option("--stops", given->stops, "CSV: id,lat,lon,weight,dwell_min,must")
        ->required();
    command->add_option("--minutes", given->minutes, "with the stops' dwelling")
        ->capture_default_str();
    command->add_option("--depart", given->depart, "local, such as 2026-12-04T18:30")->required();
    command->add_option("--zone", given->zone, "time zone")->capture_default_str();
    command->add_flag("--step-free", given->step_free, "no steps, stiles or turnstiles");
    command->add_option("--seed", given->seed, "the same seed gives the same walk")
        ->capture_default_str();
    command->add_option("-o,--output", given->output, "GeoJSON")->required();
    command->callback([given] { analyse(*given); });
}

} // namespace wt::cli
