#pragma once

#include "routing/plan.hpp"
#include "routing/problem.hpp"

#include <cstdint>
#include <functional>

namespace wt::routing {

/// How long to search. The same seed and iterations give the same plan; a `stop` or `spent` that
/// looks at a clock does not.
struct Limits
{
    std::int64_t iterations = 20'000;
    std::uint64_t seed = 1;
    std::function<bool()> stop{};    ///< asked now and then; ends the search when true
    std::function<double()> spent{}; ///< share of the time there is, 0..1, asked now and then: the
                                     ///< search cools along it, not the iterations, and ends at 1
    std::size_t exact_up_to = 16;    ///< so many candidate points are solved exactly; at most 20
};

/// The best route found: musts first (all if they fit together, otherwise the most weight of those
/// that do), then weight, then the shortest. Exact up to `exact_up_to` points that fit alone, by
/// dynamic programming over subsets; beyond, ruin and recreate with simulated annealing.
///
/// \pre is_valid(problem) (asserted)
Plan solve(Problem const& problem, Limits const& limits = {});

} // namespace wt::routing
