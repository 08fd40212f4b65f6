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

/// The stops of a plan of one vehicle, start and end included.
std::vector<std::size_t> order_of(Plan const& plan)
{
    EXPECT_EQ(plan.routes.size(), 1U);
    return plan.routes.front().order;
}

/// What is wrong with a route, worked out again from the problem; empty if nothing is.
std::string fault_of(Problem const& problem, Route const& route)
{
    Seconds clock{0};
    for (std::size_t i = 1; i < route.order.size(); ++i) {
        clock += problem.time(route.order[i - 1], route.order[i]);
        if (i + 1 < route.order.size()) {
            auto const& point = problem.points[route.order[i]];
            clock = std::max(clock, point.opens);
            if (clock > point.closes) {
                return "a point that is closed";
            }
            clock += point.dwell;
        }
    }
    if (route.order.front() != problem.start || route.order.back() != problem.end) {
        return "wrong ends";
    }
    if (std::abs((clock - route.total).count()) > 1e-6) {
        return "wrong total";
    }
    return clock > problem.budget + Seconds{1e-6} ? "over the budget" : "";
}

bool keeps_her_way(Problem const& problem, Route const& route)
{
    auto place = route.order.begin();
    for (auto const point : problem.must_in_order) {
        auto const found = std::ranges::find(route.order, point);
        if (found != route.order.end() && found < place) {
            return false;
        }
        place = found == route.order.end() ? place : found;
    }
    return true;
}

std::string fault_of(Problem const& problem, Plan const& plan)
{
    if (plan.routes.size() != (plan.feasible ? problem.vehicles : 0)) {
        return "more or fewer routes than vehicles";
    }
    double score = 0;
    std::vector<int> visits(problem.points.size());
    for (auto const& route : plan.routes) {
        if (auto const fault = fault_of(problem, route); !fault.empty()) {
            return fault;
        }
        if (!keeps_her_way(problem, route)) {
            return "her usual way out of order";
        }
        for (std::size_t i = 1; i + 1 < route.order.size(); ++i) {
            score += problem.points[route.order[i]].weight;
            ++visits[route.order[i]];
        }
    }
    if (std::ranges::any_of(visits, [](int times) { return times > 1; }) ||
        visits[problem.start] + visits[problem.end] > 0) {
        return "a point twice";
    }
    if (std::abs(score - plan.score) > 1e-6) {
        return "wrong score";
    }
    return plan.score <= plan.bound + 1e-6 ? "" : "bound too low";
}

TEST(Solve, VisitsEverythingThatFits)
{
    Plan const plan = solve(given_places({{0, 0}, {0, 10}, {10, 10}, {10, 0}}, 40));

    EXPECT_EQ(plan.routes.front().total, Seconds{40});
    EXPECT_EQ(plan.score, 3.0);
    EXPECT_EQ(order_of(plan).size(), 5U);
    EXPECT_TRUE(plan.proven_optimal);
    EXPECT_THAT(plan.left_out, IsEmpty());
}

TEST(Solve, TheHeavierOfTwoIsVisited)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {-10, 0}}, 30);
    problem.points[2].weight = 2.0;

    Plan const plan = solve(problem);

    EXPECT_THAT(order_of(plan), ElementsAre(0, 2, 0));
    EXPECT_EQ(why_left_out(plan, 1), LeftOut::lower_weight);
}

TEST(Solve, AMustComesBeforeAnyWeight)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {-10, 0}}, 30);
    problem.points[1] = {.weight = 0.0, .must = true};
    problem.points[2].weight = 1e6;

    EXPECT_THAT(order_of(solve(problem)), ElementsAre(0, 1, 0));
    EXPECT_THAT(order_of(searched(problem)), ElementsAre(0, 1, 0));
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

    EXPECT_THAT(order_of(solve(problem)), ElementsAre(0, 3, 1, 2, 0));
    EXPECT_THAT(order_of(searched(problem)), ElementsAre(0, 3, 1, 2, 0));
}

TEST(Solve, DwellCounts)
{
    Problem problem = given_places({{0, 0}, {10, 0}}, 25);
    problem.points[1].dwell = Seconds{6};

    EXPECT_EQ(why_left_out(solve(problem), 1), LeftOut::too_far);
    problem.points[1].dwell = Seconds{5};
    EXPECT_EQ(solve(problem).routes.front().total, Seconds{25});
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
    EXPECT_THAT(plan.routes, IsEmpty());
}

TEST(Solve, OnlyStartAndEndIsARoute)
{
    EXPECT_THAT(order_of(solve(given_places({{0, 0}}, 0))), ElementsAre(0, 0));
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
    EXPECT_EQ(order_of(searched(problem, 300)), order_of(searched(problem, 300)));
}

TEST(Solve, WhoComesEarlyWaits)
{
    Problem problem = given_places({{0, 0}, {10, 0}}, 40);
    problem.points[1].opens = Seconds{25};

    EXPECT_EQ(solve(problem).routes.front().total, Seconds{35});
    EXPECT_EQ(searched(problem).routes.front().total, Seconds{35});
}

TEST(Solve, WhatHasClosedIsLeftOut)
{
    Problem problem = given_places({{0, 0}, {10, 0}}, 40);
    problem.points[1].closes = Seconds{9};

    EXPECT_EQ(why_left_out(solve(problem), 1), LeftOut::too_far);
}

TEST(Solve, TwoVehiclesShareThePoints)
{
    Problem problem = given_places({{0, 0}, {10, 0}, {-10, 0}}, 20);
    problem.vehicles = 2;

    Plan const plan = solve(problem);

    EXPECT_EQ(plan.score, 2.0);
    EXPECT_EQ(fault_of(problem, plan), "");
}

TEST(Solve, SpentEndsTheSearchWithARoute)
{
    Problem const problem = random_problem(3, 40, 200);
    int asked = 0;

    Plan const plan = solve(problem, {.iterations = 1'000'000, .spent = [&] {
                                          return ++asked < 9 ? 0.1 * asked : 1.0;
                                      }});

    EXPECT_LT(plan.iterations, 1'000'000);
    EXPECT_EQ(fault_of(problem, plan), "");
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
             [](Problem& p) { p.points[1].opens = Seconds{-1}; },
             [](Problem& p) { p.points[1] = {.opens = Seconds{2}, .closes = Seconds{1}}; },
             [](Problem& p) { p.vehicles = 0; },
             [](Problem& p) { p.vehicles = 2, p.must_in_order = {1}; },
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

RC_GTEST_PROP(Solve, RoutesOfManyVehiclesKeepTheirRules, (std::uint64_t seed))
{
    Problem problem =
        random_problem(seed, *rc::gen::inRange<std::size_t>(1, 40), *rc::gen::inRange(0, 600));
    problem.must_in_order.clear();
    problem.vehicles = *rc::gen::inRange<std::size_t>(1, 5);
    if (*rc::gen::inRange(0, 2) == 1) {
        give_windows(problem, seed);
    }
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
