#include "app/walk_passes.hpp"

#include "app/participant.hpp"
#include "app/private_data.hpp"
#include "daylight/zone.hpp"
#include "geo/projection.hpp"
#include "store/requests.hpp"
#include "store/segment_passes.hpp"
#include "store/walks.hpp"
#include "streets/segments.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wt::app {

namespace {

constexpr Metres kOnTheStreet{5.0}; // the line runs along the streets of the map it was planned on

/// One that has begun and is over was held, though nobody may have said so yet.
bool was_held(store::StoredWalk const& walk)
{
    return walk.state == WalkState::held || walk.state == WalkState::started;
}

bool took_part(store::WalkPlace const& place)
{
    return place.state == PlaceState::attended || place.state == PlaceState::accepted;
}

/// What the walks of a week passed, together, and who went.
struct PassedWeek
{
    std::map<streets::EdgeIndex, int> passes{};
    std::set<ParticipantId> women{};
};

/// Adds a walk that was held, by the route in the copy of any woman on it who has not erased
/// herself; without one it is not counted.
void add_walk(
    App const& app,
    store::Reading& reading,
    streets::Network const& network,
    store::StoredWalk const& walk,
    PassedWeek& passed)
{
    std::optional<PrivateWalk> route;
    std::set<ParticipantId> women;
    for (auto const& place : walk.places) {
        auto const request = store::find_request(reading, place.request);
        if (request && took_part(place)) {
            women.insert(request->participant);
        }
        auto const she = request && !route && !place.sealed.empty()
                             ? find_participant(app, reading, request->participant)
                             : std::nullopt;
        if (she) {
            route = open_walk(she->key, place.sealed);
        }
    }
    if (route) {
        passed.women.merge(women);
        for (auto const edge : segments_along(network, route->line)) {
            ++passed.passes[edge];
        }
    }
}

PassedWeek passed_in(App const& app, streets::Network const& network, Interval const& week)
{
    store::Reading reading{app.db};
    PassedWeek passed;
    for (auto const& walk : store::list_walks(reading, std::nullopt, week)) {
        if (was_held(walk)) {
            add_walk(app, reading, network, walk, passed);
        }
    }
    return passed;
}

} // namespace

std::int64_t quarter_of(Day day)
{
    std::chrono::year_month_day const date{day};
    auto const month = static_cast<unsigned>(date.month());
    return (static_cast<int>(date.year()) - 1970) * std::int64_t{4} + (month - 1) / 3;
}

std::vector<streets::EdgeIndex>
segments_along(streets::Network const& network, std::span<LatLon const> line)
{
    std::vector<streets::EdgeIndex> edges;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i - 1] == line[i]) {
            continue;
        }
        auto const snap = streets::find_nearest_street(
            network, between(line[i - 1], line[i], 0.5), {.radius = kOnTheStreet});
        if (snap) {
            edges.push_back(snap->point.edge);
        }
    }
    std::ranges::sort(edges);
    auto const repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    return edges;
}

void add_walk_passes(App& app, streets::Network const& network, Day monday)
{
    {
        store::Reading reading{app.db};
        if (store::is_passed_week(reading, monday)) {
            return;
        }
    }
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    auto const passed = passed_in(
        app, network, {zone.midnight(monday), zone.midnight(monday + std::chrono::days{7})});
    auto const fewest = static_cast<std::size_t>(app.settings()->publication_threshold);
    bool const is_added = passed.women.size() >= fewest;
    std::vector<store::SegmentPasses> rows;
    if (is_added) {
        for (auto const& [edge, passes] : passed.passes) {
            rows.push_back(
                {.segment = streets::segment_ref(network, edge),
                 .quarter = quarter_of(monday),
                 .passes = passes});
        }
    }
    store::Transaction tx{app.db};
    if (store::insert_passed_week(tx, monday, is_added)) {
        store::add_segment_passes(tx, rows);
        tx.commit();
    }
}

} // namespace wt::app
