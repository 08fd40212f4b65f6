#include "streets/paths.hpp"
#include "tiny_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::streets {
namespace {

/// Steps of 40 m straight from (100, 0) to (100, 40), and 240 m of street around them.
Network with_steps()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 100, 0)
        .node(3, 100, 40)
        .node(4, 200, 40)
        .node(5, 200, 0)
        .way(10, {1, 2}, {{"highway", "residential"}, {"name", "Low Road"}, {"lit", "yes"}})
        .way(20, {2, 3}, {{"highway", "steps"}, {"lit", "no"}})
        .way(30, {3, 4}, {{"highway", "residential"}, {"name", "High Road"}})
        .way(40, {2, 5, 4}, {{"highway", "residential"}, {"name", "The Ramp"}})
        .network();
}

TEST(FindPath, TakesTheShortestWayWithParts)
{
    auto const network = with_steps();
    auto const path = find_path(network, on_street(network, 60, 0), on_street(network, 120, 40));
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->length.value, 40 + 40 + 20, 0.3);
    EXPECT_THAT(path->names, testing::ElementsAre("Low Road", "High Road"));
    EXPECT_NEAR(path->walking_time().count(), 100 / 1.3, 0.3);
}

TEST(FindPath, AvoidsStepsWhenAskedTo)
{
    auto const network = with_steps();
    auto const path =
        find_path(network, on_street(network, 60, 0), on_street(network, 120, 40), {true});
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->length.value, 40 + 100 + 40 + 80, 0.5);
}

TEST(FindPath, ItsLightAddsUpToOne)
{
    auto const network = with_steps();
    auto const path = find_path(network, on_street(network, 60, 0), on_street(network, 120, 40));
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->light.lit, 0.4, 0.005);
    EXPECT_NEAR(path->light.unlit, 0.4, 0.005);
    EXPECT_NEAR(path->light.unknown, 0.2, 0.005);
    EXPECT_DOUBLE_EQ(path->light.lit + path->light.unlit + path->light.unknown, 1.0);
}

TEST(FindPath, FromAPointToItselfHasNoLength)
{
    auto const network = with_steps();
    auto const here = on_street(network, 60, 0);
    auto const path = find_path(network, here, here);
    ASSERT_TRUE(path);
    EXPECT_EQ(path->length.value, 0);
    EXPECT_EQ(path->line.size(), 2U);
}

TEST(FindPath, AlongOneEdgeGoesBothWays)
{
    auto const network = with_steps();
    auto const a = on_street(network, 20, 0);
    auto const b = on_street(network, 80, 0);
    auto const there = find_path(network, a, b);
    auto const back = find_path(network, b, a);
    ASSERT_TRUE(there && back);
    EXPECT_NEAR(there->length.value, 60, 0.2);
    EXPECT_DOUBLE_EQ(there->length.value, back->length.value);
    EXPECT_EQ(there->line.front(), back->line.back());
}

TEST(FindPath, AroundALoopItTakesTheShorterSide)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 100, 0)
                             .node(3, 100, 100)
                             .node(4, 0, 100)
                             .way(10, {1, 2, 3, 4, 1}, {{"highway", "residential"}})
                             .network();
    auto const path = find_path(network, on_street(network, 10, 0), on_street(network, 0, 10));
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->length.value, 20, 0.2);
}

TEST(FindPath, TheLineJoinsTheStreetsWithoutGap)
{
    auto const network = with_steps();
    auto const path = find_path(network, on_street(network, 60, 0), on_street(network, 200, 20));
    ASSERT_TRUE(path);
    double length = 0;
    for (std::size_t i = 1; i < path->line.size(); ++i) {
        length += distance(path->line[i - 1], path->line[i]).value;
    }
    EXPECT_NEAR(length, path->length.value, 0.01);
}

TEST(FindPath, ASearchServesAgain)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 100, 0)
                             .node(3, 100, 50)
                             .way(10, {1, 2}, {{"highway", "path"}})
                             .way(20, {2, 3}, {{"highway", "steps"}})
                             .network();
    Search search{network};
    auto const from = on_street(network, 10, 0);
    auto const to = on_street(network, 100, 40);
    EXPECT_FALSE(find_path(search, from, to, {.step_free = true}));
    auto const path = find_path(search, from, to);
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->length.value, 130, 0.3);
    EXPECT_FALSE(find_path(search, from, to, {.step_free = true}));
}

} // namespace
} // namespace wt::streets
