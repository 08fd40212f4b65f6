#include "matching/solve.hpp"

#include "matching/bound.hpp"
#include "matching/explain.hpp"
#include "matching/search.hpp"

#include <cassert>

namespace wt::matching {

Plan solve(Problem const& problem, Limits const& limits)
{
    Model const model{problem};
    SeededRandom random{limits.seed};
    int iterations = 0;
    auto const schedule =
        improved(model, greedy_schedule(model, random), limits, random, iterations);
    Plan plan = explained(model, schedule);
    plan.bound = bound_on_served(model);
    plan.iterations = iterations;
    assert(plan.bound >= plan.objective.served);
    return plan;
}

} // namespace wt::matching
