#include "app/concern_place.hpp"
#include "base/refusal.hpp"
#include "unit/streets/tiny_map.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using streets::TinyMap;

/// Camden Street, 100 m to the east, in ward 1 of unit 1; nothing else in the world but ward 2 a
/// kilometre to the north.
class ConcernPlaceTest : public testing::Test
{
protected:
    ConcernPlace place(PinnedPlace const& pinned)
    {
        return require_concern_place(network, find_ward, pinned);
    }
    bool is_refused(PinnedPlace const& pinned)
    {
        try {
            place(pinned);
        } catch (Refusal const& refusal) {
            return refusal.kind() == Refusal::invalid_input;
        }
        return false;
    }

    streets::Network const network =
        TinyMap{}
            .node(1, 0, 0)
            .node(2, 100, 0)
            .way(10, {1, 2}, {{"highway", "residential"}, {"name", "Camden Street"}})
            .network();
    FindWard const find_ward = [](LatLon point) -> std::optional<WardAndUnit> {
        if (point.lat > TinyMap::at(0, 2000).lat || point.lat < TinyMap::at(0, -300).lat) {
            return std::nullopt;
        }
        bool const is_north = point.lat > TinyMap::at(0, 50).lat;
        return WardAndUnit{{is_north ? 2 : 1}, {is_north ? 2 : 1}};
    };
};

TEST_F(ConcernPlaceTest, KeepsTheMiddleOfTheSegmentAndNotThePin)
{
    auto const found = place(TinyMap::at(10, 30));
    EXPECT_EQ(found.segment.way, 10);
    EXPECT_EQ(found.street, "Camden Street");
    EXPECT_LT(distance(found.segment.midpoint, TinyMap::at(50, 0)), Metres{1.0});
    EXPECT_EQ(place(TinyMap::at(90, -20)).segment, found.segment);
}

TEST_F(ConcernPlaceTest, BelongsToTheWardOfTheStreet)
{
    EXPECT_EQ(place(TinyMap::at(10, 60)).ward, WardId{1});
}

TEST_F(ConcernPlaceTest, TakesASegmentThatWasPicked)
{
    auto const found = place(TinyMap::at(10, 30));
    EXPECT_EQ(place(found.segment).segment, found.segment);
}

TEST_F(ConcernPlaceTest, RefusesWhatIsFarFromAnyStreetOrOutsideTheForce)
{
    EXPECT_FALSE(is_refused(TinyMap::at(50, 190)));
    EXPECT_TRUE(is_refused(TinyMap::at(50, 210)));
    EXPECT_TRUE(is_refused(TinyMap::at(50, 2100)));
    EXPECT_TRUE(is_refused(TinyMap::at(50, -310)));
    EXPECT_TRUE(is_refused(LatLon{91.0, 0.0}));
}

} // namespace
} // namespace wt::app
