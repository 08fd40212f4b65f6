#include "app/walk_route.hpp"

#include "app/walk_round.hpp"
#include "routing/plan.hpp"
#include "routing/solve.hpp"
#include "streets/paths.hpp"
#include "streets/walking_times.hpp"

#include <algorithm>

namespace wt::app {

namespace {

using Order = std::vector<std::size_t>;

/// The meeting point, then the places that lie on a street. Empty if the meeting point does not.
std::vector<Anchor> find_anchors(streets::Network const& network, RouteWish const& wish)
{
    std::vector<Anchor> anchors;
    auto const add = [&](NamedPlace const& place, std::optional<std::size_t> rank) {
        auto const snap =
            streets::find_nearest_street(network, place.point, {.step_free = wish.step_free});
        if (snap) {
            anchors.push_back({.name = place, .point = snap->point, .must = true, .rank = rank});
        }
        return snap.has_value();
    };
    if (!add(wish.meeting, {})) {
        return {};
    }
    for (std::size_t i = 0; i < wish.places.size(); ++i) {
        auto const found = std::ranges::find(wish.in_order, i);
        bool const is_ranked = found != wish.in_order.end();
        add(wish.places[i],
            is_ranked ? std::optional{static_cast<std::size_t>(found - wish.in_order.begin())}
                      : std::nullopt);
    }
    return anchors;
}

/// The anchors that are to be visited in the order of their rank.
Order ranked(std::vector<Anchor> const& anchors)
{
    Order order;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        if (anchors[i].rank) {
            order.push_back(i);
        }
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return anchors[i].rank; });
    return order;
}

struct Visits
{
    Order order; ///< of the anchors, as positions: 0 … 0; empty if it leads nowhere
    std::vector<routing::LeftOutPoint> left_out{};
};

Visits visits_of(
    streets::Network const& network, RouteWish const& wish, std::vector<Anchor> const& anchors)
{
    std::vector<streets::StreetPoint> points;
    routing::Problem problem{.start = 0, .end = 0, .budget = Seconds{wish.length}};
    for (auto const& anchor : anchors) {
        points.push_back(anchor.point);
        problem.points.push_back(
            {.weight = anchor.weight, .dwell = Seconds{wish.talk}, .must = anchor.must});
    }
    auto const times = streets::walking_times(
        network, points, points, {.step_free = wish.step_free, .bound = Seconds{wish.length}});
    problem.times = times.all();
    problem.must_in_order = ranked(anchors);
    auto plan = routing::solve(problem, {});
    bool const leads_somewhere = plan.feasible && plan.routes.front().order.size() > 2;
    return {
        leads_somewhere ? std::move(plan.routes.front().order) : Order{}, std::move(plan.left_out)};
}

void append_leg(PrivateWalk& walk, streets::Path const& path)
{
    double const before = walk.metres;
    double const after = before + path.length.value;
    auto const mixed = [&](double old_share, double new_share) {
        return after > 0 ? (old_share * before + new_share * path.length.value) / after : new_share;
    };
    walk.lit = mixed(walk.lit, path.light.lit);
    walk.unlit = mixed(walk.unlit, path.light.unlit);
    walk.unknown = mixed(walk.unknown, path.light.unknown);
    walk.metres = after;
    walk.line.insert(walk.line.end(), path.line.begin(), path.line.end());
    for (auto const& direction : path.directions) {
        walk.directions.push_back(direction.text);
    }
}

/// Leads the walk along the anchors in `order`.
void lead(
    streets::Network const& network,
    bool step_free,
    std::vector<Anchor> const& anchors,
    Order const& order,
    PrivateWalk& walk)
{
    streets::Search search{network};
    for (std::size_t i = 1; i < order.size(); ++i) {
        auto const path = streets::find_path(
            search, anchors[order[i - 1]].point, anchors[order[i]].point, {.step_free = step_free});
        if (!path) {
            continue;
        }
        append_leg(walk, *path);
        bool const is_return = i + 1 == order.size();
        auto const& place = anchors[order[i]].name;
        if (!is_return && !place.label.empty()) {
            walk.stops.push_back(place);
            walk.directions.emplace_back(
                N_("Stop and talk at {1}."), std::vector<std::string>{place.label});
        }
    }
}

Message why_of(routing::LeftOut why)
{
    switch (why) {
    case routing::LeftOut::unreachable:
        return N_("no way on foot leads there and back");
    case routing::LeftOut::too_far:
        return N_("it is too far for the time of the walk");
    default:
        return N_("the time goes to the other places");
    }
}

/// Of the places that were named, those that the walk does not visit.
std::vector<LeftOutPlace>
left_out_of(RouteWish const& wish, std::vector<Anchor> const& named, Visits const& visits)
{
    std::vector<LeftOutPlace> places;
    for (auto const& place : wish.places) {
        auto const anchor = std::ranges::find(
            named.begin() + 1, named.end(), place, [](auto const& it) { return it.name; });
        auto const index = static_cast<std::size_t>(anchor - named.begin());
        auto const left = std::ranges::find(visits.left_out, index, &routing::LeftOutPoint::point);
        if (anchor == named.end()) {
            places.push_back({place, why_of(routing::LeftOut::unreachable)});
        } else if (left != visits.left_out.end()) {
            // Times end with the walk's, and all streets of a network are joined, but for steps.
            bool const is_joined = left->why == routing::LeftOut::unreachable && !wish.step_free;
            places.push_back({place, why_of(is_joined ? routing::LeftOut::too_far : left->why)});
        }
    }
    return places;
}

} // namespace

PrivateWalk plan_route(streets::Network const& network, RouteWish const& wish)
{
    PrivateWalk walk{
        .meeting = wish.meeting,
        .stops = {},
        .line = {},
        .directions = {},
        .metres = 0,
        .lit = 0,
        .unlit = 0,
        .unknown = 1,
        .safe_place = {}};
    auto const named = find_anchors(network, wish);
    if (named.empty()) {
        return walk;
    }
    auto anchors = named;
    if (named.size() > 1) {
        add_optional_anchors(network, wish, list_fillers(wish), anchors);
    }
    auto visits = visits_of(network, wish, anchors);
    walk.left_out = left_out_of(wish, named, visits);
    for (auto const& stops : list_rounds(wish)) {
        if (!visits.order.empty()) {
            break;
        }
        anchors = {named.front()};
        add_optional_anchors(network, wish, stops, anchors);
        visits = visits_of(network, wish, anchors);
    }
    lead(network, wish.step_free, anchors, visits.order, walk);
    return walk;
}

} // namespace wt::app
