#pragma once

#include "app/private_data.hpp"
#include "streets/network.hpp"

#include <chrono>
#include <vector>

namespace wt::app {

/// Where a walk may go with the time that its places leave.
struct OptionalStop
{
    LatLon point;
    double weight = 1.0; ///< what it is worth to go there, >= 0
};

/// What a walk must do.
struct RouteWish
{
    NamedPlace meeting;
    std::vector<NamedPlace> places;      ///< that the women named, each at most once
    std::vector<std::size_t> in_order{}; ///< of `places`, a usual way: visited in this order
    std::vector<OptionalStop> nearby{};
    std::chrono::minutes length{60}; ///< with the talking
    std::chrono::minutes talk{4};    ///< at each place
    bool step_free = false;
};

/// Plans the walk over the streets: from the meeting point past as many of the places as the time
/// allows and back, in the order that takes the least time, or the one asked for. Places that do
/// not fit, or that no way on foot leads to, are left out.
///
/// The time that they leave goes to what is worth most of `nearby` and to points of a round of the
/// streets about the meeting point; a walk that would go nowhere goes past the one or the other.
/// Such a stop is the middle or an end of a street and bears the street's name: nobody can tell
/// from it whether anything was said there.
///
/// Where the network does not reach the meeting point, or there is no other street, the walk has
/// its meeting point and no line.
PrivateWalk plan_route(streets::Network const& network, RouteWish const& wish);

} // namespace wt::app
