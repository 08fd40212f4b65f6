#include "streets/graph_builder.hpp"
#include "streets/paths.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace wt::streets {
namespace {

/// Two streets, 300 m long each, meeting nowhere or in node 9, in the middle of both.
TinyMap cross(bool meets)
{
    TinyMap map;
    map.node(1, -150, 0).node(2, 150, 0).node(3, 0, -150).node(4, 0, 150).node(9, 0, 0);
    if (meets) {
        map.way(10, {1, 9, 2}, {{"highway", "residential"}});
        map.way(20, {3, 9, 4}, {{"highway", "residential"}});
    } else {
        map.way(10, {1, 2}, {{"highway", "residential"}});
        map.way(20, {3, 4}, {{"highway", "residential"}, {"bridge", "yes"}});
    }
    return map;
}

bool can_walk(Network const& network, StreetPoint const& from, StreetPoint const& to)
{
    return find_path(network, from, to).has_value();
}

TEST(BuildNetwork, WaysMeetOnlyInSharedNodes)
{
    EXPECT_EQ(cross(true).network().edge_count(), 4U);
    auto const bridge = cross(false).network();
    EXPECT_EQ(bridge.edge_count(), 2U);
    EXPECT_FALSE(can_walk(bridge, on_street(bridge, -100, 0), on_street(bridge, 0, 100)));
}

TEST(BuildNetwork, JoinsNodesWhereNothingBranchesOff)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 50, 10)
                             .node(3, 100, 0)
                             .way(10, {1, 2, 3}, {{"highway", "path"}, {"name", "Long Walk"}})
                             .network();
    ASSERT_EQ(network.edge_count(), 1U);
    EXPECT_EQ(network.node_count(), 2U);
    EXPECT_NEAR(network.edge(0).length_m, 2 * std::hypot(50, 10), 0.2);
    EXPECT_EQ(network.name(network.edge(0).name), "Long Walk");
}

TEST(BuildNetwork, ASegmentBelongsToOneWay)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 50, 0)
                             .node(3, 100, 0)
                             .way(10, {1, 2}, {{"highway", "path"}})
                             .way(20, {2, 3}, {{"highway", "path"}})
                             .network();
    ASSERT_EQ(network.edge_count(), 2U);
    EXPECT_EQ(network.edge(0).way, 10);
    EXPECT_EQ(network.edge(1).way, 20);
    EXPECT_EQ(network.edges_of(network.edge(0).to).size(), 2U);
}

TEST(BuildNetwork, AGatedPathIsNotWalkedThrough)
{
    auto map = [](TinyMap::TagList gate) {
        return TinyMap{}
            .node(1, 0, 0)
            .node(2, 50, 0, gate)
            .node(3, 100, 0)
            .way(10, {1, 2, 3}, {{"highway", "footway"}})
            .network();
    };
    auto const locked = map({{"barrier", "gate"}, {"locked", "yes"}});
    EXPECT_FALSE(can_walk(locked, on_street(locked, 10, 0), on_street(locked, 90, 0)));
    EXPECT_TRUE(can_walk(locked, on_street(locked, 10, 0), on_street(locked, 45, 0)));
    auto const open = map({{"barrier", "gate"}});
    EXPECT_TRUE(can_walk(open, on_street(open, 10, 0), on_street(open, 90, 0)));
}

TEST(BuildNetwork, MotorwaysAndPrivateWaysAreNotInIt)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 100, 0)
                             .node(3, 100, 100)
                             .way(10, {1, 2}, {{"highway", "motorway"}})
                             .way(20, {2, 3}, {{"highway", "residential"}})
                             .way(30, {3, 1}, {{"highway", "service"}, {"access", "private"}})
                             .network();
    ASSERT_EQ(network.edge_count(), 1U);
    EXPECT_EQ(network.edge(0).way, 20);
}

TEST(BuildNetwork, SmallIslandsAreDroppedAndCounted)
{
    auto const built = TinyMap{}
                           .node(1, 0, 0)
                           .node(2, 1000, 0)
                           .node(3, 0, 100)
                           .node(4, 30, 100)
                           .way(10, {1, 2}, {{"highway", "residential"}})
                           .way(20, {3, 4}, {{"highway", "footway"}})
                           .import({Metres{100}});
    EXPECT_EQ(built.statistics.dropped_islands, 1U);
    EXPECT_NEAR(built.statistics.dropped_length.value, 30, 0.2);
    ASSERT_EQ(built.network.edge_count(), 1U);
    EXPECT_EQ(built.network.edge(0).way, 10);
}

TEST(BuildNetwork, TheLargestPartStaysHoweverSmall)
{
    EXPECT_EQ(cross(true).import().network.edge_count(), 4U);
}

TEST(BuildNetwork, ASquareIsWalkedAlongItsOutline)
{
    // A street ends on the square's outline; the outline begins elsewhere.
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 40, 0)
                             .node(3, 40, 40)
                             .node(4, 0, 40)
                             .node(5, 100, 40)
                             .way(10, {1, 2, 3, 4, 1}, {{"highway", "pedestrian"}, {"area", "yes"}})
                             .way(20, {3, 5}, {{"highway", "residential"}})
                             .network();
    ASSERT_EQ(network.edge_count(), 2U);
    EXPECT_NEAR(network.edge(0).length_m, 160, 0.5);
    auto const path = find_path(network, on_street(network, 0, 20), on_street(network, 100, 40));
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->length.value, 20 + 40 + 60, 0.5);
}

TEST(BuildNetwork, ASquareMappedAsRelationIsWalkedToo)
{
    auto const network =
        TinyMap{}
            .node(1, 0, 0)
            .node(2, 40, 0)
            .node(3, 40, 40)
            .way(10, {1, 2, 3, 1}, {})
            .relation(
                5, {10}, {{"type", "multipolygon"}, {"highway", "pedestrian"}, {"name", "Market"}})
            .network();
    ASSERT_EQ(network.edge_count(), 1U);
    EXPECT_EQ(network.name(network.edge(0).name), "Market");
    EXPECT_EQ(network.edge(0).is_area, 1U);
}

TEST(BuildNetwork, AWayHasAGapWhereTheFileLacksANode)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 30, 0)
                             .node(4, 90, 0)
                             .node(5, 120, 0)
                             .way(10, {1, 2, 3, 4, 5}, {{"highway", "path"}})
                             .network();
    ASSERT_EQ(network.edge_count(), 2U);
    EXPECT_NEAR(network.edge(0).length_m, 30, 0.2);
    EXPECT_NEAR(network.edge(1).length_m, 30, 0.2);
}

TEST(BuildNetwork, RefusesAMapWithoutAnyStreet)
{
    auto const map = TinyMap{}.node(1, 0, 0).node(2, 9, 0).way(3, {1, 2}, {{"railway", "rail"}});
    EXPECT_EQ(
        refusal_of([&] { (void)map.import(); }),
        "There is no street in this map that can be walked.");
}

TEST(BuildNetwork, MeasuresWhatItHas)
{
    auto const built = TinyMap{}
                           .node(1, 0, 0)
                           .node(2, 100, 0)
                           .node(3, 200, 0)
                           .node(4, 300, 0)
                           .node(8, 250, 500, {{"highway", "street_lamp"}})
                           .way(10, {1, 2}, {{"highway", "path"}, {"lit", "yes"}})
                           .way(20, {2, 3}, {{"highway", "path"}, {"lit", "no"}})
                           .way(30, {3, 4}, {{"highway", "steps"}})
                           .import();
    auto const& statistics = built.statistics;
    EXPECT_EQ(statistics.nodes, 2U);
    EXPECT_EQ(statistics.edges, 1U);
    EXPECT_EQ(statistics.segments, 3U);
    EXPECT_EQ(statistics.steps_ways, 1U);
    EXPECT_EQ(statistics.lamps, 1U);
    EXPECT_NEAR(statistics.length.value, 300, 0.5);
    EXPECT_NEAR(statistics.lit.value, 100, 0.2);
    EXPECT_NEAR(statistics.unlit.value, 100, 0.2);
    EXPECT_NEAR(statistics.unknown_light.value, 100, 0.2);
}

} // namespace
} // namespace wt::streets
