#include "routing/solve.hpp"
#include "unit/routing/given.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace wt::routing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Everything by search, nothing exactly.
constexpr std::size_t kNeverExact = 0;

Plan searched(Problem const& problem, int iterations = 500)
{
    return solve(problem, {.iterations = iterations, .exact_up_to = kNeverExact});
}

LeftOut why_left_out(Plan const& plan, std::size_t point)
{
    auto const found = std::ranges::find(plan.left_out, point, &LeftOutPoint::point);
    EXPECT_NE(found, plan.left_out.end());
    return found->why;
}

/// What is wrong with a plan, worked out again from the problem; empty if nothing is.
std::string fault_of(Problem const& problem, Plan const& plan)
{
    if (!plan.feasible) {
        return plan.order.empty() ? "" : "a route without feasibility";
    }
    Seconds total{0};
    double score = 0;
    std::vector<int> visits(problem.points.size());
    for (std::size_t i = 1; i < plan.order.size(); ++i) {
        total += problem.time(plan.order[i - 1], plan.order[i]);
        if (i + 1 < plan.order.size()) {
            total += problem.points[plan.order[i]].dwell;
            score += problem.points[plan.order[i]].weight;
            ++visits[plan.order[i]];
        }
    }
    if (plan.order.front() != problem.start || plan.order.back() != problem.end) {
        return "wrong ends";
    }
    if (std::ranges::any_of(visits, [](int times) { return times > 1; }) ||
        visits[problem.start] + visits[problem.end] > 0) {
        return "a point twice";
    }
    if (std::abs((total - plan.total).count()) > 1e-6 || std::abs(score - plan.score) > 1e-6) {
        return "wrong total or score";
    }
    if (total > problem.budget + Seconds{1e-9}) {
        return "over the budget";
    }
    auto place = plan.order.begin();
    for (auto const point : problem.must_in_order) {
        auto const found = std::ranges::find(plan.order, point);
        if (found != plan.order.end() && found < place) {
            return "her usual way out of order";
        }
        place = found == plan.order.end() ? place : found;
    }
    return plan.score <= plan.bound + 1e-6 ? "" : "bound too low";
}

TEST(Solve, VisitsEverythingThatFits)
{
    Plan const plan = solve(given_places({{0, 0}, {0, 10}, {10, 10}, {10, 0}}, 40));

    EXPECT_EQ(plan.total, Seconds{40});
    EXPECT_EQ(plan.score, 3.0);
    EXPECT_EQ(plan.order.size(), 5U);
    EXPECT_TRUE(plan.proven_optimal);
    EXPECT_THAT(plan.left_out, IsEmpty());
}

TEST(Solve, TheHeavierOfTwoIsVisited)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {-10, 0}}, 30);
    problem.points[2].weight = 2.0;

    Plan const plan = solve(problem);

    EXPECT_THAT(plan.order, ElementsAre(0, 2, 0));
    EXPECT_EQ(why_left_out(plan, 1), LeftOut::lower_weight);
}

TEST(Solve, AMustComesBeforeAnyWeight)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {-10, 0}}, 30);
    problem.points[1] = {.weight = 0.0, .must = true};
    problem.points[2].weight = 1e6;

    EXPECT_THAT(solve(problem).order, ElementsAre(0, 1, 0));
    EXPECT_THAT(searched(problem).order, ElementsAre(0, 1, 0));
}

TEST(Solve, OfMustsThatDoNotFitTogetherTheMostWeightIsVisited)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {0, 10}, {-10, 0}}, 35);
    for (auto& point : problem.points) {
        point.must = true;
    }
    problem.points[1].weight = 5.0;

    Plan const plan = solve(problem);

    EXPECT_FALSE(plan.all_musts);
    EXPECT_EQ(plan.score, 6.0);
    EXPECT_EQ(why_left_out(plan, 3), LeftOut::must_not_fit);
}

TEST(Solve, HerUsualWayIsFollowedInItsOrder)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {20, 0}, {30, 0}}, 200);
    problem.must_in_order = {3, 1, 2};

    EXPECT_THAT(solve(problem).order, ElementsAre(0, 3, 1, 2, 0));
    EXPECT_THAT(searched(problem).order, ElementsAre(0, 3, 1, 2, 0));
}

TEST(Solve, DwellCounts)
{
    Problem problem = given_places({{0, 0}, {10, 0}}, 25);
    problem.points[1].dwell = Seconds{6};

    EXPECT_EQ(why_left_out(solve(problem), 1), LeftOut::too_far);
    problem.points[1].dwell = Seconds{5};
    EXPECT_EQ(solve(problem).total, Seconds{25});
}

TEST(Solve, WhatNoPathReachesIsSaidSo)
{
    Problem problem = given_places({{0, 0}, {10, 0}}, 100);
    problem.times[0 * 2 + 1] = kUnreachable;

    EXPECT_EQ(why_left_out(solve(problem), 1), LeftOut::unreachable);
}

TEST(Solve, AnEndThatCannotBeReachedInTimeHasNoRoute)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {5, 5}}, 9);
    problem.end = 1;

    Plan const plan = solve(problem);

    EXPECT_FALSE(plan.feasible);
    EXPECT_THAT(plan.order, IsEmpty());
}

TEST(Solve, OnlyStartAndEndIsARoute)
{
    EXPECT_THAT(solve(given_places({{0, 0}}, 0)).order, ElementsAre(0, 0));
}

TEST(Solve, StopEndsTheSearchWithARoute)
{
    Problem const problem = random_problem(3, 40, 200);

    Plan const plan = solve(problem, {.iterations = 1'000'000, .stop = [] { return true; }});

    EXPECT_EQ(plan.iterations, 0);
    EXPECT_EQ(fault_of(problem, plan), "");
}

TEST(Solve, TheSameSeedGivesTheSameRoute)
{
    Problem const problem = random_problem(5, 40, 250);
    EXPECT_EQ(searched(problem, 300).order, searched(problem, 300).order);
}

TEST(IsValid, RefusesWhatDoesNotFitTogether)
{
    Problem const good = given_places({{0, 0}, {10, 0}}, 25);
    EXPECT_TRUE(is_valid(good));
    for (auto const& spoil : std::vector<void (*)(Problem&)>{
             [](Problem& p) { p.times.pop_back(); },
             [](Problem& p) { p.end = 2; },
             [](Problem& p) { p.budget = kUnreachable; },
             [](Problem& p) { p.points[1].weight = -1; },
             [](Problem& p) { p.points[1].dwell = Seconds{std::nan("")}; },
             [](Problem& p) { p.times[1] = Seconds{-1}; },
             [](Problem& p) { p.must_in_order = {1, 1}; },
             [](Problem& p) { p.must_in_order = {0}; }}) {
        Problem bad = good;
        spoil(bad);
        EXPECT_FALSE(is_valid(bad));
    }
}

RC_GTEST_PROP(Solve, EveryRouteKeepsItsRules, (std::uint64_t seed))
{
    Problem const problem =
        random_problem(seed, *rc::gen::inRange<std::size_t>(1, 25), *rc::gen::inRange(0, 600));
    RC_ASSERT(fault_of(problem, solve(problem, {.iterations = 100, .exact_up_to = 8})).empty());
}

RC_GTEST_PROP(Solve, MoreTimeIsNeverWorthLess, (std::uint64_t seed))
{
    Problem problem = random_problem(seed, 9, *rc::gen::inRange(50, 300));
    problem.must_in_order.clear();
    for (auto& point : problem.points) {
        point.must = false;
    }
    double const before = solve(problem).score;
    problem.budget += Seconds{*rc::gen::inRange(1, 100) * 1.0};

    RC_ASSERT(solve(problem).score >= before);
}

} // namespace
} // namespace wt::routing
