#pragma once

#include "hotspots/local_statistics.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wt::hotspots {

/// Which places are alike, by a number from 0; `kNoStratum` for those that take no part.
using Stratum = std::uint32_t;
inline constexpr Stratum kNoStratum = ~Stratum{0};

/// P(S >= s) of each place, S the sum of its neighbours if the counts of all places but its own
/// were dealt out anew within each stratum: the sum over strata of as many draws without
/// replacement as it has neighbours there, convolved. Exact where the counts of a stratum are
/// exchangeable, however they scatter. Only positive terms are added. 1 for places of no stratum,
/// which are nobody's neighbours either.
///
/// With s the largest sum observed and K the most neighbours: O(n K s^2) at worst, O(n s) memory.
/// \pre counts 0 … 100, as many as places and strata
std::vector<double> stratified_upper_tails(
    std::span<Count const> counts, std::span<Stratum const> strata, Neighbours const& neighbours);

} // namespace wt::hotspots
