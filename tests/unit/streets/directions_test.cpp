#include "streets/directions.hpp"
#include "tiny_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::streets {
namespace {

std::vector<std::string>
told(Network const& network, StreetPoint const& from, StreetPoint const& to)
{
    std::vector<std::string> sentences;
    auto const path = find_path(network, from, to);
    if (path) {
        for (Direction const& direction : path->directions) {
            sentences.push_back(in_english(direction.text));
        }
    }
    return sentences;
}

Network corner()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 100, 0)
        .node(3, 100, 60)
        .node(4, 200, 0)
        .node(5, 300, 0)
        .node(6, 312, 0)
        .node(7, 400, 0)
        .way(10, {1, 2}, {{"highway", "residential"}, {"name", "Low Road"}})
        .way(20, {2, 3}, {{"highway", "residential"}, {"name", "Elm Street"}})
        .way(30, {2, 4}, {{"highway", "steps"}})
        .way(40, {4, 5}, {{"highway", "footway"}})
        .way(50, {5, 6}, {{"highway", "footway"}, {"footway", "crossing"}})
        .way(60, {6, 7}, {{"highway", "footway"}})
        .network();
}

TEST(Directions, TellTurnsToLeftAndRight)
{
    auto const network = corner();
    auto const low_road = on_street(network, 10, 0);
    auto const elm_street = on_street(network, 100, 60);
    EXPECT_THAT(
        told(network, low_road, elm_street),
        testing::ElementsAre("Walk along Low Road, 90 m.", "Turn left into Elm Street, 60 m."));
    EXPECT_THAT(
        told(network, elm_street, low_road),
        testing::ElementsAre("Walk along Elm Street, 60 m.", "Turn right into Low Road, 90 m."));
}

TEST(Directions, TellStepsAndLeaveOutTrifles)
{
    auto const network = corner();
    EXPECT_THAT(
        told(network, on_street(network, 60, 0), on_street(network, 400, 0)),
        testing::ElementsAre(
            "Walk along Low Road, 40 m.",
            "Go straight on and take the steps, 100 m.",
            "Go straight on along the path, 200 m."));
}

TEST(Directions, TheirLengthsAddUpToThePath)
{
    auto const network = corner();
    auto const path = find_path(network, on_street(network, 33, 0), on_street(network, 377, 0));
    ASSERT_TRUE(path);
    double length = 0;
    for (Direction const& direction : path->directions) {
        length += direction.length.value;
    }
    EXPECT_NEAR(length, path->length.value, 1e-6);
}

} // namespace
} // namespace wt::streets
