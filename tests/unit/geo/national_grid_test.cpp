#include "geo/national_grid.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

// The guide's worked example: 52° 39′ 27.2531″ N, 1° 43′ 4.5177″ E on Airy; on WGS 84 by the seven
// parameters 52° 39′ 28.72″ N, 1° 42′ 57.79″ E.
TEST(NationalGrid, PutsCaisterWaterTowerWhereTheSurveyDoes)
{
    auto const tower = from_national_grid({651409.903, 313177.270});
    EXPECT_NEAR(tower.lat, 52 + 39.0 / 60 + 28.72 / 3600, 1e-5);
    EXPECT_NEAR(tower.lon, 1 + 42.0 / 60 + 57.79 / 3600, 1e-5);
}

// Big Ben, TQ 30268 79638, stands at 51.50070 N, 0.12457 W.
TEST(NationalGrid, PutsBigBenInWestminster)
{
    auto const bell = from_national_grid({530268, 179638});
    EXPECT_LT(distance(bell, {51.50070, -0.12457}).value, 10);
}

} // namespace
} // namespace wt
