#include "base/refusal.hpp"
#include "hotspots/cells.hpp"

#include <gmock/gmock.h>

namespace wt::hotspots {
namespace {

TEST(CellGrid, CoversAllPointsInCellsThatBeginAtMultiplesOfTheSide)
{
    std::vector<Xy> const points{{-30, 260}, {120, 199.9}, {100, 200}};
    CellGrid const grid{points, 100.0};
    EXPECT_EQ(grid.size(), 6U); // x from -100 to 200, y from 100 to 300
    EXPECT_EQ(grid.cell_of(points[1]), 2U);
    EXPECT_EQ(grid.cell_of(points[0]), 3U);
    EXPECT_EQ(grid.cell_of(points[2]), 5U); // on a border: to the north and east
    EXPECT_EQ(grid.middle_of(2), (Xy{150, 150}));
    EXPECT_EQ(grid.middle_of(3), (Xy{-50, 250}));
    EXPECT_EQ((CellGrid{std::vector<Xy>(3), 5.0}).size(), 1U);
}

TEST(CellGrid, RefusesMoreThanAMachineHolds)
{
    std::vector<Xy> const far{{0, 0}, {1e8, 1e8}};
    EXPECT_THROW((CellGrid{far, 1.0}), Refusal);
    EXPECT_NO_THROW((CellGrid{far, 1e6}));
}

} // namespace
} // namespace wt::hotspots
