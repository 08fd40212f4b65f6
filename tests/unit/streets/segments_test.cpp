#include "streets/segments.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

namespace wt::streets {
namespace {

TinyMap street(int way, double shift)
{
    return TinyMap{}
        .node(1, 0, shift)
        .node(2, 100, shift)
        .way(way, {1, 2}, {{"highway", "residential"}});
}

TEST(SegmentRef, IsFoundAgainInItsOwnNetwork)
{
    auto const network =
        street(10, 0).node(3, 100, 80).way(20, {2, 3}, {{"highway", "path"}}).network();
    for (EdgeIndex edge = 0; edge < network.edge_count(); ++edge) {
        EXPECT_EQ(find_segment(network, segment_ref(network, edge)), edge);
    }
    EXPECT_EQ(segment_ref_at(network, on_street(network, 100, 40)).way, 20);
}

TEST(SegmentRef, IsNotTakenForOneOfAnotherNetwork)
{
    auto const ref = segment_ref(street(10, 0).network(), 0);
    EXPECT_FALSE(find_segment(street(10, 3).network(), ref));
}

TEST(Reattach, KeepsToItsWayThroughASplit)
{
    auto const ref = segment_ref(street(10, 0).network(), 0);
    auto const newer = street(10, 0)
                           .node(3, 50, 2)
                           .node(4, 0, 2)
                           .way(5, {4, 3}, {{"highway", "cycleway"}})
                           .network();
    auto const found = reattach(newer, ref);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ref.way, 10);
    EXPECT_EQ(found->ref.network_version, newer.version());
    EXPECT_TRUE(found->is_same_way);
    EXPECT_FALSE(found->has_moved());
}

TEST(Reattach, TakesTheNearestWhereItsWayIsGone)
{
    auto const ref = segment_ref(street(10, 0).network(), 0);
    auto const found = reattach(street(77, 20).network(), ref);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->ref.way, 77);
    EXPECT_FALSE(found->is_same_way);
    EXPECT_NEAR(found->moved.value, 20, 0.2);
    EXPECT_FALSE(found->has_moved());
}

TEST(Reattach, ReportsAMoveOfMoreThan25Metres)
{
    auto const ref = segment_ref(street(10, 0).network(), 0);
    auto const found = reattach(street(10, 40).network(), ref);
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->has_moved());
    EXPECT_FALSE(reattach(street(10, 900).network(), ref));
}

} // namespace
} // namespace wt::streets
