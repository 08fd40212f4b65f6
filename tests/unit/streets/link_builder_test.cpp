#include "base/random.hpp"
#include "streets/link_builder.hpp"
#include "streets/walking_times.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

namespace wt::streets {
namespace {

/// A street of three ways in a row, a crossing at its third node, steps at its end.
TinyMap street_of_parts()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 100, 0)
        .node(3, 200, 0)
        .node(4, 300, 0)
        .node(5, 400, 0)
        .node(6, 200, 80)
        .node(7, 200, -80)
        .way(10, {1, 2}, {{"highway", "residential"}, {"name", "First"}})
        .way(20, {3, 2}, {{"highway", "residential"}, {"name", "Second"}})
        .way(30, {3, 4}, {{"highway", "residential"}})
        .way(40, {4, 5}, {{"highway", "steps"}})
        .way(50, {6, 3, 7}, {{"highway", "path"}});
}

TEST(CountJoined, OnlyJunctionsAndDeadEndsAreLeft)
{
    auto const statistics = street_of_parts().import().statistics;
    EXPECT_EQ(statistics.segments, 6U);
    EXPECT_EQ(statistics.nodes, 5U);
    EXPECT_EQ(statistics.edges, 4U);
}

TEST(CountJoined, ARoundWithoutJunctionKeepsOneNode)
{
    auto const statistics = TinyMap{}
                                .node(1, 0, 0)
                                .node(2, 100, 0)
                                .node(3, 0, 100)
                                .way(10, {1, 2}, {{"highway", "path"}})
                                .way(20, {2, 3}, {{"highway", "path"}})
                                .way(30, {3, 1}, {{"highway", "path"}})
                                .import()
                                .statistics;
    EXPECT_EQ(statistics.segments, 3U);
    EXPECT_EQ(statistics.nodes, 1U);
    EXPECT_EQ(statistics.edges, 1U);
}

TEST(BuildLinks, StepsStayALinkOfTheirOwn)
{
    auto const network = street_of_parts().network();
    EXPECT_EQ(network.junction_count(), 6U);
    auto const first = network.link_part(on_street(network, 50, 0).edge);
    auto const second = network.link_part(on_street(network, 150, 0).edge);
    auto const third = network.link_part(on_street(network, 250, 0).edge);
    auto const steps = network.link_part(on_street(network, 350, 0).edge);
    EXPECT_EQ(first.link, second.link);
    EXPECT_NE(first.link, third.link);
    EXPECT_NE(third.link, steps.link);
    // The second way runs against the first.
    EXPECT_NE(first.to_m > first.from_m, second.to_m > second.from_m);
    EXPECT_NEAR(network.link(first.link).length_m, 200, 0.5);
}

/// Streets at random: rings, dead ends, steps, parallel ways, loops.
TinyMap random_streets(SeededRandom& random)
{
    constexpr int kNodes = 40;
    TinyMap map;
    for (int i = 0; i < kNodes; ++i) {
        map.node(i + 1, 400 * random.uniform(), 400 * random.uniform());
    }
    for (int way = 0; way < 52; ++way) {
        std::vector<int> nodes{static_cast<int>(1 + random.below(kNodes))};
        for (auto left = 1 + random.below(3); left > 0; --left) {
            nodes.push_back(static_cast<int>(1 + random.below(kNodes)));
        }
        map.way(100 + way, nodes, {{"highway", random.below(4) == 0 ? "steps" : "path"}});
    }
    return map;
}

TEST(WalkingTimesOnLinks, AreThoseOfTheSegments)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        SeededRandom random{seed};
        auto const network = random_streets(random).network();
        std::vector<StreetPoint> points;
        for (int i = 0; i < 15; ++i) {
            auto const edge = static_cast<EdgeIndex>(random.below(network.edge_count()));
            points.push_back(
                point_along(network, edge, random.uniform() * network.edge(edge).length()));
        }
        for (bool const step_free : {false, true}) {
            Metres const bound{random.below(2) == 0 ? 700.0 : kUnreachable.value};
            auto const times = walking_times(
                network, points, points, {step_free, bound / MetresPerSecond{1}, {1.0}});
            Search search{network};
            for (std::size_t i = 0; i < points.size(); ++i) {
                search.run(points[i], {step_free, bound});
                for (std::size_t j = 0; j < points.size(); ++j) {
                    double const expected = search.distance_to(points[j]).value;
                    double const found = times.at(i, j).count();
                    ASSERT_TRUE(found == expected || std::abs(found - expected) < 0.002)
                        << "seed " << seed << ": " << found << " for " << expected;
                }
            }
        }
    }
}

} // namespace
} // namespace wt::streets
