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

/// The order in which to visit the anchors, as positions: 0 … 0; empty if it leads nowhere.
Order order_of(
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
    for (std::size_t from = 0; from < points.size(); ++from) {
        for (std::size_t to = 0; to < points.size(); ++to) {
            problem.times.push_back(times.at(from, to));
        }
    }
    problem.must_in_order = ranked(anchors);
    auto const plan = routing::solve(problem, {});
    return plan.feasible && plan.routes.front().order.size() > 2 ? plan.routes.front().order
                                                                 : Order{};
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
    for (std::size_t i = 1; i < order.size(); ++i) {
        auto const path = streets::find_path(
            network,
            anchors[order[i - 1]].point,
            anchors[order[i]].point,
            {.step_free = step_free});
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
    auto order = order_of(network, wish, anchors);
    for (auto const& stops : list_rounds(wish)) {
        if (!order.empty()) {
            break;
        }
        anchors = {named.front()};
        add_optional_anchors(network, wish, stops, anchors);
        order = order_of(network, wish, anchors);
    }
    lead(network, wish.step_free, anchors, order, walk);
    return walk;
}

} // namespace wt::app
