#include "routing/route.hpp"
#include "routing/solve.hpp"
#include "unit/routing/given.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace wt::routing {
namespace {

/// Musts' weight, their number, other weight: what a route is worth before its length.
using Worth = std::array<double, 3>;

/// Tries every order of every subset, split over the vehicles in every way.
class Oracle
{
public:
    explicit Oracle(Problem const& problem) : problem_{problem}
    {
        visited_.assign(problem.points.size(), false);
        visited_[problem.start] = visited_[problem.end] = true;
        go_on(problem.start, Seconds{0}, {}, 1);
    }

    [[nodiscard]] Worth best() const { return best_; }
    [[nodiscard]] bool is_feasible() const { return is_feasible_; }

private:
    [[nodiscard]] bool is_must(std::size_t point) const
    {
        return problem_.points[point].must ||
               std::ranges::find(problem_.must_in_order, point) != problem_.must_in_order.end();
    }

    /// True if nobody who comes later on her usual way has been visited.
    [[nodiscard]] bool is_in_order(std::size_t point) const
    {
        auto const& order = problem_.must_in_order;
        auto const found = std::ranges::find(order, point);
        return found == order.end() ||
               std::none_of(found, order.end(), [&](std::size_t later) { return visited_[later]; });
    }

    void go_on(std::size_t at, Seconds so_far, Worth worth, std::size_t vehicle)
    {
        if (so_far + problem_.time(at, problem_.end) <= problem_.budget) {
            is_feasible_ = true;
            best_ = std::max(best_, worth);
            if (vehicle < problem_.vehicles && at != problem_.start) {
                go_on(problem_.start, Seconds{0}, worth, vehicle + 1);
            }
        }
        for (std::size_t next = 0; next < problem_.points.size(); ++next) {
            if (visited_[next] || !is_in_order(next)) {
                continue;
            }
            auto const& point = problem_.points[next];
            Seconds const begin = std::max(so_far + problem_.time(at, next), point.opens);
            if (begin > point.closes) {
                continue;
            }
            Worth more = worth;
            more[is_must(next) ? 0 : 2] += point.weight;
            more[1] += is_must(next) ? 1 : 0;
            visited_[next] = true;
            go_on(next, begin + point.dwell, more, vehicle);
            visited_[next] = false;
        }
    }

    Problem const& problem_;
    std::vector<bool> visited_;
    Worth best_{};
    bool is_feasible_ = false;
};

Worth worth_of(Problem const& problem, Plan const& plan)
{
    Terrain const terrain{problem};
    Worth worth{};
    for (auto const& route : plan.routes) {
        for (std::size_t i = 1; i + 1 < route.order.size(); ++i) {
            auto const point = route.order[i];
            worth[terrain.is_must[point] ? 0 : 2] += problem.points[point].weight;
            worth[1] += terrain.is_must[point] ? 1 : 0;
        }
    }
    return worth;
}

TEST(Solve, IsWorthAsMuchAsTheBestOfAllRoutes)
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Problem const problem = random_problem(seed, 7, 40.0 + 5.0 * static_cast<double>(seed));
        Oracle const oracle{problem};

        Plan const exact = solve(problem);
        Plan const searched = solve(problem, {.iterations = 400, .exact_up_to = 0});

        EXPECT_EQ(exact.feasible, oracle.is_feasible()) << "seed " << seed;
        EXPECT_EQ(worth_of(problem, exact), oracle.best()) << "seed " << seed;
        EXPECT_EQ(worth_of(problem, searched), oracle.best()) << "seed " << seed;
        EXPECT_TRUE(!exact.feasible || exact.proven_optimal);
    }
}

TEST(Solve, WithWindowsIsWorthAsMuchAsTheBestOfAllRoutes)
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Problem problem = random_problem(seed, 7, 40.0 + 5.0 * static_cast<double>(seed));
        give_windows(problem, seed);
        Oracle const oracle{problem};

        EXPECT_EQ(worth_of(problem, solve(problem)), oracle.best()) << "seed " << seed;
        EXPECT_EQ(
            worth_of(problem, solve(problem, {.iterations = 400, .exact_up_to = 0})), oracle.best())
            << "seed " << seed;
    }
}

TEST(Solve, RoutesOfManyVehiclesAreWorthAsMuchAsTheBest)
{
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Problem problem = random_problem(seed, 7, 60.0 + 3.0 * static_cast<double>(seed));
        problem.must_in_order.clear();
        problem.vehicles = 2 + seed % 2;
        if (seed % 4 < 2) {
            give_windows(problem, seed);
        }
        EXPECT_EQ(worth_of(problem, solve(problem, {.iterations = 800})), Oracle{problem}.best())
            << "seed " << seed;
    }
}

TEST(Solve, SearchFindsWhatIsExactAtFourteenPoints)
{
    for (std::uint64_t seed = 100; seed < 110; ++seed) {
        Problem const problem = random_problem(seed, 14, 250);

        Plan const exact = solve(problem);
        Plan const searched = solve(problem, {.iterations = 1500, .exact_up_to = 0});

        EXPECT_EQ(worth_of(problem, searched), worth_of(problem, exact)) << "seed " << seed;
    }
}

} // namespace
} // namespace wt::routing
