#pragma once

#include "routing/route.hpp"
#include "routing/solve.hpp"

namespace wt::routing {

/// Ruin and recreate with simulated annealing (after SISR: J. Christiaens, G. Vanden Berghe,
/// Transportation Science 54 (2020) 417) from the stops `first`, which fit the budget. Counts its
/// rounds in `iterations`.
Stops search(Terrain const& terrain, Stops first, Limits const& limits, int& iterations);

} // namespace wt::routing
