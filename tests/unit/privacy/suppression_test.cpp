#include "privacy/derivable.hpp"
#include "privacy/suppression.hpp"

#include <gtest/gtest.h>

namespace wt::privacy {
namespace {

/// As many people as the count, all different.
GuardedCount count_of(std::int64_t count, std::string const& who)
{
    GuardedCount cell{.count = count, .people = {}};
    for (std::int64_t i = 0; i < count; ++i) {
        cell.people.insert(who + std::to_string(i));
    }
    return cell;
}

/// A table of counts, row by row, with its totals: the last row and the last column.
struct TestTable
{
    std::vector<GuardedCount> counts;
    std::vector<SumLine> lines;

    explicit TestTable(std::vector<std::vector<int>> const& cells)
    {
        auto const width = cells.front().size() + 1;
        std::vector<SumLine> columns(width);
        std::vector<std::int64_t> sums(width);
        auto const add = [&](std::vector<std::int64_t> const& row) {
            SumLine line;
            for (std::size_t column = 0; column < width; ++column) {
                line.push_back(counts.size());
                columns[column].push_back(counts.size());
                counts.push_back(count_of(row[column], std::to_string(counts.size()) + "-"));
            }
            lines.push_back(line);
        };
        for (auto const& row : cells) {
            std::vector<std::int64_t> line(row.begin(), row.end());
            std::int64_t total = 0;
            for (auto const cell : row) {
                total += cell;
            }
            line.push_back(total);
            for (std::size_t column = 0; column < width; ++column) {
                sums[column] += line[column];
            }
            add(line);
        }
        add(sums);
        lines.insert(lines.end(), columns.begin(), columns.end());
    }

    std::vector<bool> held() const
    {
        return hold_back(counts, lines, 5, std::vector<bool>(counts.size()));
    }
};

TEST(Suppression, WhatFollowsFromSeveralLinesTogetherIsHeldBack)
{
    // Two pairs of rows and columns whose held back cells are joined by one: each line holds back
    // at least two, and yet the sum of rows 1 and 2 less that of columns 1 and 2 is the joint.
    TestTable const table{{{3, 9, 20, 20}, {9, 3, 20, 20}, {20, 20, 3, 9}, {20, 20, 9, 3}}};
    std::vector<bool> joined(table.counts.size());
    for (auto const i : {0U, 1U, 5U, 6U, 12U, 13U, 17U, 18U}) {
        joined[i] = true;
    }
    joined[2] = true; // the joint: row 1, column 3
    EXPECT_EQ(list_derivable(table.counts, table.lines, joined), (std::vector<std::size_t>{2}));
    joined[2] = false;
    EXPECT_TRUE(list_derivable(table.counts, table.lines, joined).empty());
}

TEST(Suppression, WhatItsBoundsGiveAwayIsHeldBack)
{
    // Five held back counts of at least 1 under a total of 5 are 1 each.
    TestTable const table{{{1, 1, 1, 1, 1, 30}, {30, 30, 30, 30, 30, 30}}};
    std::vector<bool> held(table.counts.size());
    for (std::size_t i = 0; i < 5; ++i) {
        held[i] = true;
        held[7 + i] = true;
    }
    EXPECT_EQ(list_derivable(table.counts, table.lines, held).size(), 10U);
    auto const better = table.held();
    EXPECT_TRUE(list_derivable(table.counts, table.lines, better).empty());
}

TEST(Suppression, OfRandomTablesNothingSmallFollows)
{
    std::uint32_t state = 7;
    auto const next = [&](std::uint32_t below) {
        state = state * 1'664'525U + 1'013'904'223U;
        return static_cast<int>((state >> 16U) % below);
    };
    for (int turn = 0; turn < 100; ++turn) {
        std::vector<std::vector<int>> cells(static_cast<std::size_t>(2 + next(4)));
        auto const width = static_cast<std::size_t>(2 + next(5));
        for (auto& row : cells) {
            for (std::size_t column = 0; column < width; ++column) {
                row.push_back(next(3) == 0 ? 6 + next(20) : 1 + next(5));
            }
        }
        TestTable const table{cells};
        auto const held = table.held();
        for (std::size_t i = 0; i < held.size(); ++i) {
            EXPECT_TRUE(held[i] || table.counts[i].people.size() >= 5);
        }
        for (auto const i : list_derivable(table.counts, table.lines, held)) {
            EXPECT_GE(table.counts[i].people.size(), 5U);
        }
    }
}

} // namespace
} // namespace wt::privacy
