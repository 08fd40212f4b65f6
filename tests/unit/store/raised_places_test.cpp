#include "store/concerns.hpp"
#include "store/raised_places.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

namespace wt::store {
namespace {

class RaisedPlacesTest : public AppOnBothDatabases
{
protected:
    void SetUp() override { given_walk_with_two_women(test); }

    void given_reports(int count, app::ConcernPlace const& place)
    {
        for (int i = 0; i < count; ++i) {
            app::NewConcern const report{
                .client_id = "report-" + std::to_string(place.segment.way * 100 + i),
                .digest = "same",
                .category = Category::lighting,
                .severity = 3};
            app::record_concern_at(test.app(), kVisitor, report, place);
        }
    }

    std::vector<RaisedPlace> list(Bounds const& box)
    {
        Reading reading{test.db()};
        return list_raised_places(reading, box);
    }

    Bounds const everywhere{{51, -1}, {52, 1}};
};
WT_ON_BOTH_DATABASES(RaisedPlacesTest);

TEST_P(RaisedPlacesTest, CountPeopleAndAllReportsAsOne)
{
    given_passers_by(test, 3, given_place(1));
    given_reports(5, given_place(2));
    auto const places = list(everywhere);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].people, 3);
    EXPECT_EQ(places[1].people, 1);
    EXPECT_EQ(places[1].worst, 3);
    EXPECT_EQ(places[1].middle, given_place(2).segment.midpoint);
    EXPECT_FALSE(places[0].is_walked);
    EXPECT_EQ(
        places[0].oldest, Day{std::chrono::floor<std::chrono::days>(test.now.time_since_epoch())});
}

TEST_P(RaisedPlacesTest, TellWhereAWalkHasBeen)
{
    given_concern_of_ana(test);
    ASSERT_EQ(list(everywhere).size(), 1U);
    EXPECT_TRUE(list(everywhere)[0].is_walked);
}

TEST_P(RaisedPlacesTest, LeaveOutWhatLiesOutsideOrWasTakenBack)
{
    auto const concern = given_concern_of_ana(test);
    EXPECT_EQ(list(everywhere).size(), 1U);
    EXPECT_TRUE(list({{51, 0}, {52, 1}}).empty());
    {
        Transaction tx{test.db()};
        withdraw_concern(tx, concern);
        tx.commit();
    }
    EXPECT_TRUE(list(everywhere).empty());
}

} // namespace
} // namespace wt::store
