#include "matching/check.hpp"
#include "matching/solve.hpp"
#include "unit/matching/given.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace wt::matching {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Plan solved(Problem const& problem, int iterations = 200)
{
    return solve(problem, {.iterations = iterations});
}

/// The reason of the only request that is left out.
WhyNot why_not(Problem const& problem)
{
    Plan const plan = solved(problem);
    EXPECT_EQ(plan.unserved.size(), 1U);
    return plan.unserved.empty() ? WhyNot::others_first : plan.unserved.front().why_not;
}

TEST(Solve, AUnitOfTwoWalksWithHer)
{
    Plan const plan = solved(given_problem(2, 1));

    ASSERT_EQ(plan.assignments.size(), 1U);
    EXPECT_THAT(plan.assignments[0].requests, ElementsAre(RequestId{1}));
    EXPECT_THAT(plan.assignments[0].officers, ElementsAre(OfficerId{1}, OfficerId{2}));
    EXPECT_EQ(plan.assignments[0].start, evening(60, 120).from);
    EXPECT_TRUE(plan.is_proven_optimal());
    EXPECT_EQ(plan.gap(), 0.0);
    EXPECT_THAT(plan.assignments[0].why, Contains(Why::her_only_time));
}

TEST(Solve, NothingToPlanIsAnEmptyPlan)
{
    Plan const plan = solved(Problem{});
    EXPECT_THAT(plan.assignments, IsEmpty());
    EXPECT_EQ(plan.bound, 0);
    EXPECT_EQ(plan.gap(), 0.0);
}

TEST(Solve, TheLongestWaitingComesFirst)
{
    Problem problem = given_problem(2, 2);
    problem.requests[1].waiting_since -= std::chrono::weeks{1};

    Plan const plan = solved(problem);

    ASSERT_EQ(plan.assignments.size(), 1U);
    EXPECT_THAT(plan.assignments[0].requests, ElementsAre(RequestId{2}));
    EXPECT_THAT(plan.assignments[0].why, Contains(Why::waited_longest));
    EXPECT_EQ(plan.unserved[0].why_not, WhyNot::others_first);
}

TEST(Solve, WhoseWalkWasBrokenOffComesBeforeAnyWait)
{
    Problem problem = given_problem(2, 2);
    problem.requests[0].waiting_since -= std::chrono::weeks{200};
    problem.requests[1].is_first_for_next = true;

    EXPECT_THAT(solved(problem).assignments[0].requests, ElementsAre(RequestId{2}));
}

TEST(Solve, TwoAreServedRatherThanOneWhoWaitedLonger)
{
    Problem problem = given_problem(2, 3);
    problem.requests[0].windows = {evening(60, 120)};
    problem.requests[0].waiting_since -= std::chrono::weeks{50};
    problem.requests[1].windows = {evening(0, 60)};
    problem.requests[2].windows = {evening(105, 165)};

    Plan const plan = solved(problem);

    EXPECT_EQ(plan.objective.served, 2);
    EXPECT_TRUE(plan.is_proven_optimal());
}

TEST(Solve, WardsAreLevelled)
{
    Problem problem = given_problem(4, 6);
    for (auto& officer : problem.officers) {
        officer.wards = {kWard, kOtherWard};
    }
    problem.requests[4].ward = kOtherWard;
    problem.requests[5].ward = kOtherWard;

    Plan const plan = solved(problem);

    auto const in_other = std::ranges::count(plan.assignments, kOtherWard, &Assignment::ward);
    EXPECT_EQ(plan.objective.served, 2);
    EXPECT_EQ(in_other, 1);
}

TEST(Solve, TheDarkestHourIsChosen)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].windows = {evening(0, 300)};
    Instant const best = evening(150, 0).from;
    problem.quality = [=](Request const&, Instant start) { return start == best ? 0.9 : 0.5; };

    Plan const plan = solved(problem);

    EXPECT_EQ(plan.assignments[0].start, best);
    EXPECT_THAT(plan.assignments[0].why, Contains(Why::best_hour));
    EXPECT_EQ(plan.objective.hours, 900);
}

TEST(Solve, OfficersWhoKnowThePlaceAndHerLanguageArePreferred)
{
    Problem problem = given_problem(4, 1);
    problem.officers[0].wards = {kOtherWard};
    problem.officers[1].languages = {"cy"};
    problem.officers[3].languages = {"cy"};
    problem.requests[0].language = "cy";

    Plan const plan = solved(problem);

    EXPECT_THAT(plan.assignments[0].officers, ElementsAre(OfficerId{2}, OfficerId{4}));
    EXPECT_THAT(plan.assignments[0].why, Contains(Why::all_speak_language));
}

TEST(Solve, WhoSpeaksHerLanguageComesBeforeASecondWhoKnowsTheWard)
{
    Problem problem = given_problem(3, 1);
    problem.officers[2].wards = {kOtherWard};
    problem.officers[2].languages = {"cy"};
    problem.requests[0].language = "cy";

    EXPECT_THAT(solved(problem).assignments[0].officers, Contains(OfficerId{3}));
}

TEST(Solve, ALanguageThatNobodySpeaksKeepsNobodyFromWalking)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].language = "cy";

    Plan const plan = solved(problem);

    EXPECT_EQ(plan.objective.served, 1);
    EXPECT_THAT(plan.assignments[0].why, Not(Contains(Why::all_speak_language)));
    EXPECT_THAT(check(problem, plan), IsEmpty());
}

TEST(Solve, DarknessAndQuietCountMoreThanHerLanguage)
{
    Problem problem = given_problem(4, 1);
    problem.requests[0].windows = {evening(0, 300)};
    problem.requests[0].language = "cy";
    problem.officers[2].languages = problem.officers[3].languages = {"cy"};
    problem.officers[2].shifts = problem.officers[3].shifts = {evening(-60, 90)};
    Instant const best = evening(150, 0).from;
    problem.quality = [=](Request const&, Instant start) { return start == best ? 0.9 : 0.5; };

    EXPECT_EQ(solved(problem).assignments[0].start, best);
    problem.requests[0].needs_language = true;
    EXPECT_LT(solved(problem).assignments[0].start, best);
}

TEST(Solve, OfHoursAlikeTheOneWithHerLanguageIsChosen)
{
    Problem problem = given_problem(4, 1);
    problem.requests[0].windows = {evening(0, 300)};
    problem.requests[0].language = "cy";
    problem.officers[3].languages = {"cy"};
    problem.officers[3].shifts = {evening(150, 420)};

    EXPECT_THAT(solved(problem).assignments[0].officers, Contains(OfficerId{4}));
}

TEST(Solve, WorkIsSharedOut)
{
    Problem problem = given_problem(4, 2);
    problem.requests[1].windows = {evening(210, 270)};

    Plan const plan = solved(problem);

    ASSERT_EQ(plan.assignments.size(), 2U);
    EXPECT_THAT(plan.assignments[0].officers, Not(Contains(plan.assignments[1].officers[0])));
    EXPECT_THAT(plan.assignments[0].officers, Not(Contains(plan.assignments[1].officers[1])));
}

TEST(Solve, WhoAgreesSharesAWalk)
{
    Problem problem = given_problem(2, 2);
    problem.requests[0].may_share = problem.requests[1].may_share = true;
    problem.requests[1].step_free = true;

    Plan const plan = solved(problem);

    ASSERT_EQ(plan.assignments.size(), 1U);
    EXPECT_EQ(plan.assignments[0].requests.size(), 2U);
    EXPECT_TRUE(plan.assignments[0].step_free);
    EXPECT_THAT(plan.assignments[0].why, Contains(Why::shared));
    EXPECT_THAT(check(problem, plan), IsEmpty());
}

TEST(Solve, AGuestNeverJoins)
{
    Problem problem = given_problem(2, 2);
    problem.requests[0].may_share = problem.requests[1].may_share = true;
    problem.requests[1].party = Party::guest;

    EXPECT_EQ(solved(problem).objective.served, 1);
}

TEST(Solve, AGuestJoinsWhereAllAgreedBeforehand)
{
    Problem problem = given_problem(2, 2);
    for (auto& request : problem.requests) {
        request.may_share = true;
        request.welcomes_guests = true;
    }
    problem.requests[0].party = Party::guest;

    EXPECT_EQ(solve(problem, {.iterations = 50}).objective.served, 2);

    problem.requests[1].welcomes_guests = false;
    EXPECT_EQ(solve(problem, {.iterations = 50}).objective.served, 1);
}

TEST(Solve, NobodyWalksOutsideHerCommandUnit)
{
    Problem problem = given_problem(4, 2);
    problem.officers[0].bcu = problem.officers[1].bcu = problem.requests[1].bcu = {1};
    problem.officers[3].bcu = {2};

    Plan const plan = solve(problem, {.iterations = 50});

    EXPECT_EQ(plan.objective.served, 1);
    EXPECT_EQ(plan.bound, 1);
    EXPECT_TRUE(check(problem, plan).empty());
}

TEST(Solve, WhoRunsThePartsMakesNoDifference)
{
    Problem problem = random_problem(3, 12, 12);
    for (std::size_t i = 0; i < 12; ++i) {
        problem.officers[i].bcu = problem.requests[i].bcu = {1 + static_cast<int>(i % 3)};
    }
    auto const backwards = [](std::size_t count, std::function<void(std::size_t)> const& work) {
        for (auto i = count; i > 0; --i) {
            work(i - 1);
        }
    };

    Plan const one = solve(problem, {.iterations = 3000});
    Plan const other = solve(problem, {.iterations = 3000, .for_each = backwards});

    EXPECT_EQ(one.objective, other.objective);
    EXPECT_EQ(one.bound, other.bound);
}

TEST(Solve, FourPeopleAreTheMost)
{
    Problem problem = given_problem(2, 3);
    for (auto& request : problem.requests) {
        request.may_share = true;
        request.people = 2;
    }
    EXPECT_EQ(solved(problem).objective.served, 2);
}

TEST(Solve, AUnitOfThreeIsASetting)
{
    Problem problem = given_problem(3, 1);
    problem.rules.unit_size = 3;
    EXPECT_EQ(solved(problem).assignments[0].officers.size(), 3U);
}

TEST(WhyNotServed, NoHourOffered)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].windows.clear();
    EXPECT_EQ(why_not(problem), WhyNot::no_hour_offered);
}

TEST(WhyNotServed, WindowTooShort)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].windows = {evening(0, 45), evening(50, 115)};
    EXPECT_EQ(why_not(problem), WhyNot::window_too_short);
}

TEST(WhyNotServed, NobodyFree)
{
    Problem problem = given_problem(2, 1);
    problem.officers[0].busy = {evening(100, 110)};
    EXPECT_EQ(why_not(problem), WhyNot::nobody_free);
}

TEST(WhyNotServed, NobodyFreeBecauseTheShiftEndsBeforeTheWalk)
{
    Problem problem = given_problem(2, 1);
    problem.officers[0].shifts = {evening(-60, 119)};
    EXPECT_EQ(why_not(problem), WhyNot::nobody_free);
}

TEST(WhyNotServed, NobodyKnowsTheWard)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].ward = kOtherWard;
    EXPECT_EQ(why_not(problem), WhyNot::nobody_knows_ward);
}

TEST(WhyNotServed, NobodySpeaksTheLanguageSheNeeds)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].language = "cy";
    problem.requests[0].needs_language = true;
    EXPECT_EQ(why_not(problem), WhyNot::nobody_speaks_language);
}

TEST(WhyNotServed, AllRefused)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].refused = {OfficerId{2}};
    EXPECT_EQ(why_not(problem), WhyNot::all_refused);
}

TEST(WhyNotServed, PartyTooLarge)
{
    Problem problem = given_problem(2, 1);
    problem.requests[0].people = 5;
    EXPECT_EQ(why_not(problem), WhyNot::party_too_large);
}

TEST(Solve, StopEndsTheSearchWithAValidPlan)
{
    Problem const problem = random_problem(7, 6, 10);
    int asked = 0;

    Plan const plan = solve(problem, {.iterations = 1000, .stop = [&] { return ++asked >= 5; }});

    EXPECT_LT(plan.iterations, 5);
    EXPECT_THAT(check(problem, plan), IsEmpty());
}

bool are_equal(Plan const& a, Plan const& b)
{
    auto const same = [](Assignment const& x, Assignment const& y) {
        return x.requests == y.requests && x.officers == y.officers && x.start == y.start;
    };
    return a.objective == b.objective && a.bound == b.bound &&
           std::ranges::equal(a.assignments, b.assignments, same);
}

RC_GTEST_PROP(Solve, ThePlanKeepsEveryRule, (std::uint64_t seed))
{
    Problem const problem = random_problem(seed, *rc::gen::inRange(0, 9), *rc::gen::inRange(0, 16));
    RC_ASSERT(check(problem, solved(problem, 30)).empty());
}

RC_GTEST_PROP(Solve, TheOrderOfTheInputDoesNotMatter, (std::uint64_t seed))
{
    Problem problem = random_problem(seed, 6, 10);
    Plan const plan = solved(problem, 20);
    std::ranges::reverse(problem.requests);
    std::ranges::reverse(problem.officers);

    RC_ASSERT(are_equal(plan, solved(problem, 20)));
}

RC_GTEST_PROP(Solve, AnotherOfficerNeverLowersTheBound, (std::uint64_t seed))
{
    Problem problem = random_problem(seed, 5, 8);
    auto const before = solved(problem, 0).bound;
    problem.officers.push_back(given_officer(6));

    RC_ASSERT(solved(problem, 0).bound >= before);
}

} // namespace
} // namespace wt::matching
