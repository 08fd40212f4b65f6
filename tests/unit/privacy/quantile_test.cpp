#include "privacy/quantile.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace wt::privacy {
namespace {

std::vector<std::int64_t> one_to(std::int64_t last)
{
    std::vector<std::int64_t> values(static_cast<std::size_t>(last));
    std::iota(values.rbegin(), values.rend(), 1);
    return values;
}

TEST(Quantile, IsTheSmallestThatSoManyDoNotExceed)
{
    EXPECT_EQ(public_quantile(one_to(50), 50, 0.5, 5), 25);
    EXPECT_EQ(public_quantile(one_to(50), 50, 0.9, 5), 45);
    EXPECT_EQ(public_quantile(one_to(11), 11, 0.5, 5), 6);
}

TEST(Quantile, IsNotToldWhereTooFewStandBeyondIt)
{
    EXPECT_EQ(public_quantile(one_to(9), 9, 0.5, 5), std::nullopt);
    EXPECT_EQ(public_quantile(one_to(10), 10, 0.5, 5), 5);
    EXPECT_EQ(public_quantile(one_to(49), 49, 0.9, 5), std::nullopt);
    EXPECT_EQ(public_quantile({}, 0, 0.5, 2), std::nullopt);
}

TEST(Quantile, CountsPeopleAndNotTheirWalks)
{
    EXPECT_EQ(public_quantile(one_to(50), 9, 0.5, 5), std::nullopt);
}

} // namespace
} // namespace wt::privacy
