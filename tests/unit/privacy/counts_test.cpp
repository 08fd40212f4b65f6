#include "privacy/counts.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt::privacy {
namespace {

/// As many things in each cell of a table as `counts` says, each from someone else.
std::vector<Counted> things_of(std::vector<std::vector<int>> const& counts)
{
    std::vector<Counted> things;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        for (std::size_t column = 0; column < counts[row].size(); ++column) {
            for (int i = 0; i < counts[row][column]; ++i) {
                things.push_back(
                    {static_cast<std::int64_t>(row),
                     static_cast<std::int64_t>(column),
                     std::to_string(things.size())});
            }
        }
    }
    return things;
}

Release release_of(
    std::vector<std::vector<int>> const& counts, int threshold, Release const* earlier = nullptr)
{
    return make_release(things_of(counts), threshold, earlier);
}

TEST(Counts, ShowsWhatEnoughPeopleStandBehind)
{
    auto const published = release_of({{5, 8}}, 5).published;
    EXPECT_EQ(published.at({0, 0}), 5);
    EXPECT_EQ(published.at({0, kTotal}), 13);
    EXPECT_EQ(published.at({kTotal, kTotal}), 13);
}

TEST(Counts, CountsPeopleAndNotWhatTheySaid)
{
    std::vector<Counted> const things(9, {0, 0, "the same"});
    EXPECT_EQ(make_release(things, 5).published.at({0, 0}), std::nullopt);
}

TEST(Counts, HoldsBackTheNextSmallestSoThatTheTotalRevealsNothing)
{
    auto const published = release_of({{3, 7, 20}}, 5).published;
    EXPECT_EQ(published.at({0, 0}), std::nullopt);
    EXPECT_EQ(published.at({0, 1}), std::nullopt);
    EXPECT_EQ(published.at({0, 2}), 20);
    EXPECT_EQ(published.at({0, kTotal}), 30);
}

TEST(Counts, TwoSmallOnesAreNotEnoughToHideInEachOther)
{
    // 1 + 2 would follow from the total as 3, which is under the threshold itself.
    auto const published = release_of({{1, 2, 9, 30}}, 5).published;
    EXPECT_EQ(published.at({0, 2}), std::nullopt);
    EXPECT_EQ(published.at({0, 3}), 30);
}

TEST(Counts, HoldsTheTotalBackWhereNothingElseIsLeft)
{
    auto const published = release_of({{3}, {40}}, 5).published;
    EXPECT_EQ(published.at({0, kTotal}), std::nullopt);
    EXPECT_EQ(published.at({1, 0}), std::nullopt);
}

TEST(Counts, NothingGivesNothing)
{
    EXPECT_TRUE(make_release({}, 5).published.empty());
}

TEST(Counts, AnotherReleaseDoesNotTellWhatOneMorePersonSaid)
{
    auto const first = release_of({{6, 20}}, 5);
    auto const second = release_of({{7, 20}}, 5, &first);
    EXPECT_EQ(second.published.at({0, 0}), 6);
    EXPECT_EQ(second.published.at({0, kTotal}), 26);

    auto const third = release_of({{11, 20}}, 5, &second);
    EXPECT_EQ(third.published.at({0, 0}), 11);
}

TEST(Counts, WhatOnceHidAnotherStaysHidden)
{
    auto const first = release_of({{3, 7, 20}}, 5);
    // Now the third column is the next smallest; showing the second's 7 would give away the 3.
    auto const second = release_of({{3, 7, 5, 30}}, 5, &first);
    EXPECT_EQ(second.published.at({0, 1}), std::nullopt);
}

/// Someone who knows how releases are made, and sees one or two of them, tries every table that
/// could lie behind. `seen` gathers, for each thing published, all counts possible in each cell.
class Intruder
{
public:
    void add(std::vector<PublicCounts> const& published, std::vector<int> const& exact)
    {
        auto& possible = seen_[published];
        possible.resize(exact.size());
        for (std::size_t i = 0; i < exact.size(); ++i) {
            possible[i].insert(exact[i]);
        }
    }

    /// How many cells are known to be one number of 1 .. threshold - 1.
    [[nodiscard]] int count_derived(int threshold) const
    {
        int derived = 0;
        for (auto const& [published, cells] : seen_) {
            for (auto const& cell : cells) {
                derived += cell.size() == 1 && *cell.begin() > 0 && *cell.begin() < threshold;
            }
        }
        return derived;
    }

private:
    std::map<std::vector<PublicCounts>, std::vector<std::set<int>>> seen_;
};

TEST(Counts, NoCellUnderTheThresholdFollowsFromATable)
{
    constexpr int kThreshold = 3;
    constexpr int kMost = 6;
    Intruder intruder;
    for (int world = 0; world < 6 * 6 * 6 * 6; ++world) {
        std::vector<int> const cells{
            world % kMost, world / 6 % kMost, world / 36 % kMost, world / 216};
        intruder.add(
            {release_of({{cells[0], cells[1]}, {cells[2], cells[3]}}, kThreshold).published},
            cells);
    }
    EXPECT_EQ(intruder.count_derived(kThreshold), 0);
}

TEST(Counts, NorFromTheDifferenceOfTwoReleases)
{
    constexpr int kThreshold = 3;
    constexpr int kMost = 6;
    Intruder intruder;
    for (int before = 0; before < kMost * kMost; ++before) {
        std::vector<int> cells{before % kMost, before / kMost};
        auto const first = release_of({cells}, kThreshold);
        for (int added = 0; added < kMost * kMost; ++added) {
            std::vector<int> const after{cells[0] + added % kMost, cells[1] + added / kMost};
            auto const second = release_of({after}, kThreshold, &first);
            intruder.add(
                {first.published, second.published}, {cells[0], cells[1], after[0], after[1]});
            intruder.add(
                {second.published, first.published}, // what was added, as cells of their own
                {added % kMost, added / kMost});
        }
    }
    EXPECT_EQ(intruder.count_derived(kThreshold), 0);
}

} // namespace
} // namespace wt::privacy
