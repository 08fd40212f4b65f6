#include "hotspots/replay.hpp"
#include "unit/hotspots/given_segments.hpp"

#include <algorithm>
#include <cmath>

namespace wt::hotspots {
namespace {

TEST(GiStar, IsWhatEsdaSays)
{
    WT_REQUIRE_REFERENCE();
    auto const given = given_segments();
    auto const reference = read_reference("gistar_seg_esda");
    auto const z = gi_star_z(given.counts, given.neighbours);
    for (std::size_t i = 0; i < z.size(); ++i) {
        ASSERT_NEAR(z[i], number_in(reference, i, "z"), 1e-11) << i;
    }
}

// Three places in a row, 0 0 3: mean 1, s^2 = 2; the last two have W = 2 and S = 3, so
// z = (3 - 2) / sqrt(2 (3 2 - 4) / 2) = 1 / sqrt 2.
TEST(GiStar, IsWhatAHandWorksOut)
{
    std::vector<Count> const counts{0, 0, 3};
    auto const z = gi_star_z(counts, given_row(3));
    EXPECT_NEAR(z[2], std::sqrt(0.5), 1e-15);
    EXPECT_EQ(z[1], 0.0) << "all are its neighbours";
}

TEST(GiStar, IsNothingWhereAllCountsAreEqual)
{
    std::vector<Count> const counts{5, 5, 5, 5};
    EXPECT_EQ(gi_star_z(counts, given_row(4)), std::vector<double>(4, 0.0));
}

TEST(LocalMoran, IsWhatEsdaSays)
{
    WT_REQUIRE_REFERENCE();
    auto const given = given_segments();
    auto const reference = read_reference("localmoran_seg_esda");
    auto const moran = local_moran(given.counts, given.neighbours);
    for (std::size_t i = 0; i < moran.size(); ++i) {
        auto const is = number_in(reference, i, "is");
        auto const z =
            (is - number_in(reference, i, "eic")) / std::sqrt(number_in(reference, i, "vic"));
        ASSERT_NEAR(moran[i].i, is, 1e-11) << i;
        ASSERT_NEAR(moran[i].z, z, 1e-11) << i;
        ASSERT_EQ(static_cast<double>(moran[i].quadrant), number_in(reference, i, "q")) << i;
    }
}

TEST(LocalMoran, IsNothingWithoutNeighboursOrVariation)
{
    std::vector<Count> const counts{5, 5, 5, 9};
    auto const alone = local_moran(counts, Neighbours{4, {}});
    EXPECT_EQ(alone[3].i, 0.0);
    EXPECT_EQ(alone[3].z, 0.0);
    std::vector<Count> const same{5, 5, 5};
    EXPECT_EQ(local_moran(same, given_row(3))[0].z, 0.0);
}

Permutations esda_permutations()
{
    std::istringstream text{read_gzip(reference_folder() / "esda_permids_seg_seed12345.csv.gz")};
    Permutations permutations;
    for (std::string line; std::getline(text, line);) {
        std::istringstream cells{line};
        for (std::string cell; std::getline(cells, cell, ',');) {
            permutations.ids.push_back(static_cast<Place>(std::stoul(cell)));
        }
        permutations.width = permutations.width == 0 ? permutations.ids.size() : permutations.width;
    }
    return permutations;
}

TEST(Replay, GivesThePseudoPOfEsda)
{
    WT_REQUIRE_REFERENCE();
    auto const given = given_segments();
    auto const permutations = esda_permutations();
    ASSERT_EQ(permutations.size(), 999U);
    auto const replayed = replay(given.counts, given.neighbours, permutations);
    auto const gi_star = read_reference("gistar_seg_esda");
    auto const moran = read_reference("localmoran_seg_esda");
    for (std::size_t i = 0; i < replayed.size(); ++i) {
        ASSERT_EQ(folded_p(replayed[i].at_least, 999), number_in(gi_star, i, "p_sim")) << i;
        // esda adds Moran's weights in floating point, so rounding decides each of its ties.
        bool is_possible = false;
        for (auto large = 999 - replayed[i].at_most; large <= replayed[i].at_least; ++large) {
            is_possible |= folded_p(large, 999) == number_in(moran, i, "p_sim");
        }
        ASSERT_TRUE(is_possible) << i;
    }
}

// Counts 1 2 4, the middle place first without it: (1, 4) dealt as given.
TEST(Replay, CountsTheIdsWithoutThePlaceItself)
{
    std::vector<Count> const counts{1, 2, 4};
    auto const replayed = replay(counts, given_row(3), {.ids = {0, 1, 1, 0}, .width = 2});
    EXPECT_EQ(replayed[0].at_least, 2U); // has 2; gets 2, then 4
    EXPECT_EQ(replayed[0].at_most, 1U);
    EXPECT_EQ(replayed[2].at_least, 1U); // has 2; gets 1, then 2
}

} // namespace
} // namespace wt::hotspots
