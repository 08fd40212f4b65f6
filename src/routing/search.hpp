#pragma once

#include "routing/route.hpp"
#include "routing/solve.hpp"

namespace wt::routing {

/// Ruin and recreate with simulated annealing from the routes `first`, which fit their budgets, one
/// per vehicle. Counts its rounds in `iterations`.
std::vector<Stops> search(
    Terrain const& terrain,
    std::vector<Stops> const& first,
    Limits const& limits,
    std::int64_t& iterations);

} // namespace wt::routing
