#include "geo/area_text.hpp"
#include "geo/inner_point.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

/// A U whose centroid lies in its gap.
MultiPolygon horseshoe()
{
    return {{{{{0, 0}, {0, 10}, {10, 10}, {10, 6}, {2, 6}, {2, 4}, {10, 4}, {10, 0}}, {}}}};
}

TEST(InnerPoint, LiesInsideWhereTheCentroidDoesNot)
{
    EXPECT_FALSE(contains(horseshoe(), {5, 5}));
    EXPECT_TRUE(contains(horseshoe(), inner_point(horseshoe())));
}

TEST(InnerPoint, AvoidsHolesAndGapsBetweenPieces)
{
    MultiPolygon const ring{
        {{{{0, 0}, {0, 9}, {9, 9}, {9, 0}}, {{{1, 1}, {1, 7}, {8, 7}, {8, 1}}}}}};
    EXPECT_TRUE(contains(ring, inner_point(ring)));

    MultiPolygon const apart{
        {{{{0, 0}, {0, 1}, {1, 1}, {1, 0}}, {}}, {{{8, 0}, {8, 1}, {9, 1}, {9, 0}}, {}}}};
    EXPECT_TRUE(contains(apart, inner_point(apart)));
}

TEST(AreaText, SurvivesBeingWritten)
{
    MultiPolygon const area{
        {{{{51.5, -0.125}, {51.5, 0.25}, {51.75, 0.25}, {51.5, -0.125}},
          {{{51.51, 0}, {51.52, 0.1}, {51.51, 0.1}, {51.51, 0}}}}}};
    auto const again = read_area_text(area_text(area));
    EXPECT_EQ(again.polygons.at(0).outline, area.polygons[0].outline);
    EXPECT_EQ(again.polygons.at(0).holes, area.polygons[0].holes);
    EXPECT_TRUE(read_area_text("").polygons.empty());
}

} // namespace
} // namespace wt
