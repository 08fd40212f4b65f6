#include "geo/point.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace wt {
namespace {

TEST(Distance, OneDegreeOfLatitudeIsAboutHundredElevenKilometres)
{
    EXPECT_NEAR(distance({51.0, -0.1}, {52.0, -0.1}).value, 111'195.08, 0.1);
}

TEST(Distance, ShrinksWithTheCosineOfLatitudeEastward)
{
    auto const at_equator = distance({0, 0}, {0, 1}).value;
    EXPECT_NEAR(distance({60, 0}, {60, 1}).value / at_equator, 0.5, 1e-4);
}

TEST(IsValid, RefusesWhatIsNotOnTheEarth)
{
    EXPECT_TRUE(is_valid({51.5, -0.1}));
    EXPECT_FALSE(is_valid({91, 0}));
    EXPECT_FALSE(is_valid({0, std::numeric_limits<double>::quiet_NaN()}));
}

} // namespace
} // namespace wt
