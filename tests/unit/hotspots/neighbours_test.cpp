#include "hotspots/neighbours.hpp"
#include "hotspots/scan_zones.hpp"

#include <gmock/gmock.h>

namespace wt::hotspots {
namespace {

using Pairs = std::vector<Neighbours::Pair>;

TEST(Neighbours, StandByRisingNumberWithoutThePlaceItself)
{
    Pairs const pairs{{2, 0}, {1, 0}, {0, 2}, {0, 0}, {0, 1}};
    Neighbours const neighbours{4, pairs};
    EXPECT_THAT(neighbours.of(0), testing::ElementsAre(1, 2));
    EXPECT_THAT(neighbours.of(3), testing::IsEmpty());
    EXPECT_EQ(neighbours.widest(), 2U);
}

TEST(Neighbours, AreUnevenWhereOneSideIsMissingOrComesTwice)
{
    EXPECT_FALSE(find_uneven_pair(3, Pairs{{0, 1}, {1, 0}, {2, 2}}));
    EXPECT_EQ(find_uneven_pair(3, Pairs{{0, 1}, {1, 0}, {1, 2}})->pair, 2U);
    EXPECT_EQ(find_uneven_pair(3, Pairs{{2, 1}, {0, 1}, {1, 0}})->pair, 0U);
    auto const twice = find_uneven_pair(3, Pairs{{0, 1}, {1, 0}, {1, 0}});
    EXPECT_TRUE(twice->comes_twice);
    EXPECT_EQ(twice->pair, 2U);
}

TEST(Neighbours, AreNearOrMeetAtAnEndAndNamedOnce)
{
    // Three in a row that meet (two of them near each other as well), one near the last, one alone.
    std::vector<Xy> const middles{{0, 0}, {60, 0}, {200, 0}, {290, 0}, {5000, 0}};
    std::vector<std::array<std::uint32_t, 2>> const ends{{7, 3}, {3, 9}, {9, 2}, {1, 5}, {6, 6}};
    auto const neighbours = near_or_meeting(zones_by_distance(middles, 100.0), ends);
    ASSERT_EQ(neighbours.size(), 5U);
    EXPECT_THAT(neighbours.of(0), testing::ElementsAre(1));
    EXPECT_THAT(neighbours.of(1), testing::ElementsAre(0, 2));
    EXPECT_THAT(neighbours.of(2), testing::ElementsAre(1, 3));
    EXPECT_THAT(neighbours.of(3), testing::ElementsAre(2));
    EXPECT_THAT(neighbours.of(4), testing::IsEmpty());
}

} // namespace
} // namespace wt::hotspots
