#pragma once

#include "matching/plan.hpp"
#include "matching/problem.hpp"

#include <cstdint>
#include <functional>

namespace wt::matching {

/// How long to search. The same seed and iterations give the same plan; a `stop` that looks at a
/// clock does not.
struct Limits
{
    int iterations = 5000;
    std::uint64_t seed = 1;
    std::function<bool()> stop{}; ///< asked once per iteration; ends the search when true
};

/// The best plan found: greedy in order of waiting, then ruin and recreate on the objective level
/// by level, with an upper bound from a flow relaxation.
///
/// \pre rules are positive, unit_size 1..8, people >= 1, quality in 0..1 (asserted)
Plan solve(Problem const& problem, Limits const& limits);

} // namespace wt::matching
