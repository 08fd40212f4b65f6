#include "privacy/counts.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <set>
#include <string_view>

namespace wt::privacy {

namespace {

using People = std::set<std::string_view>;

/// A row or a column with its total, by key.
using Line = std::vector<CellKey>;

class Table
{
public:
    Table(std::vector<Counted> const& things, int threshold)
        : threshold_{static_cast<std::size_t>(threshold)}
    {
        for (auto const& thing : things) {
            assert(thing.row != kTotal && thing.column != kTotal);
            for (auto const row : {thing.row, kTotal}) {
                for (auto const column : {thing.column, kTotal}) {
                    ++counts_[{row, column}];
                    people_[{row, column}].insert(thing.person);
                }
            }
        }
        for (auto const& [key, people] : people_) {
            if (people.size() < threshold_) {
                held_.insert(key);
            }
        }
        make_lines();
    }

    [[nodiscard]] Counts const& counts() const { return counts_; }
    [[nodiscard]] bool is_held(CellKey key) const { return held_.contains(key); }
    void hold(CellKey key) { held_.insert(key); }

    /// Holds back more until nothing held back follows from the rest of its line. Each round
    /// holds back at least one more, so it ends.
    void hold_what_gives_others_away()
    {
        bool changed = true;
        while (changed) {
            changed = false;
            for (auto const& line : lines_) {
                while (!is_safe(line) && hold_smallest(line)) {
                    changed = true;
                }
            }
        }
    }

private:
    void make_lines()
    {
        std::map<std::int64_t, Line> rows;
        std::map<std::int64_t, Line> columns;
        for (auto const& [key, count] : counts_) {
            rows[key.row].push_back(key);
            columns[key.column].push_back(key);
        }
        for (auto const* const direction : {&rows, &columns}) {
            for (auto const& [number, line] : *direction) {
                lines_.push_back(line);
            }
        }
    }

    /// In a line, the total (its last key) is the sum of the others: one held back alone follows
    /// from the rest; so does the sum of those held back, unless the total is one of them.
    [[nodiscard]] bool is_safe(Line const& line) const
    {
        std::size_t held = 0;
        People behind;
        for (auto const key : line) {
            if (held_.contains(key)) {
                ++held;
                auto const& people = people_.at(key);
                behind.insert(people.begin(), people.end());
            }
        }
        return held == 0 ||
               (held >= 2 && (held_.contains(line.back()) || behind.size() >= threshold_));
    }

    /// \returns false if nothing is left to hold back
    bool hold_smallest(Line const& line)
    {
        std::optional<CellKey> smallest;
        for (auto const key : line) {
            bool const is_smaller =
                !held_.contains(key) && (!smallest || counts_.at(key) < counts_.at(*smallest));
            smallest = is_smaller ? key : smallest;
        }
        if (smallest) {
            held_.insert(*smallest);
        }
        return smallest.has_value();
    }

    std::size_t threshold_;
    Counts counts_;
    std::map<CellKey, People> people_;
    std::set<CellKey> held_;
    std::vector<Line> lines_;
};

std::int64_t count_of(Counts const& counts, CellKey key)
{
    auto const found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

Release make_release(std::vector<Counted> const& things, int threshold, Release const* earlier)
{
    assert(threshold >= 2);
    Table table{things, threshold};
    PublicCounts const before = earlier == nullptr ? PublicCounts{} : earlier->published;
    for (auto const& [key, published] : before) {
        auto const change = count_of(table.counts(), key) - count_of(earlier->exact, key);
        if (!published && std::abs(change) < threshold && table.counts().contains(key)) {
            table.hold(key);
        }
    }
    table.hold_what_gives_others_away();

    Release release{.published = {}, .exact = table.counts()};
    for (auto const& [key, count] : table.counts()) {
        auto const published = before.find(key);
        bool const stays = published != before.end() && published->second &&
                           std::abs(count - *published->second) < threshold;
        release.published[key] = table.is_held(key) ? std::nullopt
                                 : stays            ? published->second
                                                    : std::optional{count};
    }
    return release;
}

} // namespace wt::privacy
