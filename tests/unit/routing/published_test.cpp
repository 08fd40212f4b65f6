#include "routing/formats/instance.hpp"
#include "routing/solve.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace wt::routing {
namespace {

std::filesystem::path published_instances()
{
    char const* shared = std::getenv("WALKTALK_SHARED");
    return std::filesystem::path{shared == nullptr ? "../shared" : shared} /
           "bench/orienteering/op";
}

Problem read_problem(std::filesystem::path const& file)
{
    std::ifstream in{file};
    return read_instance(std::string{std::istreambuf_iterator<char>{in}, {}}, Format::op).problem;
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
        Plan const plan = solve(read_problem(file), {.iterations = 1500});
        EXPECT_EQ(plan.score, optimum) << name;
        EXPECT_GE(plan.bound, optimum) << name;
    }
}

} // namespace
} // namespace wt::routing
