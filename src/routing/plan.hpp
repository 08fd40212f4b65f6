#pragma once

#include "routing/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wt::routing {

/// Why a point is not visited: the first that holds, in this order.
enum class LeftOut
{
    unreachable,  ///< no path there and on to the end
    too_far,      ///< does not fit the budget, or its own hours, even alone
    must_not_fit, ///< a must that does not fit beside the other musts of more weight
    lower_weight, ///< the time is worth more elsewhere
};

struct LeftOutPoint
{
    std::size_t point;
    LeftOut why;
};

struct Route
{
    std::vector<std::size_t> order{}; ///< start, points visited, end
    Seconds total{0};                 ///< travel, waiting and dwell along `order`
};

struct Plan
{
    bool feasible = false;                ///< false: the end cannot be reached in time; no routes
    std::vector<Route> routes{};          ///< one per vehicle; some may visit nothing
    double score = 0.0;                   ///< weight of the points visited
    double bound = 0.0;                   ///< no route that visits as much of the musts scores more
    bool proven_optimal = false;          ///< nothing is better: musts first, then weight
    bool all_musts = true;                ///< every must is visited
    std::vector<LeftOutPoint> left_out{}; ///< by point
    std::int64_t iterations = 0;          ///< of the search; 0 where solved exactly
};

} // namespace wt::routing
