#pragma once

#include "hotspots/neighbours.hpp"

#include <optional>
#include <span>
#include <vector>

namespace wt::hotspots {

/// The segments of a hotspot, each once, by rising number.
using SegmentSet = std::vector<Place>;

/// Two hotspots may be one if they share at least this share of the shorter one. A quarter, because
/// a year of concerns moves on by a week at a time: what is the same place keeps most of itself,
/// and what only touches at a corner does not.
inline constexpr double kSameFrom = 0.25;

/// A known hotspot that goes on as one found now.
struct GoesOn
{
    std::size_t known = 0;
    std::size_t found = 0;

    friend bool operator==(GoesOn const&, GoesOn const&) = default;
};

/// A hotspot found now that broke off a known one, which goes on elsewhere.
struct Split
{
    std::size_t found = 0;
    std::size_t known = 0; ///< whence

    friend bool operator==(Split const&, Split const&) = default;
};

/// A known hotspot that ends in another known one.
struct Merge
{
    std::size_t known = 0;
    std::size_t into = 0; ///< which goes on

    friend bool operator==(Merge const&, Merge const&) = default;
};

/// What became of the known hotspots; those of none of the lists were not found again, and those
/// found in none of them are new.
struct Identities
{
    std::vector<GoesOn> goes_on{}; ///< by rising `found`; each known and each found at most once
    std::vector<Split> splits{};   ///< by rising `found`
    std::vector<Merge> merges{};   ///< by rising `known`
};

/// Which known hotspots were found again. Pairs that share enough are taken by the length that they
/// share, the longest first: each known one goes on in the found one with which it shares most that
/// is not another's. Of a split the longest part keeps the identity, of a merge the one with the
/// longest part in it; of equals the older known one, then the first found.
///
/// O(sum of sizes of both + pairs log pairs).
/// \param known   oldest first
/// \param length  of each segment, metres, > 0
/// \pre segments are below `length.size()`
Identities identify(
    std::span<SegmentSet const> known,
    std::span<SegmentSet const> found,
    std::span<double const> length);

} // namespace wt::hotspots
