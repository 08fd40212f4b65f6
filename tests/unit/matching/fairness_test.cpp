#include "matching/fairness.hpp"
#include "unit/matching/given.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SharesByWard, CountAskedPossibleAndServed)
{
    Problem problem = given_problem(2, 3);
    problem.requests[1].windows.clear();
    problem.requests[2].ward = kOtherWard; // that neither officer knows
    Plan const plan{.assignments = {{.requests = {RequestId{1}}, .ward = kWard}}};

    EXPECT_THAT(
        shares_by_ward(problem, plan),
        ElementsAre(
            WardShare{.ward = kWard, .asked = 2, .possible = 1, .served = 1},
            WardShare{.ward = kOtherWard, .asked = 1, .possible = 0, .served = 0}));
}

TEST(SharesByWard, WhomSheRefusesCannotBeHers)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].refused = {OfficerId{2}};

    EXPECT_EQ(shares_by_ward(problem, {}).front().possible, 0);
}

TEST(LeftBehind, IsMoreThanTenPointsUnderTheMeanWhereMoreIsPossible)
{
    WardShare const good{.ward = {1}, .asked = 10, .possible = 10, .served = 8};
    WardShare const bad{.ward = {2}, .asked = 10, .possible = 9, .served = 4};
    WardShare const poor{.ward = {3}, .asked = 10, .possible = 4, .served = 4};

    EXPECT_THAT(left_behind({good, bad}), ElementsAre(bad));
    EXPECT_THAT(left_behind({good, poor}), IsEmpty());
    WardShare const small{.ward = {4}, .asked = 1, .possible = 1, .served = 0};
    EXPECT_THAT(left_behind({good, small}), IsEmpty());
    EXPECT_THAT(left_behind({}), IsEmpty());
}

} // namespace
} // namespace wt::matching
