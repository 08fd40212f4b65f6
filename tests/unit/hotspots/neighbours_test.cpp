#include "hotspots/neighbours.hpp"

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

} // namespace
} // namespace wt::hotspots
