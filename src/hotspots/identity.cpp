#include "hotspots/identity.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace wt::hotspots {

namespace {

struct Overlap
{
    std::size_t known = 0;
    std::size_t found = 0;
    double shared = 0.0; ///< metres
};

double length_of(SegmentSet const& segments, std::span<double const> length)
{
    double sum = 0;
    for (auto const segment : segments) {
        assert(segment < length.size());
        sum += length[segment];
    }
    return sum;
}

/// Which of the sets hold each segment.
std::vector<std::vector<std::size_t>> holders_of(std::span<SegmentSet const> sets, std::size_t size)
{
    std::vector<std::vector<std::size_t>> holders(size);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        for (auto const segment : sets[i]) {
            holders[segment].push_back(i);
        }
    }
    return holders;
}

/// The pairs that share enough, the most first; of equals the older known one, then the first
/// found.
std::vector<Overlap> list_overlaps(
    std::span<SegmentSet const> known,
    std::span<SegmentSet const> found,
    std::span<double const> length)
{
    auto const holders = holders_of(known, length.size());
    std::vector<Overlap> overlaps;
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::map<std::size_t, double> shared;
        for (auto const segment : found[i]) {
            for (auto const holder : holders[segment]) {
                shared[holder] += length[segment];
            }
        }
        auto const whole = length_of(found[i], length);
        for (auto const& [holder, metres] : shared) {
            if (metres >= kSameFrom * std::min(whole, length_of(known[holder], length))) {
                overlaps.push_back({holder, i, metres});
            }
        }
    }
    std::ranges::sort(overlaps, [](Overlap const& a, Overlap const& b) {
        return a.shared != b.shared ? a.shared > b.shared
                                    : std::pair{a.known, a.found} < std::pair{b.known, b.found};
    });
    return overlaps;
}

} // namespace

Identities identify(
    std::span<SegmentSet const> known,
    std::span<SegmentSet const> found,
    std::span<double const> length)
{
    auto const overlaps = list_overlaps(known, found, length);
    std::vector<std::optional<std::size_t>> found_of(known.size());
    std::vector<std::optional<std::size_t>> known_of(found.size());
    for (auto const& overlap : overlaps) {
        if (!found_of[overlap.known] && !known_of[overlap.found]) {
            found_of[overlap.known] = overlap.found;
            known_of[overlap.found] = overlap.known;
        }
    }
    Identities result;
    std::vector<bool> is_new(found.size(), true);
    std::vector<bool> is_gone(known.size(), true);
    for (auto const& overlap : overlaps) { // the first of each is the one that shares most
        if (!known_of[overlap.found] && is_new[overlap.found]) {
            result.splits.push_back({overlap.found, overlap.known});
            is_new[overlap.found] = false;
        }
        if (!found_of[overlap.known] && is_gone[overlap.known]) {
            result.merges.push_back({overlap.known, known_of[overlap.found].value()});
            is_gone[overlap.known] = false;
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (known_of[i]) {
            result.goes_on.push_back({*known_of[i], i});
        }
    }
    std::ranges::sort(result.splits, {}, &Split::found);
    std::ranges::sort(result.merges, {}, &Merge::known);
    return result;
}

} // namespace wt::hotspots
