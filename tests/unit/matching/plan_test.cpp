#include "matching/plan.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace wt::matching {
namespace {

TEST(IsBetter, TheFirstLevelThatDiffersDecides)
{
    EXPECT_TRUE(is_better({.served = 2}, {.served = 1, .priority = 100}));
    EXPECT_TRUE(is_better({.served = 1, .unevenness = 3}, {.served = 1, .unevenness = 4}));
    EXPECT_TRUE(is_better({.hours = 5, .travel_and_load = 9}, {.hours = 4}));
    EXPECT_FALSE(is_better({.served = 1}, {.served = 1}));
}

TEST(Gap, IsTheShareThatMayStillBeServed)
{
    Plan plan{.bound = 10};
    plan.objective.served = 9;
    EXPECT_DOUBLE_EQ(plan.gap(), 0.1);
    EXPECT_FALSE(plan.is_proven_optimal());
}

TEST(Name, EveryReasonHasItsOwn)
{
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(WhyNot::others_first); ++i) {
        names.insert(name(static_cast<WhyNot>(i)));
    }
    EXPECT_EQ(names.size(), 8U);
    for (int i = 0; i <= static_cast<int>(Why::shared); ++i) {
        names.insert(name(static_cast<Why>(i)));
    }
    EXPECT_EQ(names.size(), 15U);
}

} // namespace
} // namespace wt::matching
