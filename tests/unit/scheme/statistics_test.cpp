#include "scheme/statistics.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

constexpr double kNear = 1e-8;

/// R 4.2.2: prop.test(good, all, correct = FALSE)$conf.int
struct OfShare
{
    int good;
    int all;
    double low;
    double high;
};
constexpr OfShare kShares[]{
    {0, 5, 0.000000000, 0.434482465},
    {1, 7, 0.025679624, 0.513127829},
    {5, 5, 0.565517535, 1.000000000},
    {9, 20, 0.258197858, 0.657914658},
    {50, 69, 0.609527028, 0.816054784},
    {430, 1000, 0.399640920, 0.460894826}};

TEST(Statistics, TheIntervalOfAShareIsThatOfR)
{
    for (auto const& [good, all, low, high] : kShares) {
        auto const share = share_of(good, all);
        EXPECT_NEAR(share.value, static_cast<double>(good) / all, kNear);
        EXPECT_NEAR(share.low, low, kNear) << good << " of " << all;
        EXPECT_NEAR(share.high, high, kNear) << good << " of " << all;
    }
}

/// R 4.2.2, from the matched table with 1/2 added to each cell: d = p12 - p21,
/// d -/+ qnorm(0.975) * sqrt((p12 + p21 - d^2) / n)
struct OfPairs
{
    PairCounts pairs;
    double value;
    double low;
    double high;
};
constexpr OfPairs kPairs[]{
    {{20, 12, 3, 15}, 0.180000000, 0.029837341, 0.316316505},
    {{5, 0, 0, 5}, 0.000000000, -0.163330332, 0.163330332},
    {{0, 8, 0, 0}, 1.000000000, 0.483965304, 1.000000000},
    {{100, 40, 60, 100}, -0.066666667, -0.131019249, -0.001431082},
    {{3, 1, 2, 4}, -0.100000000, -0.406573373, 0.239906706}};

TEST(Statistics, TheIntervalOfAPairedChangeIsThatOfR)
{
    for (auto const& [pairs, value, low, high] : kPairs) {
        auto const change = paired_change(pairs);
        EXPECT_NEAR(change.value, value, kNear);
        EXPECT_NEAR(change.low, low, kNear);
        EXPECT_NEAR(change.high, high, kNear);
    }
}

TEST(Statistics, ChangeIsTheDifferenceOfTheTwoShares)
{
    constexpr PairCounts kSome{20, 12, 3, 15};
    EXPECT_NEAR(
        paired_change(kSome).value,
        share_of(kSome.good_after(), kSome.all()).value -
            share_of(kSome.good_before(), kSome.all()).value,
        kNear);
}

} // namespace
} // namespace wt
