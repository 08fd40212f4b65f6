#include "base/random.hpp"
#include "hotspots/exact_sums.hpp"
#include "unit/hotspots/given_segments.hpp"

#include <bit>

namespace wt::hotspots {
namespace {

/// Every choice of the neighbours' number among the others, counted one by one.
TailPair enumerated(std::vector<Count> counts, Neighbours const& neighbours, Place place)
{
    auto const observed = neighbour_sums(counts, neighbours)[place];
    auto const draws = static_cast<int>(neighbours.of(place).size());
    counts.erase(counts.begin() + place);
    double all = 0;
    double upper = 0;
    double lower = 0;
    for (unsigned chosen = 0; chosen < 1U << counts.size(); ++chosen) {
        if (std::popcount(chosen) != draws) {
            continue;
        }
        Count sum = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            sum += ((chosen >> i) & 1U) != 0 ? counts[i] : 0;
        }
        all += 1;
        upper += sum >= observed ? 1 : 0;
        lower += sum <= observed ? 1 : 0;
    }
    return {upper / all, lower / all};
}

Neighbours random_neighbours(Place places, SeededRandom& random)
{
    std::vector<Neighbours::Pair> pairs;
    for (Place i = 0; i < places; ++i) {
        for (Place j = 0; j < i; ++j) {
            if (random.below(3) == 0) {
                pairs.push_back({i, j});
                pairs.push_back({j, i});
            }
        }
    }
    return {places, pairs};
}

void expect_as_enumerated(std::vector<Count> const& counts, Neighbours const& neighbours)
{
    auto const tails = exact_tails(counts, neighbours);
    ASSERT_TRUE(tails);
    for (Place place = 0; place < counts.size(); ++place) {
        auto const expected = enumerated(counts, neighbours, place);
        EXPECT_NEAR((*tails)[place].upper / expected.upper, 1, 1e-12) << place;
        EXPECT_NEAR((*tails)[place].lower / expected.lower, 1, 1e-12) << place;
    }
}

TEST(ExactTails, AreThoseOfEveryChoiceCountedOneByOne)
{
    SeededRandom random{1};
    for (int round = 0; round < 60; ++round) {
        auto const places = static_cast<Place>(2 + random.below(10));
        std::vector<Count> counts(places);
        for (auto& count : counts) {
            count = static_cast<Count>(random.below(1 + random.below(9)));
        }
        expect_as_enumerated(counts, random_neighbours(places, random));
    }
}

TEST(ExactTails, AreExactWhereOnePlaceHoldsAMillion)
{
    SeededRandom random{2};
    std::vector<Count> const counts{3, 1'000'000, 0, 2, 2, 1, 1'000'000, 700'000, 0, 1};
    expect_as_enumerated(counts, random_neighbours(10, random));
}

TEST(ExactTails, AreOneWithoutNeighboursOrVariation)
{
    std::vector<Count> const counts{0, 0, 0};
    for (auto const& tails :
         {*exact_tails(counts, given_row(3)), *exact_tails(counts, Neighbours{3, {}})}) {
        for (auto const& tail : tails) {
            EXPECT_EQ(tail.upper, 1.0);
            EXPECT_EQ(tail.lower, 1.0);
        }
    }
}

TEST(ExactTails, AreGivenUpWhereTheyWouldTakeMinutes)
{
    std::vector<Count> counts;
    for (Count i = 0; i < 3000; ++i) {
        counts.push_back(i * 1'000'003);
    }
    EXPECT_FALSE(exact_tails(counts, given_row(3000)));
}

TEST(ExactTails, AreThoseOfAnExactEnumeration)
{
    WT_REQUIRE_REFERENCE();
    auto const given = given_segments();
    auto const reference = read_reference("gistar_seg_exactperm");
    auto const tails = exact_tails(given.counts, given.neighbours);
    ASSERT_TRUE(tails);
    for (std::size_t i = 0; i < tails->size(); ++i) {
        ASSERT_NEAR((*tails)[i].upper / number_in(reference, i, "p_upper"), 1, 1e-9) << i;
        ASSERT_NEAR((*tails)[i].lower / number_in(reference, i, "p_lower"), 1, 1e-9) << i;
    }
}

} // namespace
} // namespace wt::hotspots
