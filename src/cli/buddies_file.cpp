#include "cli/buddies_file.hpp"

#include "base/calendar.hpp"
#include "cli/json_file.hpp"
#include "daylight/windows.hpp"
#include "matching/availability.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <unordered_map>

namespace wt::cli {

namespace {

using namespace matching;
using std::chrono::minutes;

/// A window with how dark and quiet it is, 0..1.
struct RatedWindow
{
    Interval window;
    double quality = 1;
};

/// What the quality of a request's starts comes from: its windows, else its place.
struct Darkness
{
    std::vector<RatedWindow> windows;
    std::optional<LatLon> place;
};

using DarknessOf = std::unordered_map<RequestId, Darkness>;

/// What times of the week need to become windows.
struct Calendar
{
    daylight::Zone zone;
    daylight::DayRange days;
};

template <class T>
void add_number(JsonCell const& object, char const* name, T& value, std::int64_t least)
{
    constexpr std::int64_t kMost = 10'000;
    if (object.has(name)) {
        value = T{static_cast<int>(object.at(name).whole(least, kMost))};
    }
}

template <class IdType>
std::vector<IdType> read_ids(JsonCell const& object, char const* name)
{
    std::vector<IdType> ids;
    object.for_each(name, [&](JsonCell const& cell) { ids.push_back({cell.whole()}); });
    return ids;
}

void require_new(JsonCell const& cell, std::set<std::int64_t>& seen)
{
    if (!seen.insert(cell.whole()).second) {
        cell.refuse(N_("This number was given before."));
    }
}

Interval read_interval(JsonCell const& cell)
{
    Interval const interval{cell.at("from").moment(), cell.at("to").moment()};
    if (is_empty(interval)) {
        cell.refuse(N_("The end is not after the beginning."));
    }
    return interval;
}

std::vector<Interval> read_intervals(JsonCell const& object, char const* name)
{
    std::vector<Interval> intervals;
    object.for_each(name, [&](JsonCell const& cell) {
        cell.require_object({"from", "to"});
        intervals.push_back(read_interval(cell));
    });
    return intervals;
}

LatLon read_point(JsonCell const& cell)
{
    return {cell.at("lat").number(-90, 90), cell.at("lon").number(-180, 180)};
}

Weights read_weights(JsonCell const& cell)
{
    cell.require_object(
        {},
        {"per_week_waiting",
         "per_postponement",
         "knows_ward",
         "someone_speaks",
         "speaks_language",
         "per_kilometre",
         "per_load_squared"});
    Weights weights;
    add_number(cell, "per_week_waiting", weights.per_week_waiting, 0);
    add_number(cell, "per_postponement", weights.per_postponement, 0);
    add_number(cell, "knows_ward", weights.knows_ward, 0);
    add_number(cell, "someone_speaks", weights.someone_speaks, 0);
    add_number(cell, "speaks_language", weights.speaks_language, 0);
    add_number(cell, "per_kilometre", weights.per_kilometre, 0);
    add_number(cell, "per_load_squared", weights.per_load_squared, 0);
    return weights;
}

Rules read_rules(JsonCell const& cell)
{
    cell.require_object(
        {},
        {"unit_size",
         "max_people",
         "walk_minutes",
         "briefing_minutes",
         "rest_minutes",
         "grid_minutes",
         "weights"});
    Rules rules;
    constexpr int kLargestUnit = 8;
    if (cell.has("unit_size")) {
        rules.unit_size = static_cast<int>(cell.at("unit_size").whole(1, kLargestUnit));
    }
    add_number(cell, "max_people", rules.max_people, 1);
    add_number(cell, "walk_minutes", rules.walk, 1);
    add_number(cell, "briefing_minutes", rules.briefing, 0);
    add_number(cell, "rest_minutes", rules.rest, 0);
    add_number(cell, "grid_minutes", rules.grid, 1);
    if (cell.has("weights")) {
        rules.weights = read_weights(cell.at("weights"));
    }
    return rules;
}

Officer read_officer(JsonCell const& cell)
{
    cell.require_object({"id", "wards", "shifts"}, {"bcu", "languages", "busy"});
    Officer officer{.id = {cell.at("id").whole()}};
    if (cell.has("bcu")) {
        officer.bcu = {cell.at("bcu").whole()};
    }
    officer.wards = read_ids<WardId>(cell, "wards");
    cell.for_each(
        "languages", [&](JsonCell const& tag) { officer.languages.push_back(tag.text()); });
    officer.shifts = read_intervals(cell, "shifts");
    officer.busy = read_intervals(cell, "busy");
    return officer;
}

/// From and to as minutes since midnight; an end that is not after the beginning is the next day's.
std::pair<minutes, minutes> read_times(JsonCell const& cell)
{
    auto const time = [&](char const* name) {
        auto const found = find_time_of_day(cell.at(name).text());
        if (!found) {
            cell.at(name).refuse(N_("A time such as 18:30 is expected."));
        }
        return *found;
    };
    auto const from = time("from");
    auto const to = time("to");
    return {from, to > from ? to : to + std::chrono::hours{24}};
}

Availability read_availability(JsonCell const& request)
{
    Availability availability;
    request.for_each("weekly", [&](JsonCell const& cell) {
        cell.require_object({"weekday", "from", "to"});
        constexpr unsigned kSunday = 7;
        auto const day = static_cast<unsigned>(cell.at("weekday").whole(1, kSunday));
        auto const [from, to] = read_times(cell);
        availability.weekly.push_back({std::chrono::weekday{day}, from, to});
    });
    request.for_each("dated", [&](JsonCell const& cell) {
        cell.require_object({"day", "from", "to"});
        auto const [from, to] = read_times(cell);
        availability.dated.push_back({cell.at("day").day(), from, to});
    });
    availability.in_the_light = request.has("in_the_light") && request.at("in_the_light").flag();
    return availability;
}

/// Her windows, and in `darkness` what makes them dark and quiet.
std::vector<Interval>
read_windows(JsonCell const& cell, std::optional<Calendar> const& calendar, Darkness& darkness)
{
    std::vector<Interval> windows;
    cell.for_each("windows", [&](JsonCell const& window) {
        window.require_object({"from", "to"}, {"quality"});
        windows.push_back(read_interval(window));
        double const quality = window.has("quality") ? window.at("quality").number(0, 1) : 1;
        darkness.windows.push_back({windows.back(), quality});
    });
    if (!cell.has("weekly") && !cell.has("dated")) {
        return windows;
    }
    if (!calendar || !cell.has("place") || cell.has("windows")) {
        cell.refuse(N_("“weekly” and “dated” need a “place”, and “days” and “time_zone” of the "
                       "whole problem; “windows” stand alone."));
    }
    cell.at("place").require_object({"lat", "lon"});
    darkness.place = read_point(cell.at("place"));
    return walk_windows(
        read_availability(cell),
        *darkness.place,
        calendar->days,
        calendar->zone,
        daylight::OfferRules{},
        daylight::default_quiet_profile());
}

Party read_party(JsonCell const& cell)
{
    static std::map<std::string, Party> const kParties{
        {"woman", Party::woman}, {"group", Party::group}, {"guest", Party::guest}};
    auto const found = kParties.find(cell.text());
    if (found == kParties.end()) {
        cell.refuse(N_("“woman”, “group” or “guest” is expected."));
    }
    return found->second;
}

Request
read_request(JsonCell const& cell, std::optional<Calendar> const& calendar, DarknessOf& darkness)
{
    cell.require_object(
        {"id", "ward", "waiting_since"},
        {"bcu",
         "windows",
         "place",
         "weekly",
         "dated",
         "in_the_light",
         "people",
         "language",
         "step_free",
         "needs_language",
         "may_share",
         "welcomes_guests",
         "postponed",
         "party",
         "first_for_next",
         "refused"});
    auto const flag = [&](char const* name) { return cell.has(name) && cell.at(name).flag(); };
    Request request{.id = {cell.at("id").whole()}, .ward = {cell.at("ward").whole()}};
    if (cell.has("bcu")) {
        request.bcu = {cell.at("bcu").whole()};
    }
    request.windows = read_windows(cell, calendar, darkness[request.id]);
    add_number(cell, "people", request.people, 1);
    request.language = cell.has("language") ? cell.at("language").text() : "";
    request.needs_language = flag("needs_language") && !request.language.empty();
    request.step_free = flag("step_free");
    request.may_share = flag("may_share");
    request.welcomes_guests = flag("welcomes_guests");
    request.waiting_since = cell.at("waiting_since").moment();
    add_number(cell, "postponed", request.times_postponed, 0);
    request.is_first_for_next = flag("first_for_next");
    request.refused = read_ids<OfficerId>(cell, "refused");
    request.party = cell.has("party") ? read_party(cell.at("party")) : Party::woman;
    return request;
}

std::optional<Calendar> read_calendar(JsonCell const& root)
{
    if (!root.has("days") || !root.has("time_zone")) {
        return std::nullopt;
    }
    auto const days = root.at("days");
    days.require_object({"first", "last"});
    daylight::DayRange const range{days.at("first").day(), days.at("last").day()};
    constexpr std::chrono::days kLongest{366};
    if (range.last < range.first || range.last - range.first > kLongest) {
        days.refuse(N_("The last day is before the first, or more than a year after it."));
    }
    auto const zone = daylight::find_zone(root.at("time_zone").text());
    if (!zone) {
        root.at("time_zone").refuse(N_("There is no such time zone."));
    }
    return Calendar{*zone, range};
}

EarlierWalk read_earlier(JsonCell const& cell)
{
    cell.require_object(
        {"requests", "start", "officers"}, {"confirmed", "ward", "step_free", "why"});
    return {
        .requests = read_ids<RequestId>(cell, "requests"),
        .start = cell.at("start").moment(),
        .officers = read_ids<OfficerId>(cell, "officers"),
        .confirmed = cell.has("confirmed") && cell.at("confirmed").flag()};
}

double rated(Darkness const& darkness, Instant start)
{
    auto const found = std::ranges::find_if(
        darkness.windows, [&](RatedWindow const& rated) { return contains(rated.window, start); });
    return found == darkness.windows.end() ? 0 : found->quality;
}

/// A year of a grid of minutes is as much as anybody plans.
void require_short(JsonCell const& root, Problem const& problem)
{
    std::vector<Interval> all;
    for (auto const& request : problem.requests) {
        all.insert(all.end(), request.windows.begin(), request.windows.end());
    }
    auto const joined = merged(std::move(all));
    if (!joined.empty() && joined.back().to - joined.front().from > std::chrono::days{400}) {
        root.refuse(N_("The windows of the requests reach over more than 400 days."));
    }
}

} // namespace

Problem read_problem(std::string const& path)
{
    JsonFile const file{path};
    auto const root = file.root();
    root.require_object(
        {"planned_at", "officers", "requests"}, {"time_zone", "days", "rules", "wards", "earlier"});
    Problem problem{.planned_at = root.at("planned_at").moment()};
    if (root.has("rules")) {
        problem.rules = read_rules(root.at("rules"));
    }
    std::set<std::int64_t> wards;
    std::set<std::int64_t> officers;
    std::set<std::int64_t> requests;
    root.for_each("wards", [&](JsonCell const& cell) {
        cell.require_object({"id", "lat", "lon"});
        require_new(cell.at("id"), wards);
        problem.wards.push_back({{cell.at("id").whole()}, read_point(cell)});
    });
    root.at("officers").for_each([&](JsonCell const& cell) {
        problem.officers.push_back(read_officer(cell));
        require_new(cell.at("id"), officers);
    });
    auto const calendar = read_calendar(root);
    auto const darkness = std::make_shared<DarknessOf>();
    root.at("requests").for_each([&](JsonCell const& cell) {
        problem.requests.push_back(read_request(cell, calendar, *darkness));
        require_new(cell.at("id"), requests);
    });
    root.for_each(
        "earlier", [&](JsonCell const& cell) { problem.earlier.push_back(read_earlier(cell)); });
    require_short(root, problem);
    problem.quality = [darkness, calendar](Request const& request, Instant start) {
        auto const& known = darkness->at(request.id);
        return known.place
                   ? daylight::quality(
                         *known.place, start, calendar->zone, daylight::default_quiet_profile())
                   : rated(known, start);
    };
    return problem;
}

} // namespace wt::cli
