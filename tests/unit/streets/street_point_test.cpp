#include "base/random.hpp"
#include "streets/street_point.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

namespace wt::streets {
namespace {

Network street_and_steps()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 1000, 0)
        .node(3, 0, 100)
        .node(4, 1000, 100)
        .way(10, {1, 2}, {{"highway", "residential"}})
        .way(20, {3, 4}, {{"highway", "steps"}})
        .network();
}

TEST(FindNearestStreet, PutsAPlaceOnTheNearestStreet)
{
    auto const network = street_and_steps();
    auto const snap = find_nearest_street(network, TinyMap::at(300, 30));
    ASSERT_TRUE(snap);
    EXPECT_EQ(network.edge(snap->point.edge).way, 10);
    EXPECT_NEAR(snap->away.value, 30, 0.2);
    EXPECT_NEAR(snap->point.along.value, 300, 0.5);
    EXPECT_NEAR(distance(snap->point.place, TinyMap::at(300, 0)).value, 0, 0.2);
}

TEST(FindNearestStreet, PassesStepsOverWhenAskedTo)
{
    auto const network = street_and_steps();
    auto const place = TinyMap::at(300, 90);
    EXPECT_EQ(network.edge(find_nearest_street(network, place)->point.edge).way, 20);
    auto const snap = find_nearest_street(network, place, {.step_free = true});
    EXPECT_EQ(network.edge(snap->point.edge).way, 10);
}

TEST(FindNearestStreet, FindsNothingBeyondTheRadius)
{
    auto const network = street_and_steps();
    EXPECT_FALSE(find_nearest_street(network, TinyMap::at(500, 400)));
    EXPECT_TRUE(find_nearest_street(network, TinyMap::at(500, 400), {.radius = Metres{301}}));
    EXPECT_FALSE(find_nearest_street(network, {-33.9, 151.2}));
}

TEST(FindNearestStreet, AgreesWithLookingAtEveryStreet)
{
    SeededRandom random{3};
    TinyMap map;
    for (int i = 1; i <= 400; i += 2) {
        double const x = 3000 * random.uniform();
        double const y = 3000 * random.uniform();
        map.node(i, x, y).node(i + 1, x + 300 * random.uniform(), y + 300 * random.uniform());
        map.way(i, {i, i + 1}, {{"highway", "path"}});
    }
    auto const network = map.network();
    for (int i = 0; i < 200; ++i) {
        LatLon const place = TinyMap::at(3000 * random.uniform(), 3000 * random.uniform());
        Metres nearest{1e9};
        for (EdgeIndex edge = 0; edge < network.edge_count(); ++edge) {
            nearest = std::min(nearest, nearest_on_edge(network, edge, place).away);
        }
        auto const snap = find_nearest_street(network, place);
        ASSERT_EQ(snap.has_value(), nearest.value <= 250);
        if (snap) {
            EXPECT_DOUBLE_EQ(snap->away.value, nearest.value);
        }
    }
}

TEST(LineBetween, RunsInTheDirectionAskedFor)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 50, 0)
                             .node(3, 50, 50)
                             .way(10, {1, 2, 3}, {{"highway", "path"}})
                             .network();
    auto const line = line_between(network, 0, Metres{80}, Metres{20});
    ASSERT_EQ(line.size(), 3U);
    EXPECT_NEAR(distance(line[0], TinyMap::at(50, 30)).value, 0, 0.2);
    EXPECT_NEAR(distance(line[2], TinyMap::at(20, 0)).value, 0, 0.2);
}

TEST(PointAlong, StaysOnTheEdge)
{
    auto const network = street_and_steps();
    EXPECT_EQ(point_along(network, 0, Metres{-5}).along.value, 0);
    EXPECT_EQ(point_along(network, 0, Metres{5000}).along, network.edge(0).length());
}

} // namespace
} // namespace wt::streets
