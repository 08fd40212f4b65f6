#pragma once

#include "routing/route.hpp"

namespace wt::routing {

/// The same stops in a shorter order: 2-opt (a stretch walked the other way round) and Or-opt (up
/// to three neighbours moved elsewhere; I. Or, 1976) until neither helps. Keeps the order of her
/// usual way. Works with times that are not symmetric. O(stops^2) for each improvement.
void shorten(Terrain const& terrain, Stops& stops);

} // namespace wt::routing
