#pragma once

#include "routing/route.hpp"

namespace wt::routing {

/// An upper bound on the weight of all routes together: each stop costs at least its dwell and half
/// of its shortest ways in and out; the fractional knapsack of weights over these costs within all
/// budgets.
double bound_on_score(Terrain const& terrain);

} // namespace wt::routing
