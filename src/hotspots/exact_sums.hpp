#pragma once

#include "hotspots/local_statistics.hpp"

#include <optional>
#include <span>
#include <vector>

namespace wt::hotspots {

/// How likely the neighbours of a place add up to what they do, or to more (less), if the counts of
/// all places but its own were dealt out anew. Both hold the observed sum, so they overlap.
struct TailPair
{
    double upper = 1.0; ///< P(S >= s), in (0, 1]; 0 below 1e-300
    double lower = 1.0; ///< P(S <= s), likewise
};

/// The tails of S, the sum of k draws without replacement from all counts but one's own, exactly:
/// the coefficients of t^k x^s in the product over the others of (1 - p) + p t x^count. Only
/// positive terms are added, so a tail of 1e-20 has as many true digits as one of 0.5.
///
/// One product leaves out one count of each distinct value; a binary tree over the d values shares
/// what they have in common. Values so large that a table over the sums would not fit are kept
/// apart, as the sums of every choice of them. With K the most neighbours and s the largest sum
/// observed: O(n + d log d K^2 s) time, O(K s log d) memory.
/// \returns one for each place; nothing where the counts are so many and so different that this
///          would take minutes
/// \pre counts >= 0, as many as places
std::optional<std::vector<TailPair>>
exact_tails(std::span<Count const> counts, Neighbours const& neighbours);

} // namespace wt::hotspots
