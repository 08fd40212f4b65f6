#include "app/plan_walks.hpp"

#include "app/areas.hpp"
#include "app/concern_clock.hpp"
#include "app/outbox.hpp"
#include "app/participant.hpp"
#include "app/permission.hpp"
#include "app/plan_problem.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
#include "app/walk_round.hpp"
#include "app/walk_route.hpp"
#include "base/refusal.hpp"
#include "daylight/zone.hpp"
#include "geo/projection.hpp"
#include "matching/solve.hpp"
#include "store/raised_places.hpp"
#include "store/requests.hpp"
#include "store/walks.hpp"
#include "streets/walking_times.hpp"

#include <algorithm>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::days kLongestPlan{31};

PlannedWalk to_planned(App const& app, PlanProblem const& asked, matching::Assignment const& match)
{
    auto const& ward = app.areas()->require_ward(match.ward);
    PlannedWalk walk{
        .time = matching::walked(match.start, asked.problem.rules),
        .bcu = ward.bcu,
        .ward = ward.id,
        .ward_name = ward.name,
        .officers = match.officers,
        .officer_names = {},
        .requests = match.requests,
        .why = match.why,
        .step_free = match.step_free};
    for (auto const officer : match.officers) {
        walk.officer_names.push_back(asked.officer_names.at(officer));
    }
    return walk;
}

/// A woman who is to walk, with what her key opens.
struct Walker
{
    store::StoredRequest request;
    Participant she;
    PrivateRequest details;
};

std::vector<Walker> find_walkers(App const& app, store::Reading& reading, PlannedWalk const& walk)
{
    std::vector<Walker> walkers;
    for (auto const id : walk.requests) {
        auto request = store::find_request(reading, id);
        auto she = request ? find_participant(app, reading, request->participant) : std::nullopt;
        if (she && request->state == RequestState::waiting) {
            auto details = open_request(she->key, request->sealed);
            walkers.push_back({std::move(*request), std::move(*she), std::move(details)});
        }
    }
    return walkers;
}

/// Where women said that they feel unsafe, within half the walk's time of the meeting point.
std::vector<OptionalStop>
raised_near(store::Reading& reading, LatLon meeting, Seconds length, Day today)
{
    double const reach = streets::kWalkingSpeed.value * length.count() / 2;
    LocalProjection const plane{meeting};
    Bounds const box{plane.to_earth({-reach, -reach}), plane.to_earth({reach, reach})};
    std::vector<OptionalStop> stops;
    for (auto const& place : store::list_raised_places(reading, box)) {
        stops.push_back({.point = place.middle, .weight = weight_of(place, today)});
    }
    return stops;
}

/// The places of one woman, each once. If they are her usual way, they keep their order.
void add_places(PrivateRequest const& details, RouteWish& wish)
{
    for (auto const& place : details.places) {
        if (place.point == wish.meeting.point) {
            continue;
        }
        auto found = std::ranges::find(wish.places, place);
        if (found == wish.places.end()) {
            found = wish.places.insert(found, place);
        }
        auto const index = static_cast<std::size_t>(found - wish.places.begin());
        bool const is_ranked = std::ranges::find(wish.in_order, index) != wish.in_order.end();
        if (details.in_order && !is_ranked) {
            wish.in_order.push_back(index);
        }
    }
}

PrivateWalk route_for(
    App const& app,
    store::Reading& reading,
    PlannedWalk const& walk,
    std::vector<Walker> const& walkers)
{
    RouteWish wish{
        .meeting = walkers.front().details.places.front(),
        .places = {},
        .length = std::chrono::duration_cast<std::chrono::minutes>(walk.time.to - walk.time.from),
        .step_free = walk.step_free};
    for (auto const& walker : walkers) {
        add_places(walker.details, wish);
    }
    if (auto const network = app.network()) {
        wish.nearby = raised_near(reading, wish.meeting.point, Seconds{wish.length}, today(app));
        return plan_route(*network, wish);
    }
    PrivateWalk without_map;
    without_map.meeting = wish.meeting;
    return without_map;
}

bool hold_walk(App& app, Person const& person, PlannedWalk const& walk)
{
    auto const settings = app.settings();
    auto const zone = daylight::require_zone(settings->time_zone);
    store::Transaction tx{app.db};
    auto const walkers = find_walkers(app, tx, walk);
    if (walkers.empty() || walkers.size() != walk.requests.size()) {
        return false;
    }
    WalkId const id{random_id()};
    bool const held = store::insert_walk(
        tx,
        {.id = id,
         .bcu = walk.bcu,
         .ward = walk.ward,
         .time = walk.time,
         .occupied =
             {walk.time.from - std::chrono::minutes{settings->briefing_minutes},
              walk.time.to + std::chrono::minutes{settings->travel_minutes}},
         .day = zone.day_of(walk.time.from),
         .officers = walk.officers,
         .created_at = app.now()});
    if (!held) {
        return false;
    }
    auto const route = route_for(app, tx, walk, walkers);
    auto const deadline =
        std::min(app.now() + std::chrono::hours{settings->reply_hours}, walk.time.from - 2h);
    for (auto const& walker : walkers) {
        bool const placed =
            store::insert_place(
                tx, id, walker.request.id, deadline, seal_walk(walker.she.key, route)) &&
            store::move_request(
                tx, walker.request.id, RequestState::waiting, RequestState::proposed);
        // Looked at again now that nobody else can change it: she may have, meanwhile.
        if (!placed ||
            store::find_request(tx, walker.request.id)->version != walker.request.version + 1) {
            return false;
        }
        queue_message(tx, MessageKind::walk_proposed, walker.she.id, id.value, app.now());
    }
    record(app, tx, person, Action::plan_walks, id, Reason::planning);
    tx.commit();
    return true;
}

} // namespace

FieldErrors errors_in_range(App const& app, Day first, Day last)
{
    FieldErrors errors;
    if (first < today(app)) {
        errors.add("first", N_("The first day must be today or later."));
    }
    if (last < first || last - first > kLongestPlan) {
        errors.add(
            "last",
            {N_("The last day must not be before the first, nor more than {1} days after it."),
             {std::to_string(kLongestPlan.count())}});
    }
    return errors;
}

WalkPlan make_plan(App& app, Person const& person, PlanWish const& wish)
{
    require_permission(person, Action::plan_walks, wish.bcu);
    if (wish.last < wish.first || wish.last - wish.first > kLongestPlan) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Choose a last day that is not before the first, and at most 31 days after it.")};
    }
    auto const asked = make_problem(app, wish);
    auto const solved = matching::solve(
        asked.problem, {.iterations = wish.iterations, .seed = wish.seed, .stop = {}});
    WalkPlan plan{
        .walks = {},
        .unserved = solved.unserved,
        .bound = solved.bound,
        .gap = solved.gap(),
        .waiting = asked.problem.requests.size()};
    for (auto const& match : solved.assignments) {
        plan.walks.push_back(to_planned(app, asked, match));
    }
    return plan;
}

std::size_t publish_plan(App& app, Person const& person, WalkPlan const& plan)
{
    std::size_t held = 0;
    for (auto const& walk : plan.walks) {
        require_permission(person, Action::plan_walks, walk.bcu);
        held += hold_walk(app, person, walk) ? 1U : 0U;
    }
    return held;
}

std::size_t expire_proposals(App& app)
{
    std::vector<std::pair<WalkId, RequestId>> expired;
    {
        store::Reading reading{app.db};
        expired = store::list_expired_places(reading, app.now());
    }
    std::size_t count = 0;
    for (auto const& [walk_id, request] : expired) {
        store::Transaction tx{app.db};
        if (leave_walk(tx, walk_id, request, PlaceState::declined)) {
            // One that was withdrawn meanwhile stays so.
            store::move_request(tx, request, RequestState::proposed, RequestState::waiting);
            record(app, tx, kSystem, Action::plan_walks, walk_id, Reason::planning);
            tx.commit();
            ++count;
        }
    }
    return count;
}

} // namespace wt::app
