#pragma once

#include "hotspots/scan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wt::hotspots {

/// A segment or a cell, by its number from 0.
using Place = std::uint32_t;

/// What is next to what: binary weights, symmetric, nobody its own neighbour.
class Neighbours
{
public:
    using Pair = std::array<Place, 2>;

    /// \param pairs  each neighbour named from both sides, in any order; a place paired with itself
    ///               is left out
    /// \pre every place is below `places`; `find_uneven_pair` finds nothing
    Neighbours(std::size_t places, std::span<Pair const> pairs);

    [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }
    /// By rising number.
    [[nodiscard]] std::span<Place const> of(Place place) const noexcept
    {
        return {of_.data() + first_[place], first_[place + 1] - first_[place]};
    }
    /// The largest number of neighbours that a place has.
    [[nodiscard]] std::size_t widest() const noexcept;

private:
    std::vector<std::size_t> first_;
    std::vector<Place> of_;
};

/// A pair that comes twice, or lacks the same pair the other way round.
struct UnevenPair
{
    std::size_t pair = 0; ///< index into the pairs
    bool comes_twice = false;
};

/// The first that is wrong, by place; nothing if none is. O(places + pairs).
std::optional<UnevenPair>
find_uneven_pair(std::size_t places, std::span<Neighbours::Pair const> pairs);

/// Segments near each other, and segments that meet at an end.
/// \param near  the places near each, with or without itself; symmetric
/// \param ends  the two ends of each place, by any numbers
/// \pre as many ends as places. O(n log n) in the pairs.
Neighbours near_or_meeting(Zones const& near, std::span<std::array<std::uint32_t, 2> const> ends);

} // namespace wt::hotspots
