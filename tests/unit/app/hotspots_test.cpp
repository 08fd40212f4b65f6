#include "app/hotspots.hpp"
#include "app/public_hotspots.hpp"
#include "app/settings.hpp"
#include "store/sql.hpp"
#include "support/given_hotspot.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::app {
namespace {

using std::chrono::days;

constexpr Person kOversight{.role = Role::oversight, .id = 45};

class HotspotsTest : public AppOnBothDatabases
{
protected:
    void SetUp() override { id = given_hotspot(test); }

    OpenHotspot opened() { return open_hotspot(test.app(), kSouthDesk, id); }
    int version() { return opened().seen.hotspot.version; }
    static Day today() { return given_monday() + days{2}; } // where the clock of tests stands

    HotspotId id;
};
WT_ON_BOTH_DATABASES(HotspotsTest);

TEST_P(HotspotsTest, SayWhyTheyWereCalled)
{
    auto const seen = list_hotspots(test.app(), kSouthDesk, std::nullopt);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_GE(seen[0].latest.women, 12);
    EXPECT_FALSE(seen[0].segments.empty());
    auto const hotspot = opened();
    EXPECT_GE(hotspot.concerns.size(), 12U);
    EXPECT_EQ(hotspot.events.size(), 1U);
    EXPECT_EQ(hotspot.findings.size(), 1U);
}

TEST_P(HotspotsTest, AreConfirmedOnceByOnePerson)
{
    auto const first = version();
    confirm_hotspot(test.app(), kSouthDesk, id, first);
    EXPECT_EQ(opened().seen.hotspot.state, HotspotState::confirmed);
    EXPECT_EQ(
        refusal_of([&] { confirm_hotspot(test.app(), kSouthDesk, id, first); }), Refusal::conflict);
    EXPECT_EQ(
        refusal_of([&] { confirm_hotspot(test.app(), kSouthDesk, id, version()); }),
        Refusal::conflict);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'decide_hotspot'"), 1);
}

TEST_P(HotspotsTest, EndWithAReasonAndLeaveTheListOfTheirDay)
{
    EXPECT_EQ(
        refusal_of([&] { end_hotspot(test.app(), kSouthDesk, id, version(), " \n"); }),
        Refusal::invalid_input);
    end_hotspot(test.app(), kSouthDesk, id, version(), "Works in the street are over.");
    EXPECT_TRUE(list_hotspots(test.app(), kSouthDesk, std::nullopt).empty());
    EXPECT_EQ(list_hotspots(test.app(), kSouthDesk, std::nullopt, today() - days{1}).size(), 1U);
    EXPECT_EQ(opened().events.back().note, "Works in the street are over.");
    EXPECT_EQ(
        refusal_of([&] { end_hotspot(test.app(), kSouthDesk, id, version(), "Again."); }),
        Refusal::conflict);
}

TEST_P(HotspotsTest, AreNotEndedByWhoSawThemBeforeAnotherDecided)
{
    auto const seen = version();
    confirm_hotspot(test.app(), kSouthDesk, id, seen);
    EXPECT_EQ(
        refusal_of([&] { end_hotspot(test.app(), kSouthDesk, id, seen, "No women there."); }),
        Refusal::conflict);
    EXPECT_EQ(opened().seen.hotspot.state, HotspotState::confirmed);
}

TEST_P(HotspotsTest, AreSeenByTheirUnitAndOversightAndDecidedByTheirUnitAlone)
{
    EXPECT_EQ(refusal_of([&] { open_hotspot(test.app(), kNorthDesk, id); }), Refusal::forbidden);
    EXPECT_EQ(
        refusal_of([&] { note_hotspot(test.app(), kNorthDesk, id, "Ours."); }), Refusal::forbidden);
    EXPECT_EQ(refusal_of([&] { open_hotspot(test.app(), kOfficer, id); }), Refusal::forbidden);
    EXPECT_NO_THROW(open_hotspot(test.app(), kOversight, id));
    EXPECT_EQ(
        refusal_of([&] { confirm_hotspot(test.app(), kOversight, id, version()); }),
        Refusal::forbidden);
    EXPECT_EQ(
        refusal_of([&] { open_hotspot(test.app(), kSouthDesk, {id.value + 1}); }),
        Refusal::not_found);
}

TEST_P(HotspotsTest, KeepWhatVisitsWerePlannedAndMade)
{
    plan_visit(test.app(), kSouthDesk, id, {.day = today() + days{2}, .minutes = 30});
    ASSERT_EQ(opened().visits.size(), 1U);
    auto const visit = opened().visits[0].id;
    VisitForm const made{.day = today(), .minutes = 25};
    deliver_visit(test.app(), kSouthDesk, id, visit, made);
    EXPECT_EQ(opened().visits[0].delivered_minutes, 25);
    EXPECT_EQ(
        refusal_of([&] { deliver_visit(test.app(), kSouthDesk, id, visit, made); }),
        Refusal::conflict);
}

TEST_P(HotspotsTest, SayAllThatIsWrongWithAVisit)
{
    auto const errors = errors_in({.day = today() - days{1}, .minutes = 0}, today(), true);
    EXPECT_EQ(errors.list().size(), 2U);
    EXPECT_EQ(
        refusal_of([&] { plan_visit(test.app(), kSouthDesk, id, {.day = today()}); }),
        Refusal::invalid_input);
    EXPECT_TRUE(opened().visits.empty());
}

TEST_P(HotspotsTest, ArePublicOnlyOnceAPersonHasConfirmedThem)
{
    EXPECT_TRUE(public_hotspots(test.app()).empty());
    confirm_hotspot(test.app(), kSouthDesk, id, version());
    auto const shown = public_hotspots(test.app());
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].bcu, kSouth);
    end_hotspot(test.app(), kSouthDesk, id, version(), "Nothing there.");
    EXPECT_TRUE(public_hotspots(test.app()).empty());
}

TEST_P(HotspotsTest, ShowThePublicNoPlaceThatTheListOfConcernsDoesNot)
{
    confirm_hotspot(test.app(), kSouthDesk, id, version());
    auto const listed = [&] {
        std::vector<LatLon> points;
        for (auto const& concern : opened().concerns) {
            auto const history = find_public_history(test.app(), concern.id);
            if (history && history->concern.point) {
                points.push_back(*history->concern.point);
            }
        }
        return points;
    }();
    auto const shown = public_hotspots(test.app()).at(0);
    for (auto const& point : shown.points) {
        EXPECT_TRUE(std::ranges::find(listed, point) != listed.end());
    }
    EXPECT_EQ(shown.points.empty(), listed.empty());

    // Of the three kinds that no public map shows nothing is left.
    store::Transaction tx{test.db()};
    store::execute(tx, "UPDATE concern SET category = 'substances'");
    tx.commit();
    EXPECT_TRUE(public_hotspots(test.app()).at(0).points.empty());
}

TEST_P(HotspotsTest, AreNotPublicWhereFewerWomenSpokeThanMayBePublished)
{
    confirm_hotspot(test.app(), kSouthDesk, id, version());
    ASSERT_EQ(public_hotspots(test.app()).size(), 1U);
    auto const women = opened().seen.latest.women;
    change_setting(
        test.app(),
        {.role = Role::administrator},
        "publication_threshold",
        std::to_string(women + 1));
    test.app().reload();
    EXPECT_TRUE(public_hotspots(test.app()).empty());
}

} // namespace
} // namespace wt::app
