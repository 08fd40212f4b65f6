#include "geo/projection.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(LocalProjection, AgreesWithTheGreatCircleWithinTown)
{
    LatLon const origin{51.5, -0.1};
    LatLon const place{51.52, -0.07};
    LocalProjection const plane{origin};
    EXPECT_NEAR(distance(Xy{}, plane.to_plane(place)).value, distance(origin, place).value, 2.0);
}

TEST(LocalProjection, ComesBackToWhereItBegan)
{
    LocalProjection const plane{{51.5, -0.1}};
    LatLon const place = plane.to_earth(plane.to_plane({51.47, -0.2}));
    EXPECT_NEAR(place.lat, 51.47, 1e-12);
    EXPECT_NEAR(place.lon, -0.2, 1e-12);
}

TEST(LocalProjection, HasEastToTheRightAndNorthUp)
{
    Xy const north_east = LocalProjection{{51.5, -0.1}}.to_plane({51.6, 0.0});
    EXPECT_GT(north_east.x, 0);
    EXPECT_GT(north_east.y, 0);
}

TEST(NearestFraction, StaysOnTheStretch)
{
    EXPECT_DOUBLE_EQ(nearest_fraction({5, 3}, {0, 0}, {10, 0}), 0.5);
    EXPECT_DOUBLE_EQ(nearest_fraction({-5, 3}, {0, 0}, {10, 0}), 0.0);
    EXPECT_DOUBLE_EQ(nearest_fraction({50, 3}, {0, 0}, {10, 0}), 1.0);
    EXPECT_DOUBLE_EQ(nearest_fraction({50, 3}, {7, 7}, {7, 7}), 0.0);
}

} // namespace
} // namespace wt
