#include "app/answer_concern.hpp"
#include "app/own_concerns.hpp"
#include "app/patch.hpp"
#include "base/refusal.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

/// What an officer should know of ward 1. `test.now` is Wednesday 2 December 2026.
class PatchTest : public AppOnBothDatabases
{
protected:
    PatchTest()
    {
        given_walk_with_two_women(test);
        test.app().reload();
    }

    Patch seen() { return see_patch(test.app(), kOfficer, WardId{1}); }

    void answer(AnswerKind kind, std::string const& body, std::optional<Day> due = {})
    {
        store::Reading reading{test.db()};
        auto const open = store::list_concerns(
            reading, {.ward = WardId{1}, .state = ConcernState::open, .limit = 1});
        answer_concern(
            test.app(),
            kSouthDesk,
            open.at(0).id,
            open.at(0).version,
            {kind, "The lamp is mended and shines again.", body, due});
    }
    Day day(int from_today) const
    {
        return Day{std::chrono::floor<std::chrono::days>(test.now).time_since_epoch()} +
               std::chrono::days{from_today};
    }
};
WT_ON_BOTH_DATABASES(PatchTest);

TEST_P(PatchTest, CountsWhatWasSaidByStreetAndWhatAbout)
{
    given_passers_by(test, 3, given_place());
    given_passers_by(test, 1, given_place(), Category::cameras);
    given_passers_by(test, 2, given_place(9, {1}, "Hope Lane"));
    given_passers_by(test, 4, given_place(8, {2}, "Elsewhere"));
    auto const said = seen().said;
    ASSERT_EQ(said.size(), 3U);
    EXPECT_EQ(said[0].place, (PatchPlace{"Camden Street", Category::lighting}));
    EXPECT_EQ(said[0].count, 3);
    EXPECT_EQ(said[0].waiting, 3);
    EXPECT_EQ(said[0].felt[0] + said[0].felt[1] + said[0].felt[2], 3);
    EXPECT_EQ(said[1].place.street, "Hope Lane");
    EXPECT_EQ(said[2].place.category, Category::cameras);
}

TEST_P(PatchTest, KeepsWhatWaitsHoweverOldAndForgetsWhatWasAnsweredLongAgo)
{
    given_passers_by(test, 2, given_place());
    answer(AnswerKind::will_not, "");
    test.now += 100 * 24h;
    auto const said = seen().said;
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].count, 1);
    EXPECT_EQ(said[0].waiting, 1);
    EXPECT_EQ(said[0].clock, ClockStatus::red);
}

TEST_P(PatchTest, ShowsPromisesSoonestFirstAndWhatIsDueThisWeek)
{
    given_passers_by(test, 3, given_place());
    answer(AnswerKind::planned, "City Lamps", day(5)); // Monday
    answer(AnswerKind::planned, "City Lamps", day(4)); // Sunday
    auto const patch = seen();
    ASSERT_EQ(patch.promised.size(), 2U);
    EXPECT_EQ(patch.promised[0].due, day(4));
    EXPECT_EQ(patch.promised[0].body, "City Lamps");
    ASSERT_EQ(patch.due.size(), 1U);
    EXPECT_EQ(patch.due[0].due, day(4));
    test.now += 6 * 24h;
    EXPECT_EQ(seen().due.size(), 2U) << "what is overdue stays due";
    EXPECT_EQ(seen().due[0].clock, ClockStatus::red);
}

TEST_P(PatchTest, ShowsWhatWasDoneLatelyThoughRaisedLongAgo)
{
    given_passers_by(test, 1, given_place());
    test.now += 100 * 24h;
    answer(AnswerKind::done, "");
    EXPECT_EQ(seen().done.size(), 1U);
    EXPECT_TRUE(seen().promised.empty());
    test.now += 100 * 24h;
    EXPECT_TRUE(seen().done.empty());
}

TEST_P(PatchTest, WhatIsTakenBackAndWhatIsSaidOfThePoliceIsNotThere)
{
    withdraw_concern(test.app(), ana(test), given_concern_of_ana(test));
    given_passers_by(test, 2, given_place(), Category::police);
    EXPECT_TRUE(seen().said.empty());
}

TEST_P(PatchTest, AnOfficerSeesTheWardsThatSheKnows)
{
    EXPECT_EQ(list_patch_wards(test.app(), kOfficer).size(), 2U) << "none named: all of her unit";
    {
        store::Transaction tx{test.db()};
        store::execute(tx, "INSERT INTO officer_ward (officer_id, ward_id) VALUES (11, 2)");
        tx.commit();
    }
    auto const wards = list_patch_wards(test.app(), kOfficer);
    ASSERT_EQ(wards.size(), 1U);
    EXPECT_EQ(wards[0].id, WardId{2});
    EXPECT_THROW(seen(), Refusal) << "ward 1";
    EXPECT_THROW(see_patch(test.app(), kOfficer, WardId{3}), Refusal) << "another unit's";
}

TEST_P(PatchTest, IsForOfficersAloneAndEachLookIsRecorded)
{
    EXPECT_THROW(see_patch(test.app(), kSouthDesk, WardId{1}), Refusal);
    EXPECT_THROW(list_patch_wards(test.app(), {.role = Role::oversight}), Refusal);
    seen();
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'see_patch' AND actor_id = 43"), 1);
}

} // namespace
} // namespace wt::app
