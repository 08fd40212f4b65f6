#pragma once

#include "routing/route.hpp"

namespace wt::routing {

/// More candidates than this are not solved exactly: the table has 2^n n entries.
inline constexpr std::size_t kMostExact = 20;

/// The best stops, by dynamic programming over the subsets of the candidates (M. Held, R. Karp,
/// J. SIAM 10 (1962) 196): the least time to have visited a subset and stand at one of it.
///
/// \pre one vehicle, at most kMostExact candidates (asserted); the end can be reached in the budget
Stops solve_exactly(Terrain const& terrain);

} // namespace wt::routing
