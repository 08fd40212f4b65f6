#include "matching/check.hpp"
#include "matching/solve.hpp"
#include "unit/matching/given.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace wt::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// `problem` with all of `plan` as the plan before.
Problem after(Problem problem, Plan const& plan, bool confirmed)
{
    for (auto const& walk : plan.assignments) {
        problem.earlier.push_back(
            {.requests = walk.requests,
             .start = walk.start,
             .officers = walk.officers,
             .confirmed = confirmed});
    }
    return problem;
}

std::size_t count_same(Plan const& a, Plan const& b)
{
    return static_cast<std::size_t>(std::ranges::count_if(a.assignments, [&](auto const& walk) {
        return std::ranges::any_of(b.assignments, [&](auto const& other) {
            return walk.requests == other.requests && walk.start == other.start &&
                   walk.officers == other.officers;
        });
    }));
}

TEST(Repair, NothingChangesWhereNothingHappened)
{
    Problem const problem = random_problem(7, 8, 8);
    Plan const before = solve(problem, {.iterations = 500});

    Plan const plan = solve(after(problem, before, false), {.iterations = 500, .seed = 2});

    EXPECT_EQ(count_same(before, plan), before.assignments.size());
}

TEST(Repair, ASickOfficerIsReplacedAndTheTimeStays)
{
    Problem const problem = given_problem(3, 1);
    Plan const before = solve(problem, {.iterations = 100});
    auto const sick = before.assignments[0].officers[0];
    auto const well = before.assignments[0].officers[1];
    Problem next = after(problem, before, true);
    std::erase_if(next.officers, [&](Officer const& officer) { return officer.id == sick; });

    Plan const plan = solve(next, {.iterations = 100});

    ASSERT_EQ(plan.assignments.size(), 1);
    EXPECT_EQ(plan.assignments[0].start, before.assignments[0].start);
    EXPECT_THAT(plan.assignments[0].officers, testing::Contains(well));
    EXPECT_THAT(check(next, plan), IsEmpty());
}

TEST(Repair, ACancelledWalkLetsTheNextOneMoveUp)
{
    Problem const problem = given_problem(2, 2);
    Plan const before = solve(problem, {.iterations = 100});
    ASSERT_EQ(before.unserved.size(), 1);
    Problem next = after(problem, before, true);
    std::erase_if(next.requests, [&](Request const& request) {
        return request.id == before.assignments[0].requests[0];
    });

    Plan const plan = solve(next, {.iterations = 100});

    ASSERT_EQ(plan.assignments.size(), 1);
    EXPECT_THAT(plan.assignments[0].requests, ElementsAre(before.unserved[0].request));
}

TEST(Repair, WhatIsConfirmedStaysThoughAnotherWaitedLonger)
{
    Problem problem = given_problem(2, 1);
    Plan const before = solve(problem, {.iterations = 100});
    problem.requests.push_back(given_request(2));
    problem.requests.back().waiting_since -= std::chrono::weeks{20};

    Plan const plan = solve(after(problem, before, true), {.iterations = 300});

    ASSERT_EQ(plan.assignments.size(), 1);
    EXPECT_THAT(plan.assignments[0].requests, ElementsAre(RequestId{1}));
}

} // namespace
} // namespace wt::matching
