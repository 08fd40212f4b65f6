#pragma once

#include "base/units.hpp"

#include <cstddef>
#include <limits>
#include <vector>

namespace wt::routing {

/// Time between two points that no path joins.
inline constexpr Seconds kUnreachable{std::numeric_limits<double>::infinity()};

/// A place that a walk may go to.
struct Point
{
    double weight = 0.0; ///< what a visit is worth, >= 0
    Seconds dwell{0};    ///< time spent there, >= 0
    bool must = false;   ///< comes before all points that are not
    /// When the time spent there may begin, from the start of the route on; who comes before
    /// `opens` waits.
    Seconds opens{0};
    Seconds closes = kUnreachable; ///< >= opens; infinite: whenever
};

/// The orienteering problem: each of `vehicles` from `start` to `end` within `budget`, together by
/// the points of the highest weight, each point once. `start` and `end` may be one point; their own
/// weight, dwell, window and must do not count.
/// Times are those of shortest paths: a detour is never quicker (otherwise plans stay feasible, but
/// points that only fit by a detour are left out).
struct Problem
{
    std::vector<Point> points{};
    std::vector<Seconds> times{}; ///< n x n row-major, from row to column, >= 0 or kUnreachable;
                                  ///< need not be symmetric
    std::size_t start = 0;
    std::size_t end = 0;
    Seconds budget{0};
    /// Her usual way: points that are visited in this order, each of them a must. Others may come
    /// between. For one vehicle only.
    std::vector<std::size_t> must_in_order{};
    std::size_t vehicles = 1; ///< routes, >= 1

    [[nodiscard]] Seconds time(std::size_t from, std::size_t to) const
    {
        return times[from * points.size() + to];
    }
};

/// True if the sizes agree, numbers are in range, indices exist, and `must_in_order` repeats none
/// and is for one vehicle.
bool is_valid(Problem const& problem);

} // namespace wt::routing
