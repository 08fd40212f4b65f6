#include "app/find_hotspots.hpp"
#include "store/hotspots.hpp"
#include "store/sql.hpp"
#include "support/given_hotspot.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

class FindHotspotsTest : public AppOnBothDatabases
{
protected:
    std::vector<store::StoredHotspot> hotspots()
    {
        store::Reading reading{test.db()};
        return store::list_hotspots(reading);
    }
    store::StoredFinding newest_finding()
    {
        store::Reading reading{test.db()};
        return store::list_findings(reading, hotspots().at(0).id).at(0);
    }
    void next_week()
    {
        test.now += 24h * 7;
        find_hotspots(test.app(), kSystem);
    }
    static void change(std::string const& statement, TestApp& in)
    {
        store::Transaction tx{in.db()};
        store::execute(tx, statement);
        tx.commit();
    }
    void forget_what_was_said() { change("DELETE FROM concern", test); }
    void set_state(HotspotId id, HotspotState state)
    {
        store::Transaction tx{test.db()};
        store::execute(
            tx,
            "UPDATE hotspot SET state = :state, version = version + 1 WHERE id = :id",
            code_in(kHotspotStates, state),
            id);
        tx.commit();
    }
};
WT_ON_BOTH_DATABASES(FindHotspotsTest);

TEST_P(FindHotspotsTest, ProposeWhereManyWomenSpoke)
{
    given_hotspot(test);
    ASSERT_EQ(hotspots().size(), 1U);
    auto const hotspot = hotspots()[0];
    EXPECT_EQ(hotspot.state, HotspotState::proposed);
    EXPECT_EQ(hotspot.family, HotspotFamily::walks);
    EXPECT_EQ(hotspot.bcu, kSouth);
    auto const finding = newest_finding();
    EXPECT_GE(finding.women, 12);
    EXPECT_LT(finding.expected, finding.spoken / 2.0);
    EXPECT_LE(finding.q, 0.05);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'find_hotspots'"), 1);
}

TEST_P(FindHotspotsTest, ProposeNothingForOneWomanWhoInsists)
{
    given_town(test);
    given_said_at_crossing(test, 12, given_monday());
    change("UPDATE concern SET pseudonym = 'one' WHERE pseudonym LIKE 'woman%'", test);
    find_hotspots(test.app(), kSystem);
    EXPECT_TRUE(hotspots().empty());
}

TEST_P(FindHotspotsTest, CountNeitherReportsOfNobodyNorPassersByNorWhatIsSaidOfPolice)
{
    for (auto const* const what :
         {"source = 'report'",
          "source = 'passer_by'",
          "category = 'police'",
          "state = 'withdrawn'"}) {
        TestApp fresh{GetParam()};
        given_town(fresh);
        given_said_at_crossing(fresh, 12, given_monday());
        change(std::string{"UPDATE concern SET "} + what, fresh);
        find_hotspots(fresh.app(), kSystem);
        EXPECT_EQ(count_rows(fresh, "hotspot"), 0) << what;
    }
}

TEST_P(FindHotspotsTest, SearchOncePerWeek)
{
    given_hotspot(test);
    EXPECT_FALSE(find_hotspots(test.app(), kSystem));
    EXPECT_EQ(count_rows(test, "hotspot_search"), 1);
    auto const other = test.a_week_later();
    EXPECT_TRUE(find_hotspots(*other, kSystem));
}

TEST_P(FindHotspotsTest, KeepTheIdentityOfWhatIsFoundAgain)
{
    auto const id = given_hotspot(test);
    next_week();
    ASSERT_EQ(hotspots().size(), 1U);
    EXPECT_EQ(hotspots()[0].id, id);
    EXPECT_EQ(hotspots()[0].last_day, given_monday() + days{7});
    EXPECT_EQ(count_rows(test, "hotspot_finding"), 2);
    EXPECT_EQ(count_rows(test, "hotspot_event"), 1);
}

TEST_P(FindHotspotsTest, LetAProposalLapseAndAConfirmedOneCool)
{
    auto const id = given_hotspot(test);
    forget_what_was_said();
    for (int week = 0; week < 4; ++week) {
        next_week();
    }
    EXPECT_EQ(hotspots()[0].state, HotspotState::expired);
    set_state(id, HotspotState::confirmed);
    next_week();
    EXPECT_EQ(hotspots()[0].state, HotspotState::cooling);
}

TEST_P(FindHotspotsTest, DoNotProposeAgainWhatAPersonEndedLately)
{
    auto const id = given_hotspot(test);
    {
        store::Transaction tx{test.db()};
        auto hotspot = store::find_hotspot(tx, id).value();
        hotspot.state = HotspotState::expired;
        hotspot.aside_till = given_monday() + days{14};
        ASSERT_TRUE(store::update_hotspot(tx, hotspot));
        EXPECT_FALSE(store::update_hotspot(tx, hotspot)); // the version has gone on
        tx.commit();
    }
    next_week();
    EXPECT_EQ(hotspots().size(), 1U);
    next_week();
    EXPECT_EQ(hotspots().size(), 2U);
}

TEST_P(FindHotspotsTest, AreForTheWorkerAndAdministrators)
{
    EXPECT_EQ(refusal_of([&] { find_hotspots(test.app(), kSouthDesk); }), Refusal::forbidden);
}

} // namespace
} // namespace wt::app
