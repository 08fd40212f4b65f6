#include "privacy/counts.hpp"

#include "privacy/suppression.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <utility>

namespace wt::privacy {

Tally::Tally(int threshold) : threshold_{static_cast<std::size_t>(threshold)}
{
    assert(threshold >= 2);
}

void Tally::add(Things const& things)
{
    assert(things.row != kTotal);
    divisions_ = std::max(divisions_, things.columns.size());
    for (auto const row : {things.row, kTotal}) {
        for (std::size_t division = 0; division < things.columns.size(); ++division) {
            assert(things.columns[division] != kTotal);
            division_of_.emplace(things.columns[division], division);
            add_to({row, things.columns[division]}, things);
        }
        add_to({row, kTotal}, things);
    }
}

void Tally::add_to(CellKey key, Things const& things)
{
    counts_[key] += things.count;
    auto& behind = behind_[key];
    auto& people = things.is_unchecked ? behind.unchecked : behind.people;
    if (!things.person.empty() && people.size() < threshold_ && !people.contains(things.person)) {
        people.emplace(things.person);
    }
}

/// A tally as `hold_back` wants it.
struct TallyGuard
{
    std::vector<CellKey> keys;
    std::vector<GuardedCount> counts;
    std::vector<SumLine> lines;

    explicit TallyGuard(Tally const& tally)
    {
        for (auto const& [key, count] : tally.counts_) {
            if (count > 0) {
                auto const& behind = tally.behind_.at(key);
                auto const& people = behind.people.empty() ? behind.unchecked : behind.people;
                keys.push_back(key);
                counts.push_back({count, {people.begin(), people.end()}});
            }
        }
        add_lines(tally);
    }

    /// Keys are in order, so that a total comes last in its line.
    void add_lines(Tally const& tally)
    {
        std::map<std::pair<std::int64_t, std::size_t>, SumLine> rows;
        std::map<std::int64_t, SumLine> columns;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            columns[keys[i].column].push_back(i);
            for (std::size_t division = 0; division < tally.divisions_; ++division) {
                bool const is_total = keys[i].column == kTotal;
                if (is_total || tally.division_of_.at(keys[i].column) == division) {
                    rows[{keys[i].row, division}].push_back(i);
                }
            }
        }
        for (auto& [number, line] : rows) {
            lines.push_back(std::move(line));
        }
        for (auto& [number, line] : columns) {
            lines.push_back(std::move(line));
        }
    }
};

namespace {

std::int64_t count_of(Counts const& counts, CellKey key)
{
    auto const found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

/// What was held back and has changed too little since.
std::vector<bool>
held_before(TallyGuard const& guard, Release const* earlier, std::int64_t threshold)
{
    std::vector<bool> held(guard.keys.size());
    for (std::size_t i = 0; earlier != nullptr && i < held.size(); ++i) {
        auto const published = earlier->published.find(guard.keys[i]);
        auto const change = guard.counts[i].count - count_of(earlier->exact, guard.keys[i]);
        held[i] = published != earlier->published.end() && !published->second &&
                  std::abs(change) < threshold;
    }
    return held;
}

} // namespace

Release make_release(Tally const& tally, Release const* earlier)
{
    TallyGuard const guard{tally};
    auto const threshold = std::int64_t{tally.threshold()};
    auto const held = hold_back(
        guard.counts,
        guard.lines,
        static_cast<std::size_t>(threshold),
        held_before(guard, earlier, threshold));
    PublicCounts const before = earlier == nullptr ? PublicCounts{} : earlier->published;
    Release release{.published = {}, .exact = tally.counts()};
    for (std::size_t i = 0; i < held.size(); ++i) {
        auto const key = guard.keys[i];
        auto const count = guard.counts[i].count;
        auto const published = before.find(key);
        bool const stays = published != before.end() && published->second &&
                           std::abs(count - *published->second) < threshold;
        release.published[key] = held[i] ? std::nullopt
                                 : stays ? published->second
                                         : std::optional{count};
    }
    return release;
}

Release make_release(std::vector<Counted> const& things, int threshold, Release const* earlier)
{
    Tally tally{threshold};
    for (auto const& thing : things) {
        tally.add({.row = thing.row, .columns = {thing.column}, .person = thing.person});
    }
    return make_release(tally, earlier);
}

} // namespace wt::privacy
