#include "privacy/suppression.hpp"

#include "privacy/derivable.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

namespace wt::privacy {

namespace {

class Guard
{
public:
    Guard(
        std::vector<GuardedCount> const& counts,
        std::vector<SumLine> const& lines,
        std::size_t threshold,
        std::vector<bool> held)
        : counts_{counts}, lines_{lines}, threshold_{threshold}, held_{std::move(held)}
    {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            held_[i] = held_[i] || is_small(i);
        }
    }

    /// Each round holds back at least one more, so it ends.
    std::vector<bool> run() &&
    {
        while (guard_lines() || guard_together()) {
        }
        return std::move(held_);
    }

private:
    [[nodiscard]] bool is_small(std::size_t i) const
    {
        return counts_[i].people.size() < threshold_;
    }

    /// One held back alone follows from the rest of its line; so does the sum of those held back,
    /// unless the total is one of them.
    [[nodiscard]] bool is_safe(SumLine const& line) const
    {
        std::size_t held = 0;
        std::set<std::string_view> behind;
        for (auto const i : line) {
            if (held_[i]) {
                ++held;
                behind.insert(counts_[i].people.begin(), counts_[i].people.end());
            }
        }
        return held == 0 || (held >= 2 && (held_[line.back()] || behind.size() >= threshold_));
    }

    /// \returns false if nothing is left to hold back
    bool hold_smallest(SumLine const& line)
    {
        std::optional<std::size_t> smallest;
        for (auto const i : line) {
            bool const is_smaller =
                !held_[i] && (!smallest || counts_[i].count < counts_[*smallest].count);
            smallest = is_smaller ? i : smallest;
        }
        if (smallest) {
            held_[*smallest] = true;
        }
        return smallest.has_value();
    }

    bool guard_lines()
    {
        bool changed = false;
        for (auto const& line : lines_) {
            while (!is_safe(line) && hold_smallest(line)) {
                changed = true;
            }
        }
        return changed;
    }

    bool guard_together()
    {
        for (auto const i : list_derivable(counts_, lines_, held_)) {
            if (is_small(i) && hold_beside(i)) {
                return true;
            }
        }
        return false;
    }

    /// In a line of `i`; where nothing is left there, in a line that shares something held back.
    bool hold_beside(std::size_t i)
    {
        auto const is_near = [&](SumLine const& line) {
            return std::ranges::find(line, i) != line.end();
        };
        auto const hold_in = [&](SumLine const& line) { return hold_smallest(line); };
        for (auto const& line : lines_) {
            if (is_near(line) && hold_in(line)) {
                return true;
            }
        }
        return std::ranges::any_of(lines_, [&](SumLine const& line) {
            return std::ranges::any_of(line, [&](std::size_t j) { return held_[j]; }) &&
                   hold_in(line);
        });
    }

    std::vector<GuardedCount> const& counts_;
    std::vector<SumLine> const& lines_;
    std::size_t threshold_;
    std::vector<bool> held_;
};

} // namespace

std::vector<bool> hold_back(
    std::vector<GuardedCount> const& counts,
    std::vector<SumLine> const& lines,
    std::size_t threshold,
    std::vector<bool> held)
{
    assert(threshold >= 2 && held.size() == counts.size());
    return Guard{counts, lines, threshold, std::move(held)}.run();
}

} // namespace wt::privacy
