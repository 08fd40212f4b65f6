#pragma once

#include "hotspots/local_statistics.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wt::hotspots {

/// Permutations made elsewhere: `width` ids a row, each of them a place counted without the one at
/// hand (id a is place a below it, a + 1 from it on). A place of k neighbours takes the first k.
struct Permutations
{
    std::vector<Place> ids;
    std::size_t width = 0;

    [[nodiscard]] std::size_t size() const noexcept { return width == 0 ? 0 : ids.size() / width; }
};

/// How many of the permutations gave the neighbours of a place at least, or at most, the sum that
/// they have.
struct Replayed
{
    std::size_t at_least = 0;
    std::size_t at_most = 0;
};

/// One for each place. O(permutations times pairs of neighbours).
/// \pre ids below places - 1; rows as wide as the most neighbours
std::vector<Replayed> replay(
    std::span<Count const> counts, Neighbours const& neighbours, Permutations const& permutations);

/// The pseudo p by the rule of PySAL: (min(L, R - L) + 1) / (R + 1), where L of R permutations gave
/// a statistic at least as large. It is folded: it does not tell hot from cold, and no evidence
/// takes it below 1 / (R + 1).
double folded_p(std::size_t as_large, std::size_t permutations) noexcept;

} // namespace wt::hotspots
