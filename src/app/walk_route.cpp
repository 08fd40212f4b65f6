#include "app/walk_route.hpp"

#include "routing/plan.hpp"
#include "routing/solve.hpp"
#include "streets/paths.hpp"
#include "streets/street_point.hpp"
#include "streets/walking_times.hpp"

namespace wt::app {

namespace {

/// The meeting point and the places that lie on a street; `names[i]` belongs to `points[i]`.
struct Anchors
{
    std::vector<NamedPlace> names;
    std::vector<streets::StreetPoint> points;
};

Anchors find_anchors(streets::Network const& network, RouteWish const& wish)
{
    Anchors anchors;
    auto const add = [&](NamedPlace const& place) {
        auto const snap =
            streets::find_nearest_street(network, place.point, {.step_free = wish.step_free});
        if (snap) {
            anchors.names.push_back(place);
            anchors.points.push_back(snap->point);
        }
        return snap.has_value();
    };
    if (!add(wish.meeting)) {
        return {};
    }
    for (auto const& place : wish.places) {
        add(place);
    }
    return anchors;
}

/// The order in which to visit the anchors, as positions: 0 … 0.
std::vector<std::size_t>
order_of(streets::Network const& network, RouteWish const& wish, Anchors const& anchors)
{
    auto const count = anchors.points.size();
    auto const times = streets::walking_times(
        network,
        anchors.points,
        anchors.points,
        {.step_free = wish.step_free, .bound = Seconds{wish.length}});
    routing::Problem problem{
        .points = std::vector<routing::Point>(
            count, {.weight = 1.0, .dwell = Seconds{wish.talk}, .must = true}),
        .times = {},
        .start = 0,
        .end = 0,
        .budget = Seconds{wish.length},
        .must_in_order = {}};
    for (std::size_t from = 0; from < count; ++from) {
        for (std::size_t to = 0; to < count; ++to) {
            problem.times.push_back(times.at(from, to));
        }
    }
    return routing::solve(problem, {}).order;
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
    auto const anchors = find_anchors(network, wish);
    auto const order =
        anchors.points.size() < 2 ? std::vector<std::size_t>{} : order_of(network, wish, anchors);
    for (std::size_t i = 1; i < order.size(); ++i) {
        auto const path = streets::find_path(
            network,
            anchors.points[order[i - 1]],
            anchors.points[order[i]],
            {.step_free = wish.step_free});
        if (!path) {
            continue;
        }
        append_leg(walk, *path);
        bool const is_return = i + 1 == order.size();
        auto const& place = anchors.names[order[i]];
        if (!is_return) {
            walk.stops.push_back(place);
            walk.directions.emplace_back(
                N_("Stop and talk at {1}."), std::vector<std::string>{place.label});
        }
    }
    return walk;
}

} // namespace wt::app
