#pragma once

#include "matching/plan.hpp"
#include "matching/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>

namespace wt::matching {

/// Calls `work(i)` once for each i below `count`, in any order, and returns when all are done.
using ForEach =
    std::function<void(std::size_t count, std::function<void(std::size_t)> const& work)>;

/// How long to search. The same seed and iterations give the same plan, whatever `for_each` does; a
/// `stop` that looks at a clock does not.
struct Limits
{
    int iterations = 5000; ///< rounds of the search for each command unit
    std::uint64_t seed = 1;
    /// Asked often, from wherever `for_each` runs the work; ends the search when true, and the
    /// tightening of the bound.
    std::function<bool()> stop{};
    ForEach for_each{}; ///< one after the other if empty
};

/// The best plan found: greedy in order of waiting, then ruin and recreate on the objective level
/// by level, with a proven upper bound (`bound.hpp`, `capacity_bound.hpp`).
///
/// \pre rules are positive, unit_size 1..8, people >= 1, quality in 0..1 (asserted)
Plan solve(Problem const& problem, Limits const& limits);

} // namespace wt::matching
