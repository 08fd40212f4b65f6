#include "base/interval.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

Interval between(int from, int to)
{
    return {from_milliseconds(from), from_milliseconds(to)};
}

TEST(Merged, JoinsTouchingAndOverlappingAndDropsEmpty)
{
    EXPECT_EQ(
        merged({between(5, 8), between(1, 3), between(3, 4), between(6, 7), between(9, 9)}),
        (std::vector{between(1, 4), between(5, 8)}));
}

TEST(Intersected, KeepsWhatBothHave)
{
    EXPECT_EQ(
        intersected({between(0, 4), between(6, 9)}, {between(2, 7), between(8, 12)}),
        (std::vector{between(2, 4), between(6, 7), between(8, 9)}));
    EXPECT_TRUE(intersected({between(0, 4)}, {between(4, 6)}).empty());
}

TEST(Without, CutsHoles)
{
    EXPECT_EQ(
        without({between(0, 10), between(12, 14)}, {between(2, 3), between(5, 6), between(9, 13)}),
        (std::vector{between(0, 2), between(3, 5), between(6, 9), between(13, 14)}));
    EXPECT_TRUE(without({between(2, 3)}, {between(0, 10)}).empty());
}

TEST(Overlap, TouchingEndsDoNot)
{
    EXPECT_FALSE(overlap(between(0, 4), between(4, 6)));
    EXPECT_TRUE(overlap(between(0, 5), between(4, 6)));
    EXPECT_FALSE(overlap(between(0, 5), between(2, 2)));
}

} // namespace
} // namespace wt
