#include "streets/walking_times.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

#include <array>

namespace wt::streets {
namespace {

Network line_of_streets()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 130, 0)
        .node(3, 260, 0)
        .way(10, {1, 2}, {{"highway", "residential"}})
        .way(20, {2, 3}, {{"highway", "steps"}})
        .network();
}

TEST(WalkingTimes, AreLengthOverSpeed)
{
    auto const network = line_of_streets();
    std::array const from{on_street(network, 0, 0), on_street(network, 65, 0)};
    std::array const to{on_street(network, 130, 0), on_street(network, 260, 0)};
    auto const times = walking_times(network, from, to);
    EXPECT_NEAR(times.at(0, 0).count(), 100, 0.3);
    EXPECT_NEAR(times.at(0, 1).count(), 200, 0.3);
    EXPECT_NEAR(times.at(1, 0).count(), 50, 0.3);
    EXPECT_NEAR(times.at(1, 1).count(), 150, 0.3);
}

TEST(WalkingTimes, AreInfiniteBeyondTheBoundOrBehindSteps)
{
    auto const network = line_of_streets();
    std::array const from{on_street(network, 0, 0)};
    std::array const to{on_street(network, 260, 0)};
    auto const infinite = Seconds{kUnreachable.value};
    EXPECT_EQ(walking_times(network, from, to, {.bound = Seconds{150}}).at(0, 0), infinite);
    EXPECT_EQ(walking_times(network, from, to, {.step_free = true}).at(0, 0), infinite);
    EXPECT_LT(walking_times(network, from, to, {.bound = Seconds{210}}).at(0, 0), infinite);
}

TEST(WalkingTimes, OfManyAreThoseOfEach)
{
    // A lattice large enough for searches to end early.
    TinyMap map;
    constexpr int kSide = 30;
    for (int i = 0; i < kSide * kSide; ++i) {
        int const east = i % kSide;
        int const north = i / kSide;
        map.node(i + 1, 50.0 * east + north % 7, 60.0 * north + east % 5);
        if (east > 0) {
            map.way(2 * i + 1, {i, i + 1}, {{"highway", "path"}});
        }
        if (north > 0) {
            map.way(2 * i + 2, {i + 1 - kSide, i + 1}, {{"highway", "path"}});
        }
    }
    auto const network = map.network();
    std::vector<StreetPoint> points;
    for (int i = 0; i < 12; ++i) {
        points.push_back(on_street(network, 31.0 * i, 450 + 29.0 * ((5 * i) % 12)));
    }
    auto const times = walking_times(network, points, points);
    Search search{network};
    for (std::size_t i = 0; i < points.size(); ++i) {
        search.run(points[i], {});
        for (std::size_t j = 0; j < points.size(); ++j) {
            double const expected = search.distance_to(points[j]).value / kWalkingSpeed.value;
            EXPECT_NEAR(times.at(i, j).count(), expected, 1e-6);
        }
    }
}

} // namespace
} // namespace wt::streets
