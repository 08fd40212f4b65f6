#pragma once

#include "base/random.hpp"
#include "routing/problem.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace wt::routing {

/// Points of the plane, times their distances: a place is where it is whatever the way. Start and
/// end are the first.
inline Problem given_places(std::vector<std::pair<double, double>> const& places, double budget)
{
    Problem problem{.points = std::vector<Point>(places.size()), .budget = Seconds{budget}};
    for (auto const& [x1, y1] : places) {
        for (auto const& [x2, y2] : places) {
            problem.times.emplace_back(std::hypot(x1 - x2, y1 - y2));
        }
    }
    for (auto& point : problem.points) {
        point.weight = 1.0;
    }
    return problem;
}

/// `count` places in a square of 100 with weights, dwell and some musts; some of them in order.
inline Problem random_problem(std::uint64_t seed, std::size_t count, double budget)
{
    SeededRandom random{seed};
    std::vector<std::pair<double, double>> places;
    for (std::size_t i = 0; i < count; ++i) {
        places.emplace_back(100 * random.uniform(), 100 * random.uniform());
    }
    Problem problem = given_places(places, budget);
    for (auto& point : problem.points) {
        point.weight = static_cast<double>(random.below(10));
        point.dwell = Seconds{static_cast<double>(random.below(5))};
        point.must = random.below(5) == 0;
    }
    // Uphill is slower: times need not be symmetric.
    for (std::size_t from = 0; from < count; ++from) {
        for (std::size_t to = 0; to < count; ++to) {
            double const climb = places[to].second - places[from].second;
            problem.times[from * count + to] += Seconds{0.3 * std::max(climb, 0.0)};
        }
    }
    problem.end = random.below(count);
    for (std::size_t point = 1; point < count && random.below(2) == 0; ++point) {
        if (point != problem.end) {
            problem.must_in_order.push_back(point);
        }
    }
    return problem;
}

/// Half of the points are open for a part of the budget only.
inline void give_windows(Problem& problem, std::uint64_t seed)
{
    SeededRandom random{seed + 1000};
    for (auto& point : problem.points) {
        if (random.below(2) == 0) {
            point.opens = problem.budget * random.uniform();
            point.closes = point.opens + 0.3 * problem.budget * random.uniform();
        }
    }
}

} // namespace wt::routing
