#include "routing/bound.hpp"

#include <algorithm>
#include <limits>

namespace wt::routing {

namespace {

struct Item
{
    double weight;
    double cost; ///< seconds
};

/// The shortest time from any of `others` to `point`, or from it to them if `outward`.
double shortest(Terrain const& terrain, std::size_t point, std::size_t other_end, bool outward)
{
    auto const& problem = terrain.problem;
    auto const time = [&](std::size_t other) {
        return (outward ? problem.time(point, other) : problem.time(other, point)).count();
    };
    double least = time(other_end);
    for (auto const other : terrain.candidates) {
        if (other != point) {
            least = std::min(least, time(other));
        }
    }
    return least;
}

} // namespace

double bound_on_score(Terrain const& terrain)
{
    auto const& problem = terrain.problem;
    std::vector<Item> items;
    for (auto const point : terrain.candidates) {
        double const ways = shortest(terrain, point, problem.start, false) +
                            shortest(terrain, point, problem.end, true);
        auto const& given = problem.points[point];
        items.push_back({given.weight, given.dwell.count() + ways / 2.0});
    }
    std::ranges::sort(items, std::ranges::greater{}, [](Item const& item) {
        return item.cost > 0.0 ? item.weight / item.cost : std::numeric_limits<double>::infinity();
    });
    double const ends = shortest(terrain, problem.start, problem.end, true) +
                        shortest(terrain, problem.end, problem.start, false);
    double left = static_cast<double>(problem.vehicles) * (terrain.budget.count() - ends / 2.0);
    double bound = 0.0;
    for (auto const& item : items) {
        double const share = item.cost > 0.0 ? std::clamp(left / item.cost, 0.0, 1.0) : 1.0;
        bound += share * item.weight;
        left -= item.cost;
    }
    return bound;
}

} // namespace wt::routing
