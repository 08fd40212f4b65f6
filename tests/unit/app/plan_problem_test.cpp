#include "app/plan_walks.hpp"
#include "base/calendar.hpp"
#include "store/areas.hpp"
#include "store/sql.hpp"
#include "support/given.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

class PlanProblem : public AppOnBothDatabases
{
protected:
    /// The plan of the whole force for two weeks.
    WalkPlan plan()
    {
        auto const today = find_day("2026-12-02").value();
        return make_plan(
            test.app(),
            {.role = Role::administrator},
            {.first = today, .last = today + std::chrono::days{14}});
    }
};
WT_ON_BOTH_DATABASES(PlanProblem);

TEST_P(PlanProblem, OfficersWalkInTheirOwnUnitWhicheverWardsTheyKnow)
{
    given_force(test);
    given_officers(test);
    given_request(test);
    EXPECT_EQ(plan().walks.size(), 1U);
    store::Transaction tx{test.db()};
    store::put_bcu(tx, {{}, "other", "Other", {}});
    auto const other = store::find_bcu_by_code(tx, "other")->id;
    store::execute(tx, "UPDATE officer SET bcu_id = :bcu WHERE id IN (102, 103)", other);
    tx.commit();
    test.app().reload();
    auto const without = plan();
    EXPECT_TRUE(without.walks.empty());
    EXPECT_EQ(without.unserved.size(), 1U);
}

} // namespace
} // namespace wt::app
