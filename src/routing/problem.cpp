#include "routing/problem.hpp"

#include <algorithm>
#include <cmath>

namespace wt::routing {

namespace {

bool is_sound(Point const& point)
{
    return std::isfinite(point.weight) && point.weight >= 0.0 &&
           std::isfinite(point.dwell.count()) && point.dwell.count() >= 0.0 &&
           std::isfinite(point.opens.count()) && point.opens.count() >= 0.0 &&
           point.closes >= point.opens;
}

} // namespace

bool is_valid(Problem const& problem)
{
    auto const n = problem.points.size();
    auto order = problem.must_in_order;
    std::ranges::sort(order);
    return problem.times.size() == n * n && problem.start < n && problem.end < n &&
           problem.vehicles > 0 && (order.empty() || problem.vehicles == 1) &&
           std::isfinite(problem.budget.count()) && problem.budget.count() >= 0.0 &&
           std::ranges::all_of(problem.points, is_sound) &&
           std::ranges::all_of(problem.times, [](Seconds t) { return t.count() >= 0.0; }) &&
           std::ranges::adjacent_find(order) == order.end() &&
           std::ranges::all_of(order, [&](std::size_t point) {
               return point < n && point != problem.start && point != problem.end;
           });
}

} // namespace wt::routing
