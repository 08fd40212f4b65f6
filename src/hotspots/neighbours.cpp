#include "hotspots/neighbours.hpp"

#include <algorithm>
#include <numeric>

namespace wt::hotspots {

namespace {

/// The pairs by their place on `side`, those of one place in the order of `pairs`.
struct Sorted
{
    std::vector<std::size_t> first; ///< of the pairs of each place, and their end
    std::vector<std::size_t> pairs;
};

Sorted sorted_by(
    std::size_t side,
    std::size_t places,
    std::span<Neighbours::Pair const> pairs,
    std::vector<std::size_t> const& order)
{
    Sorted sorted{std::vector<std::size_t>(places + 1), std::vector<std::size_t>(order.size())};
    for (auto const pair : order) {
        ++sorted.first[pairs[pair][side] + 1];
    }
    std::partial_sum(sorted.first.begin(), sorted.first.end(), sorted.first.begin());
    auto next = sorted.first;
    for (auto const pair : order) {
        sorted.pairs[next[pairs[pair][side]]++] = pair;
    }
    return sorted;
}

/// By the place on `side`, then by the other (a counting sort of each).
Sorted sorted_rows(std::size_t side, std::size_t places, std::span<Neighbours::Pair const> pairs)
{
    std::vector<std::size_t> order;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        if (pairs[pair][0] != pairs[pair][1]) {
            order.push_back(pair);
        }
    }
    return sorted_by(side, places, pairs, sorted_by(1 - side, places, pairs, order).pairs);
}

} // namespace

Neighbours::Neighbours(std::size_t places, std::span<Pair const> pairs)
{
    auto sorted = sorted_rows(0, places, pairs);
    first_ = std::move(sorted.first);
    of_.reserve(sorted.pairs.size());
    for (auto const pair : sorted.pairs) {
        of_.push_back(pairs[pair][1]);
    }
}

std::size_t Neighbours::widest() const noexcept
{
    std::size_t most = 0;
    for (std::size_t place = 0; place < size(); ++place) {
        most = std::max(most, first_[place + 1] - first_[place]);
    }
    return most;
}

std::optional<UnevenPair>
find_uneven_pair(std::size_t places, std::span<Neighbours::Pair const> pairs)
{
    auto const there = sorted_rows(0, places, pairs).pairs;
    auto const back = sorted_rows(1, places, pairs).pairs;
    for (std::size_t i = 0; i < there.size(); ++i) {
        if (i > 0 && pairs[there[i]] == pairs[there[i - 1]]) {
            return UnevenPair{there[i], true};
        }
        if (i > 0 && pairs[back[i]] == pairs[back[i - 1]]) {
            return UnevenPair{back[i], true};
        }
        Neighbours::Pair const named{pairs[there[i]][0], pairs[there[i]][1]};
        Neighbours::Pair const mirrored{pairs[back[i]][1], pairs[back[i]][0]};
        if (named != mirrored) { // the smaller of the two has no counterpart
            return UnevenPair{named < mirrored ? there[i] : back[i], false};
        }
    }
    return std::nullopt;
}

Neighbours near_or_meeting(Zones const& near, std::span<std::array<std::uint32_t, 2> const> ends)
{
    std::vector<std::array<std::uint32_t, 2>> places_at; // (end, place), by end
    for (Place place = 0; place < ends.size(); ++place) {
        places_at.push_back({ends[place][0], place});
        places_at.push_back({ends[place][1], place});
    }
    std::ranges::sort(places_at);
    std::vector<Neighbours::Pair> pairs;
    std::vector<Place> row;
    for (Place place = 0; place < ends.size(); ++place) {
        auto const around = near.around(place);
        row.assign(around.begin(), around.end());
        for (auto const end : ends[place]) {
            auto at = std::ranges::lower_bound(places_at, std::array<std::uint32_t, 2>{end, 0});
            for (; at != places_at.end() && (*at)[0] == end; ++at) {
                row.push_back((*at)[1]);
            }
        }
        std::ranges::sort(row); // many that meet are near as well
        row.erase(std::unique(row.begin(), row.end()), row.end());
        for (auto const other : row) {
            pairs.push_back({place, other});
        }
    }
    return {ends.size(), pairs};
}

} // namespace wt::hotspots
