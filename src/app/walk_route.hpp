#pragma once

#include "app/private_data.hpp"
#include "streets/network.hpp"

#include <chrono>
#include <vector>

namespace wt::app {

/// What a walk must do.
struct RouteWish
{
    NamedPlace meeting;
    std::vector<NamedPlace> places;  ///< that the women named, each at most once
    std::chrono::minutes length{60}; ///< with the talking
    std::chrono::minutes talk{4};    ///< at each place
    bool step_free = false;
};

/// Plans the walk over the streets: from the meeting point past as many of the places as the time
/// allows and back, in the order that takes the least time. Places that do not fit, or that no way
/// on foot leads to, are left out. Where the network does not reach the meeting point, the walk
/// has its meeting point and places, but no line.
PrivateWalk plan_route(streets::Network const& network, RouteWish const& wish);

} // namespace wt::app
