#include "app/participant.hpp"
#include "app/private_data.hpp"
#include "app/walk_passes.hpp"
#include "store/segment_passes.hpp"
#include "store/sql.hpp"
#include "streets/segments.hpp"
#include "streets/street_point.hpp"
#include "support/bare_rows.hpp"
#include "support/grid_town.hpp"
#include "support/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace wt::app {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr streets::EdgeIndex kStreet = 5;

class WalkPassesTest : public AppOnBothDatabases
{
protected:
    void SetUp() override { given_force(test.db()); }

    ParticipantId given_woman(std::string const& name)
    {
        return given_participant(test.app(), {.name = name, .contact = "", .token = name});
    }

    /// She walked along the street that evening of the week.
    RequestId given_held_walk(ParticipantId she, int evening)
    {
        auto const request = given_request(test.app(), she);
        auto const walk =
            given_walk(test.app(), request, test.now - days{7} + days{evening} + hours{7});
        PrivateWalk route;
        route.line =
            streets::line_between(network, kStreet, Metres{0}, network.edge(kStreet).length());
        store::Transaction tx{test.db()};
        auto const key = find_participant(test.app(), tx, she).value().key;
        store::execute(tx, "UPDATE walk SET state = 'held' WHERE id = :id", walk);
        store::execute(tx, "UPDATE walk_request SET state = 'attended' WHERE walk_id = :id", walk);
        store::execute(
            tx,
            "UPDATE walk_private SET sealed = :sealed WHERE walk_id = :id",
            seal_walk(key, route),
            walk);
        tx.commit();
        return request;
    }

    /// How often walks of the week passed any segment.
    std::int64_t passes()
    {
        add_walk_passes(test.app(), network, monday);
        store::Reading reading{test.db()};
        auto const all = store::list_segment_passes(reading, 0);
        return std::accumulate(
            all.begin(), all.end(), std::int64_t{0}, [](auto sum, auto const& each) {
                return sum + each.passes;
            });
    }

    streets::Network network = make_grid_town();
    Day monday{std::chrono::year{2026} / 11 / 23}; // the week before that of the tests' clock
};
WT_ON_BOTH_DATABASES(WalkPassesTest);

TEST_P(WalkPassesTest, AreCountedOncePerWalkOfAWeekThatIsOver)
{
    for (int i = 0; i < 5; ++i) {
        given_held_walk(given_woman("woman " + std::to_string(i)), i);
    }
    EXPECT_EQ(passes(), 5);
    EXPECT_EQ(passes(), 5); // safe to repeat
}

TEST_P(WalkPassesTest, OfFewerWomenThanMayBePublishedAreNotAddedHoweverOftenTheyWalked)
{
    auto const she = given_woman("she");
    for (int i = 0; i < 5; ++i) {
        given_held_walk(she, i);
    }
    EXPECT_EQ(passes(), 0);
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM passed_week WHERE is_added = 0"), 1);
}

TEST_P(WalkPassesTest, OfAWomanWhoErasedHerselfAreNotCounted)
{
    for (int i = 0; i < 5; ++i) {
        given_held_walk(given_woman("woman " + std::to_string(i)), i);
    }
    auto const gone = given_held_walk(given_woman("gone"), 1);
    {
        store::Transaction tx{test.db()};
        store::execute(tx, "DELETE FROM walk_private WHERE request_id = :gone", gone);
        tx.commit();
    }
    EXPECT_EQ(passes(), 5);
}

TEST(WalkPasses, AreTheSegmentsAlongALine)
{
    auto const network = make_grid_town();
    auto const line =
        streets::line_between(network, kStreet, Metres{0}, network.edge(kStreet).length());
    EXPECT_THAT(segments_along(network, line), testing::ElementsAre(kStreet));
    EXPECT_TRUE(segments_along(network, {}).empty());
}

TEST(WalkPasses, StandByQuarter)
{
    EXPECT_EQ(quarter_of(Day{std::chrono::year{1970} / 1 / 1}), 0);
    EXPECT_EQ(quarter_of(Day{std::chrono::year{1970} / 4 / 1}), 1);
    EXPECT_EQ(quarter_of(Day{std::chrono::year{2026} / 11 / 30}), 56 * 4 + 3);
}

} // namespace
} // namespace wt::app
