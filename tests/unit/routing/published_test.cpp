#include "routing/solve.hpp"
#include "unit/routing/given.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace wt::routing {
namespace {

std::filesystem::path published_instances()
{
    char const* shared = std::getenv("WALKTALK_SHARED");
    return std::filesystem::path{shared == nullptr ? "../shared" : shared} /
           "bench/orienteering/op";
}

/// Grammar: `Tmax P`, then `x y score`; the first point is the start, the second the end.
Problem read_instance(std::filesystem::path const& file)
{
    std::ifstream in{file};
    double budget = 0.0;
    int vehicles = 0;
    in >> budget >> vehicles;
    std::vector<std::pair<double, double>> places;
    std::vector<double> weights;
    for (double x = 0, y = 0, weight = 0; in >> x >> y >> weight;) {
        places.emplace_back(x, y);
        weights.push_back(weight);
    }
    Problem problem = given_places(places, budget);
    problem.end = 1;
    for (std::size_t point = 0; point < weights.size(); ++point) {
        problem.points[point].weight = weights[point];
    }
    return problem;
}

// Optima of T. Tsiligirides, J. Oper. Res. Soc. 35 (1984) 797, problem 1, as proven since.
TEST(Solve, ReachesTheOptimumOfPublishedInstances)
{
    auto const folder = published_instances() / "Tsiligirides_1";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP()
            << "The published instances are not there; set WALKTALK_SHARED to their folder.";
    }
    for (auto const& [name, optimum] :
         {std::pair{"budget_15", 45.0},
          std::pair{"budget_30", 110.0},
          std::pair{"budget_46", 175.0}}) {
        auto const file = folder / (std::string{"tsiligirides_problem_1_"} + name + ".txt");
        Plan const plan = solve(read_instance(file), {.iterations = 1500});
        EXPECT_EQ(plan.score, optimum) << name;
        EXPECT_GE(plan.bound, optimum) << name;
    }
}

} // namespace
} // namespace wt::routing
