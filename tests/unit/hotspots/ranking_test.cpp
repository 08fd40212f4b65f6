#include "hotspots/ranking.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace wt::hotspots {
namespace {

using testing::ElementsAre;

std::vector<Place> places_of(std::vector<RankedPlace> const& ranked)
{
    std::vector<Place> places;
    for (auto const& each : ranked) {
        places.push_back(each.place);
    }
    return places;
}

std::vector<PlaceTotal> const kFour{
    {.count = 2, .severity = 9.0, .exposure = 100.0},
    {.count = 5, .severity = 5.0, .exposure = std::nullopt},
    {.count = 2, .severity = 2.0, .exposure = 1.0},
    {.count = 1, .severity = 1.0, .exposure = 10.0}};

TEST(Ranking, IsByCountThenSeverityThenNumber)
{
    auto const ranked = rank_places(kFour, RankBy::count);
    EXPECT_THAT(places_of(ranked), ElementsAre(1, 0, 2, 3));
    EXPECT_EQ(ranked[1].rank, 2U);
    EXPECT_EQ(ranked[2].rank, 2U); // as many
    EXPECT_EQ(ranked[3].rank, 4U);
    EXPECT_DOUBLE_EQ(ranked[0].share, 0.5);
    EXPECT_DOUBLE_EQ(ranked[2].share_so_far, 0.9);
    EXPECT_DOUBLE_EQ(ranked[3].share_so_far, 1.0);
    EXPECT_THAT(places_of(rank_places(kFour, RankBy::severity)), ElementsAre(0, 1, 2, 3));
}

TEST(Ranking, ByRateTakesLittleExposureAsMoreAndTheUnknownLast)
{
    EXPECT_DOUBLE_EQ(least_exposure(kFour), 1.0); // a tenth of 10, the median of three
    auto const ranked = rank_places(kFour, RankBy::rate);
    EXPECT_THAT(places_of(ranked), ElementsAre(2, 3, 0, 1));
    EXPECT_DOUBLE_EQ(*ranked[0].rate, 2.0);
    EXPECT_FALSE(ranked[3].rate.has_value());

    std::vector<PlaceTotal> const hardly{
        {.count = 1, .exposure = 0.001},
        {.count = 30, .exposure = 100.0},
        {.count = 9, .exposure = 0.0}};
    EXPECT_DOUBLE_EQ(least_exposure(hardly), 0.1 * (100.0 + 0.001) / 2);
    EXPECT_THAT(places_of(rank_places(hardly, RankBy::rate)), ElementsAre(1, 0, 2));
}

TEST(Ranking, OfNothingHasNoShares)
{
    std::vector<PlaceTotal> const empty(2);
    EXPECT_DOUBLE_EQ(rank_places(empty, RankBy::count)[1].share_so_far, 0.0);
    EXPECT_TRUE(rank_places({}, RankBy::rate).empty());
    EXPECT_DOUBLE_EQ(least_exposure(empty), 0.0);
}

TEST(Lorenz, GoesFromTheLeastToTheMostPerSize)
{
    std::vector<double> const counts{6, 0, 2};
    std::vector<double> const sizes{1, 1, 2};
    auto const curve = lorenz_curve(counts, sizes);
    ASSERT_EQ(curve.size(), 4U);
    EXPECT_DOUBLE_EQ(curve[1].share_of_size, 0.25);
    EXPECT_DOUBLE_EQ(curve[1].share_of_count, 0.0);
    EXPECT_DOUBLE_EQ(curve[2].share_of_size, 0.75);
    EXPECT_DOUBLE_EQ(curve[2].share_of_count, 0.25);
    EXPECT_DOUBLE_EQ(gini(curve), 1.0 - (0.5 * 0.25 + 0.25 * 1.25));
}

TEST(Lorenz, IsTheDiagonalWhereNothingIsCountedOrEverythingEven)
{
    EXPECT_DOUBLE_EQ(gini(lorenz_curve({}, {})), 0.0);
    EXPECT_DOUBLE_EQ(gini(lorenz_curve(std::vector{0.0, 0.0}, std::vector{1.0, 2.0})), 0.0);
    EXPECT_NEAR(gini(lorenz_curve(std::vector{3.0, 6.0}, std::vector{1.0, 2.0})), 0.0, 1e-15);
    EXPECT_DOUBLE_EQ( // what lies where nothing is does not count
        gini(lorenz_curve(std::vector{7.0, 1.0}, std::vector{0.0, 1.0})),
        0.0);
}

/// Gini's mean difference, pair by pair: sum s_i s_j |c_i/s_i - c_j/s_j| / (2 S C).
RC_GTEST_PROP(Lorenz, HasTheGiniOfAllPairs, ())
{
    auto const places = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 50), rc::gen::inRange(1, 50)));
    std::vector<double> counts;
    std::vector<double> sizes;
    double all_counts = 0;
    double all_sizes = 0;
    for (auto const& [count, size] : places) {
        counts.push_back(count);
        sizes.push_back(size);
        all_counts += count;
        all_sizes += size;
    }
    double apart = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < places.size(); ++j) {
            apart += std::abs(counts[i] * sizes[j] - counts[j] * sizes[i]);
        }
    }
    auto const expected = all_counts > 0 ? apart / (2 * all_counts * all_sizes) : 0.0;
    RC_ASSERT(std::abs(gini(lorenz_curve(counts, sizes)) - expected) < 1e-12);
}

} // namespace
} // namespace wt::hotspots
