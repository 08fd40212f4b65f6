#include "app/walk_round.hpp"

#include "geo/projection.hpp"
#include "streets/named_streets.hpp"
#include "streets/walking_times.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wt::app {

namespace {

constexpr Metres kApart{60.0};
constexpr Metres kFarFromStreet{150.0};
constexpr std::size_t kMostOptional = 8; // few enough to order exactly

/// How far apart the middle of a walk may be from its start: there and back within the time.
Metres reach_of(RouteWish const& wish)
{
    return Metres{streets::kWalkingSpeed.value * Seconds{wish.length}.count() / 2};
}

/// Eight points around the meeting point.
std::vector<OptionalStop> points_around(LatLon meeting, Metres radius)
{
    constexpr int kPoints = 8;
    LocalProjection const plane{meeting};
    std::vector<OptionalStop> stops;
    for (int i = 0; i < kPoints; ++i) {
        double const angle = 2 * std::numbers::pi * i / kPoints;
        stops.push_back(
            {.point =
                 plane.to_earth({radius.value * std::cos(angle), radius.value * std::sin(angle)})});
    }
    return stops;
}

/// Half of the time is for talking. A walk out, once around and back is 2 + 2 pi radii long, and by
/// streets a fifth longer.
Metres round_radius(RouteWish const& wish)
{
    return (1.0 / 10.0) * reach_of(wish);
}

std::string street_at(streets::Network const& network, streets::StreetPoint const& point)
{
    std::string own{network.name(network.edge(point.edge).name)};
    if (!own.empty()) {
        return own;
    }
    auto const near = streets::list_streets_near(network, point.place, kFarFromStreet, 1);
    return near.empty() ? std::string{} : near.front().name;
}

bool is_apart(std::vector<Anchor> const& anchors, Anchor const& anchor)
{
    return std::ranges::none_of(anchors, [&](Anchor const& other) {
        bool const is_same_street =
            &other != &anchors.front() && other.name.label == anchor.name.label;
        return is_same_street || distance(other.point.place, anchor.point.place) < kApart;
    });
}

} // namespace

double weight_of(store::RaisedPlace const& place, Day today)
{
    constexpr double kHalfAYear = 26 * 7;
    double const waited = static_cast<double>((today - place.oldest).count()) / kHalfAYear;
    return place.people * (1 + place.worst) * (1 + std::clamp(waited, 0.0, 1.0)) *
           (place.is_walked ? 1.0 : 1.5);
}

std::vector<OptionalStop> list_fillers(RouteWish const& wish)
{
    constexpr double kLeast = 0.5; // of a place where somebody spoke: 1
    auto stops = wish.nearby;
    for (auto const& point : points_around(wish.meeting.point, round_radius(wish))) {
        stops.push_back({.point = point.point, .weight = kLeast});
    }
    return stops;
}

std::vector<std::vector<OptionalStop>> list_rounds(RouteWish const& wish)
{
    auto const radius = round_radius(wish);
    std::vector<std::vector<OptionalStop>> rounds{wish.nearby};
    for (double const width : {1.0, 2.0, 0.5}) {
        rounds.push_back(points_around(wish.meeting.point, width * radius));
    }
    return rounds;
}

void add_optional_anchors(
    streets::Network const& network,
    RouteWish const& wish,
    std::vector<OptionalStop> stops,
    std::vector<Anchor>& anchors)
{
    auto const most = anchors.size() + kMostOptional;
    auto const meeting = anchors.front().point.place;
    auto const reach = reach_of(wish);
    std::erase_if(
        stops, [&](OptionalStop const& stop) { return distance(stop.point, meeting) > reach; });
    std::ranges::stable_sort(stops, [&](OptionalStop const& a, OptionalStop const& b) {
        return std::pair{-a.weight, distance(a.point, meeting)} <
               std::pair{-b.weight, distance(b.point, meeting)};
    });
    for (auto const& stop : stops) {
        auto const snap = streets::find_nearest_street(
            network, stop.point, {.radius = kFarFromStreet, .step_free = wish.step_free});
        if (!snap) {
            continue;
        }
        // The middle, or an end where the middle is too close to what is there already.
        auto const length = network.edge(snap->point.edge).length();
        for (double const part : {0.5, 0.0, 1.0}) {
            auto const point = streets::point_along(network, snap->point.edge, part * length);
            Anchor anchor{
                .name = {street_at(network, point), point.place},
                .point = point,
                .weight = stop.weight};
            if (anchors.size() < most && is_apart(anchors, anchor)) {
                anchors.push_back(std::move(anchor));
                break;
            }
        }
    }
}

} // namespace wt::app
