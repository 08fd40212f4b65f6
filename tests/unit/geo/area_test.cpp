#include "base/random.hpp"
#include "geo/area.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt {
namespace {

Ring square(double low, double high)
{
    return {{low, low}, {low, high}, {high, high}, {high, low}, {low, low}};
}

TEST(Contains, AHoleIsOutside)
{
    Polygon const polygon{square(0, 10), {square(4, 6)}};
    EXPECT_TRUE(contains(polygon, {2, 2}));
    EXPECT_FALSE(contains(polygon, {5, 5}));
    EXPECT_FALSE(contains(polygon, {11, 5}));
}

TEST(Contains, APointOnASharedBorderIsInOneOfTheTwoAtMost)
{
    Polygon const left{{{0, 0}, {0, 5}, {10, 5}, {10, 0}}, {}};
    Polygon const right{{{0, 5}, {0, 9}, {10, 9}, {10, 5}}, {}};
    EXPECT_EQ(int{contains(left, {3, 5})} + int{contains(right, {3, 5})}, 1);
}

TEST(Contains, AnyPieceOfAnAreaCounts)
{
    MultiPolygon const area{{{square(0, 1), {}}, {square(5, 6), {}}}};
    EXPECT_TRUE(contains(area, {5.5, 5.5}));
    EXPECT_FALSE(contains(area, {3, 3}));
    EXPECT_EQ(bounds_of(area), (Bounds{{0, 0}, {6, 6}}));
}

TEST(Contains, AnOutlineWithoutPointsHoldsNothing)
{
    EXPECT_FALSE(contains(Polygon{}, {0, 0}));
}

TEST(ConvexHull, DropsPointsInsideAndOnSides)
{
    auto const hull = convex_hull({{0, 0}, {0, 4}, {4, 4}, {4, 0}, {2, 2}, {0, 2}});
    EXPECT_THAT(
        hull,
        testing::UnorderedElementsAre(LatLon{0, 0}, LatLon{0, 4}, LatLon{4, 4}, LatLon{4, 0}));
}

TEST(ConvexHull, HoldsEveryPointItWasMadeFrom)
{
    SeededRandom random{7};
    std::vector<LatLon> points;
    for (int i = 0; i < 200; ++i) {
        points.push_back({random.uniform(), random.uniform()});
    }
    Polygon const hull{convex_hull(points), {}};
    LatLon const middle{0.5, 0.5};
    for (LatLon const p : points) {
        // A hair towards the middle, so that the corners themselves count.
        LatLon const inward{
            p.lat + 1e-9 * (middle.lat - p.lat), p.lon + 1e-9 * (middle.lon - p.lon)};
        EXPECT_TRUE(contains(hull, inward));
    }
}

} // namespace
} // namespace wt
