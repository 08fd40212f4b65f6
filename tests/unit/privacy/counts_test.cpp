#include "privacy/counts.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(Counts, DivisionsOfTheSameThingsShareTheirTotal)
{
    Tally tally{5};
    for (int i = 0; i < 12; ++i) {
        auto const person = std::to_string(i);
        tally.add({.row = 1, .columns = {i < 9 ? 0 : 1, i < 6 ? 10 : 11}, .person = person});
    }
    auto const published = make_release(tally).published;
    EXPECT_EQ(published.at({1, 10}), 6);
    EXPECT_EQ(published.at({1, 11}), 6);
    EXPECT_EQ(published.at({1, 0}), std::nullopt); // else 12 - 9 = 3
    EXPECT_EQ(published.at({1, 1}), std::nullopt);
    EXPECT_EQ(published.at({1, kTotal}), 12);
}

TEST(Counts, WhatAnyoneCanSendCountsAsPeopleOnlyWhereNobodyElseStands)
{
    Tally tally{5};
    tally.add({.row = 1, .columns = {0}, .person = "Ana"});
    for (int i = 0; i < 9; ++i) {
        auto const sent = "sent " + std::to_string(i);
        tally.add({.row = 1, .columns = {0}, .person = sent, .is_unchecked = true});
        tally.add({.row = 1, .columns = {1}, .person = sent, .is_unchecked = true});
        auto const met = "met " + std::to_string(i);
        tally.add({.row = 1, .columns = {2}, .person = met});
    }
    auto const published = make_release(tally).published;
    EXPECT_EQ(published.at({1, 0}), std::nullopt); // nine of ten may be invented
    EXPECT_EQ(published.at({1, kTotal}), 28);
}

TEST(Counts, AFurtherPersonBehindTheSameThingCountsNothing)
{
    Tally tally{2};
    tally.add({.row = 1, .person = "Ana"});
    tally.add({.row = 1, .person = "Bea", .count = 0});
    EXPECT_EQ(make_release(tally).published.at({1, kTotal}), 1);
}

/// The 2 x 2 tables of counts below `bound`, with their releases.
std::vector<Release> list_releases(int bound, int threshold)
{
    std::vector<Release> releases;
    for (int a = 0; a < bound; ++a) {
        for (int b = 0; b < bound; ++b) {
            for (int c = 0; c < bound; ++c) {
                for (int d = 0; d < bound; ++d) {
                    releases.push_back(release_of({{a, b}, {c, d}}, threshold));
                }
            }
        }
    }
    return releases;
}

/// Whether a table agrees with every number that is shown; behind what is held back may lie any.
bool agrees(Counts const& table, PublicCounts const& published)
{
    return std::ranges::all_of(published, [&](auto const& shown) {
        auto const found = table.find(shown.first);
        return !shown.second || *shown.second == (found == table.end() ? 0 : found->second);
    });
}

TEST(Counts, ByNoSumFollowsACellUnderTheThreshold)
{
    constexpr int kThreshold = 3;
    // Two counts below 4 add up to 6 at most, so that all candidates are among those below 7.
    auto const candidates = list_releases(7, kThreshold);
    for (auto const& release : list_releases(4, kThreshold)) {
        for (auto const& [key, count] : release.exact) {
            bool const is_derived =
                count < kThreshold &&
                std::ranges::none_of(
                    candidates,
                    [&, cell = key, known = count](auto const& other) {
                        auto const found = other.exact.find(cell);
                        auto const there = found == other.exact.end() ? 0 : found->second;
                        return there != known && agrees(other.exact, release.published);
                    });
            EXPECT_FALSE(is_derived);
        }
    }
}

} // namespace
} // namespace wt::privacy
