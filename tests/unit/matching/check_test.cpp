#include "matching/check.hpp"
#include "matching/solve.hpp"
#include "unit/matching/given.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::matching {
namespace {

using testing::Contains;
using testing::Field;
using testing::IsEmpty;

/// Two requests an evening apart, four officers, and the plan that serves both.
class Check : public testing::Test
{
protected:
    Check()
    {
        problem = given_problem(4, 2);
        problem.requests[1].windows = {evening(200, 260)};
        plan.assignments = {walk(1, 60), walk(2, 195)};
        plan.assignments[1].start = evening(200, 0).from;
        problem.rules.grid = std::chrono::minutes{5};
        plan.objective.served = 2;
        plan.bound = 2;
    }

    static Assignment walk(int request, int from)
    {
        return {
            .requests = {{request}},
            .ward = kWard,
            .start = evening(from, 0).from,
            .officers = {OfficerId{1}, OfficerId{2}}};
    }

    void expect(Fault fault) const
    {
        EXPECT_THAT(check(problem, plan), Contains(Field(&Violation::fault, fault))) << name(fault);
    }

    Problem problem;
    Plan plan;
};

TEST_F(Check, AGoodPlanHasNoFault)
{
    EXPECT_THAT(check(problem, plan), IsEmpty());
}

TEST_F(Check, FindsWrongUnits)
{
    plan.assignments[0].officers = {OfficerId{1}};
    expect(Fault::unit_size);
    plan.assignments[0].officers = {OfficerId{1}, OfficerId{1}};
    expect(Fault::unit_size);
    plan.assignments[0].officers = {OfficerId{1}, OfficerId{9}};
    expect(Fault::unknown_id);
}

TEST_F(Check, FindsAnOfficerWhoIsTakenTwice)
{
    problem.requests[1].windows = {evening(0, 260)};
    plan.assignments[1].start = evening(160, 0).from;
    expect(Fault::officer_twice);
    plan.assignments[1].start = evening(165, 0).from;
    EXPECT_THAT(check(problem, plan), IsEmpty());
}

TEST_F(Check, FindsLeaveAndTheEndOfTheShift)
{
    problem.officers[1].busy = {evening(149, 155)};
    expect(Fault::officer_busy);
    problem.officers[1].busy = {evening(150, 155)};
    EXPECT_THAT(check(problem, plan), IsEmpty());
    problem.officers[1].shifts = {evening(46, 400)};
    expect(Fault::outside_shift);
}

TEST_F(Check, FindsStartsOutsideHerWindowAndOffTheGrid)
{
    plan.assignments[0].start += std::chrono::minutes{5};
    expect(Fault::outside_window);
    plan.assignments[0].start += std::chrono::seconds{1};
    expect(Fault::off_grid);
}

TEST_F(Check, FindsAUnitThatDoesNotSuitHer)
{
    problem.requests[0].language = "cy";
    EXPECT_THAT(check(problem, plan), IsEmpty());
    problem.requests[0].needs_language = true;
    expect(Fault::nobody_speaks_language);
    problem.requests[0].refused = {OfficerId{2}};
    expect(Fault::refused_officer);
    problem.officers[0].wards = problem.officers[1].wards = {kOtherWard};
    expect(Fault::nobody_knows_ward);
    problem.requests[0].ward = kOtherWard;
    expect(Fault::wrong_ward);
}

TEST_F(Check, FindsCompanyWithoutConsent)
{
    problem.requests[1].windows = problem.requests[0].windows;
    plan.assignments.pop_back();
    plan.assignments[0].requests = {RequestId{1}, RequestId{2}};
    expect(Fault::shared_without_consent);
    problem.requests[0].may_share = problem.requests[1].may_share = true;
    EXPECT_THAT(check(problem, plan), IsEmpty());
    problem.requests[0].party = Party::guest;
    expect(Fault::shared_without_consent);
    problem.requests[0].people = 4;
    expect(Fault::too_many_people);
    problem.requests[1].step_free = true;
    expect(Fault::not_step_free);
}

TEST_F(Check, FindsRequestsTwiceOrMissing)
{
    plan.unserved = {{RequestId{1}, WhyNot::nobody_free}};
    expect(Fault::request_twice);
    plan.assignments.pop_back();
    expect(Fault::request_missing);
    expect(Fault::wrong_count);
    plan.assignments[0].requests.clear();
    expect(Fault::empty_walk);
}

TEST_F(Check, FindsABoundThatIsTooLow)
{
    plan.bound = 1;
    expect(Fault::bound_too_low);
}

} // namespace
} // namespace wt::matching
