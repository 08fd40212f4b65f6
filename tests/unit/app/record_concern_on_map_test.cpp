#include "app/concerns.hpp"
#include "app/record_concern.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "support/given.hpp"
#include "support/given_concerns.hpp"
#include "support/given_streets.hpp"
#include "unit/streets/tiny_map.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

NewConcern const kReport{
    .client_id = "from-the-street", .digest = "d", .category = Category::lighting, .severity = 2};

/// Reports on the drawn streets: what becomes of the place that was pinned.
class RecordConcernOnMap : public AppOnBothDatabases
{
protected:
    void SetUp() override { given_force(test); }

    std::optional<Refusal::Kind> refusal_at(LatLon place)
    {
        try {
            record_concern(test.app(), kVisitor, kReport, place);
        } catch (Refusal const& refusal) {
            return refusal.kind();
        }
        return std::nullopt;
    }

    LatLon const beside_the_road = streets::TinyMap::at(300, -2860);
};
WT_ON_BOTH_DATABASES(RecordConcernOnMap);

TEST_P(RecordConcernOnMap, KeepsTheMiddleOfTheStreetAndNotWhereItWasPinned)
{
    given_streets(test);
    auto const id = record_concern(test.app(), kVisitor, kReport, beside_the_road);
    store::Reading reading{test.db()};
    auto const concern = store::find_concern(reading, id).value();
    EXPECT_EQ(concern.street, "Camberwell Road");
    EXPECT_EQ(concern.bcu, kBcu);
    EXPECT_EQ(concern.ward, kWard);
    EXPECT_EQ(concern.segment.way, 10);
    EXPECT_LT(distance(concern.segment.midpoint, kCamberwell).value, 2);
    EXPECT_EQ(concern.segment.network_version, test.app().network()->version());
}

TEST_P(RecordConcernOnMap, TheSamePlaceTwiceIsOneConcern)
{
    given_streets(test);
    auto const first = record_concern(test.app(), kVisitor, kReport, beside_the_road);
    EXPECT_EQ(record_concern(test.app(), kVisitor, kReport, beside_the_road), first);
    EXPECT_EQ(count_rows(test, "concern"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'report_place'"), 1);
}

TEST_P(RecordConcernOnMap, RefusesWhatIsOutsideFarFromAStreetOrBeforeAMap)
{
    EXPECT_EQ(refusal_at(beside_the_road), Refusal::conflict);
    given_streets(test);
    EXPECT_EQ(refusal_at(kParis), Refusal::invalid_input);
    EXPECT_EQ(refusal_at(streets::TinyMap::at(386, -2600)), Refusal::invalid_input);
    EXPECT_EQ(count_rows(test, "concern"), 0);
    EXPECT_EQ(count_rows(test, "audit"), 0);
}

} // namespace
} // namespace wt::app
