#include "geo/bounds.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(Bounds, AFreshOneHoldsNothing)
{
    Bounds const bounds;
    EXPECT_TRUE(bounds.is_empty());
    EXPECT_FALSE(bounds.contains({0, 0}));
}

TEST(Bounds, GrowsToWhatItIsGiven)
{
    Bounds bounds;
    bounds.extend({51, -1});
    bounds.extend({52, 1});
    EXPECT_FALSE(bounds.is_empty());
    EXPECT_TRUE(bounds.contains({51, 1}));
    EXPECT_FALSE(bounds.contains({50.99, 0}));
    EXPECT_EQ(bounds.middle(), (LatLon{51.5, 0}));
}

} // namespace
} // namespace wt
