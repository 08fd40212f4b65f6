#include "base/random.hpp"
#include "hotspots/exact_sums.hpp"
#include "hotspots/false_discovery.hpp"
#include "hotspots/rule.hpp"
#include "hotspots/stratified_tails.hpp"
#include "unit/hotspots/given_segments.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace wt::hotspots {
namespace {

constexpr Place kSide = 16;

/// Squares of a town, each next to the eight around it.
Neighbours given_squares()
{
    std::vector<Neighbours::Pair> pairs;
    for (Place i = 0; i < kSide * kSide; ++i) {
        for (Place j = 0; j < kSide * kSide; ++j) {
            auto const across = std::abs(static_cast<int>(i % kSide) - static_cast<int>(j % kSide));
            auto const down = std::abs(static_cast<int>(i / kSide) - static_cast<int>(j / kSide));
            if (std::max(across, down) == 1) {
                pairs.push_back({i, j});
            }
        }
    }
    return {kSide * kSide, pairs};
}

/// How often walks passed: many in the middle, hardly any at the edge of town.
std::vector<double> given_passes()
{
    std::vector<double> passes;
    for (Place i = 0; i < kSide * kSide; ++i) {
        auto const x = (i % kSide - 7.5) / 8;
        auto const y = (static_cast<double>(i / kSide) - 7.5) / 8;
        passes.push_back(std::round(1 + 30 * std::exp(-2 * (x * x + y * y))));
    }
    return passes;
}

/// Women who speak without any place being worse than another.
/// \param shape  of the gamma by which segments differ for reasons of their own; 0: they do not
std::vector<Count> chance_alone(
    std::vector<double> const& exposure, double rate, double shape, std::mt19937_64& random)
{
    std::vector<Count> women;
    for (auto const passes : exposure) {
        auto const own = shape > 0 ? std::gamma_distribution{shape, 1 / shape}(random) : 1.0;
        auto const mean = std::max(1e-12, rate * passes * own);
        women.push_back(std::poisson_distribution<Count>{mean}(random));
    }
    return women;
}

bool calls_any(std::vector<Judgement> const& judgements)
{
    return std::ranges::any_of(
        judgements, [](auto const& each) { return each.standing == Standing::hot; });
}

struct Null
{
    char const* name;
    std::vector<double> exposure;
    double rate;
    double shape;
};

std::vector<Null> nulls()
{
    std::vector<double> const same(kSide * kSide, 1.0);
    return {
        {"Poisson", same, 2.0, 0},
        {"overdispersed", same, 2.0, 0.5},
        {"exposure alone", given_passes(), 0.3, 0},
        {"exposure and overdispersed", given_passes(), 0.3, 0.5}};
}

TEST(Rule, CallsNothingInTwentyDataSetsOfChanceButOnceOrSo)
{
    constexpr int kDataSets = 200;
    auto const squares = given_squares();
    for (auto const& null : nulls()) {
        int calls = 0;
        for (int seed = 1; seed <= kDataSets; ++seed) {
            std::mt19937_64 random{static_cast<std::uint64_t>(seed)};
            auto const women = chance_alone(null.exposure, null.rate, null.shape, random);
            calls += calls_any(judge(women, null.exposure, squares, squares)) ? 1 : 0;
        }
        auto const most = kDataSets * (0.05 + 2 * std::sqrt(0.05 * 0.95 / kDataSets));
        EXPECT_LE(calls, most) << null.name;
        RecordProperty(null.name, calls);
    }
}

// What the gate is for: the same data by the normal's p.
TEST(Rule, IsNeededAsTheNormalCallsMuchOfChance)
{
    auto const squares = given_squares();
    auto const null = nulls()[1];
    int calls = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::mt19937_64 random{seed};
        auto const z =
            gi_star_z(chance_alone(null.exposure, null.rate, null.shape, random), squares);
        std::vector<double> p;
        std::ranges::transform(z, std::back_inserter(p), [](double each) {
            return 0.5 * std::erfc(each * std::sqrt(0.5));
        });
        auto const q = false_discovery_rates(p, Dependence::positive);
        calls += std::ranges::min(q) <= 0.05 ? 1 : 0;
    }
    EXPECT_GE(calls, 15);
}

TEST(Rule, FindsWhatIsPlantedAndWhereItEnds)
{
    auto const squares = given_squares();
    auto const exposure = given_passes();
    std::mt19937_64 random{5};
    auto women = chance_alone(exposure, 0.3, 0, random);
    std::vector<Place> planted;
    for (Place row = 3; row < 6; ++row) {
        for (Place column = 7; column < 10; ++column) {
            planted.push_back(row * kSide + column);
            women[planted.back()] *= 4;
        }
    }
    auto const judgements = judge(women, exposure, squares, squares);
    EXPECT_EQ(judgements[4 * kSide + 8].standing, Standing::hot);
    EXPECT_EQ(judgements[4 * kSide + 8].hotspot, judgements[5 * kSide + 8].hotspot);
    EXPECT_EQ(judgements[12 * kSide + 2].standing, Standing::usual);
}

TEST(Rule, SaysNothingOfWhatNobodyWalked)
{
    std::vector<Count> const women{0, 3, 0, 1};
    std::vector<double> const exposure{0, 5, 5, 5};
    auto const judgements = judge(women, exposure, given_row(4), given_row(4));
    EXPECT_EQ(judgements[0].standing, Standing::unknown);
    EXPECT_EQ(judgements[1].standing, Standing::usual);
    EXPECT_EQ(judgements[0].p, 1.0);
}

TEST(Rule, CountsAWomanOncePerSegmentAndPeriod)
{
    auto const women = count_women(
        3,
        {{.segment = 0, .woman = 7, .period = 1},
         {.segment = 0, .woman = 7, .period = 1},
         {.segment = 0, .woman = 7, .period = 2},
         {.segment = 0, .woman = 8, .period = 1},
         {.segment = 2, .woman = 7, .period = 1}});
    EXPECT_EQ(women, (std::vector<Count>{3, 0, 1}));
}

TEST(StratifiedTails, AreTheExactTailsWhereAllAreAlike)
{
    SeededRandom random{3};
    std::vector<Count> counts(kSide * kSide);
    std::ranges::generate(counts, [&] { return static_cast<Count>(random.below(7)); });
    auto const squares = given_squares();
    auto const tails =
        stratified_upper_tails(counts, std::vector<Stratum>(counts.size(), 0), squares);
    auto const exact = exact_tails(counts, squares).value();
    for (std::size_t i = 0; i < tails.size(); ++i) {
        EXPECT_NEAR(tails[i] / exact[i].upper, 1, 1e-11) << i;
    }
}

// Six in a row, alike in turn: the neighbours of place 2 (1 and 3, of stratum 1) are dealt two of
// 4, 1, 0; they hold 5, and only one pair of three does.
TEST(StratifiedTails, DealOnlyAmongThoseThatAreAlike)
{
    std::vector<Count> const counts{9, 4, 9, 1, 9, 0};
    std::vector<Stratum> const strata{0, 1, 0, 1, 0, 1};
    auto const tails = stratified_upper_tails(counts, strata, given_row(6));
    EXPECT_NEAR(tails[2], 1.0 / 3, 1e-15);
    EXPECT_NEAR(tails[1], 1.0, 1e-15) << "all its neighbours' stratum is 9";
    EXPECT_NEAR(tails[5], 1.0, 1e-15);
}

} // namespace
} // namespace wt::hotspots
