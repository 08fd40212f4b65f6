#include "base/random.hpp"
#include "hotspots/identity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace wt::hotspots {
namespace {

std::vector<double> const kHundredMetres(40, 100.0);

Identities identified(std::vector<SegmentSet> const& known, std::vector<SegmentSet> const& found)
{
    return identify(known, found, kHundredMetres);
}

TEST(Identity, StaysWhereTheSameIsFound)
{
    auto const result = identified({{1, 2}, {5, 6}}, {{5, 6}, {1, 2}});
    EXPECT_THAT(result.goes_on, testing::ElementsAre(GoesOn{1, 0}, GoesOn{0, 1}));
    EXPECT_TRUE(result.splits.empty());
    EXPECT_TRUE(result.merges.empty());
}

TEST(Identity, StaysWhereAQuarterOfTheShorterIsShared)
{
    EXPECT_EQ(identified({{1, 2, 3, 4}}, {{4, 5, 6, 7, 8}}).goes_on.size(), 1U);
    EXPECT_EQ(identified({{1, 2, 3, 4, 9}}, {{4, 5, 6, 7, 8}}).goes_on.size(), 0U);
}

TEST(Identity, OfASplitIsKeptByTheLongestPart)
{
    auto const result = identified({{1, 2, 3, 4, 5}}, {{1, 2}, {3, 4, 5}});
    EXPECT_THAT(result.goes_on, testing::ElementsAre(GoesOn{0, 1}));
    EXPECT_THAT(result.splits, testing::ElementsAre(Split{0, 0}));
}

TEST(Identity, OfAMergeIsThatOfTheLongestPartAndOfEqualsTheOlder)
{
    auto const longest = identified({{1, 2}, {3, 4, 5}}, {{1, 2, 3, 4, 5}});
    EXPECT_THAT(longest.goes_on, testing::ElementsAre(GoesOn{1, 0}));
    EXPECT_THAT(longest.merges, testing::ElementsAre(Merge{0, 1}));
    auto const equals = identified({{1, 2}, {3, 4}}, {{1, 2, 3, 4}});
    EXPECT_THAT(equals.merges, testing::ElementsAre(Merge{1, 0}));
}

TEST(Identity, GoesOnInAnotherPartWhereTheLargestIsTaken)
{
    // The second shares most with what the first goes on in, but a part of it stands alone.
    auto const result =
        identified({{1, 2, 3, 4}, {5, 6, 7, 8, 9}}, {{1, 2, 3, 4, 5, 6, 7}, {8, 9}});
    EXPECT_THAT(result.goes_on, testing::ElementsAre(GoesOn{0, 0}, GoesOn{1, 1}));
    EXPECT_TRUE(result.merges.empty());
}

TEST(Identity, IsMeasuredByLengthNotByNumber)
{
    std::vector<double> length(6, 10.0);
    length[5] = 500.0;
    std::vector<SegmentSet> const known{{0, 1, 2, 5}};
    std::vector<SegmentSet> const found{{0, 1, 2}, {5}};
    EXPECT_THAT(identify(known, found, length).goes_on, testing::ElementsAre(GoesOn{0, 1}));
}

std::vector<SegmentSet> drawn_sets(SeededRandom& random)
{
    std::vector<SegmentSet> sets(random.below(6));
    std::vector<Place> places(kHundredMetres.size());
    std::iota(places.begin(), places.end(), Place{0});
    std::shuffle(places.begin(), places.end(), random);
    std::size_t next = 0;
    for (auto& set : sets) { // hotspots of one search share no segment
        auto const size = 1 + random.below(6);
        set.assign(
            places.begin() + static_cast<std::ptrdiff_t>(next),
            places.begin() + static_cast<std::ptrdiff_t>(next + size));
        std::ranges::sort(set);
        next += size;
    }
    return sets;
}

TEST(Identity, GivesEachKnownAndEachFoundOneFate)
{
    SeededRandom random{7};
    for (int round = 0; round < 500; ++round) {
        auto const known = drawn_sets(random);
        auto const found = drawn_sets(random);
        auto const result = identified(known, found);
        std::set<std::size_t> known_seen;
        std::set<std::size_t> going_on;
        std::set<std::size_t> found_seen;
        for (auto const& each : result.goes_on) {
            EXPECT_TRUE(known_seen.insert(each.known).second);
            EXPECT_TRUE(found_seen.insert(each.found).second);
            going_on.insert(each.known);
        }
        for (auto const& split : result.splits) {
            EXPECT_TRUE(found_seen.insert(split.found).second);
            EXPECT_TRUE(going_on.contains(split.known));
        }
        for (auto const& merge : result.merges) {
            EXPECT_TRUE(known_seen.insert(merge.known).second);
            EXPECT_TRUE(going_on.contains(merge.into));
        }
    }
}

TEST(Identity, DoesNotHangOnTheOrderInWhichHotspotsAreFound)
{
    SeededRandom random{11};
    for (int round = 0; round < 200; ++round) {
        auto const known = drawn_sets(random);
        auto found = drawn_sets(random);
        // Lengths that tell all overlaps apart.
        std::vector<double> length(kHundredMetres.size());
        for (std::size_t i = 0; i < length.size(); ++i) {
            length[i] = 100.0 + std::sqrt(static_cast<double>(i));
        }
        auto const one = identify(known, found, length);
        std::ranges::reverse(found);
        auto other = identify(known, found, length).goes_on;
        for (auto& each : other) {
            each.found = found.size() - 1 - each.found;
        }
        std::ranges::reverse(other);
        EXPECT_EQ(one.goes_on, other);
    }
}

} // namespace
} // namespace wt::hotspots
