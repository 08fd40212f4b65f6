#pragma once

#include "hotspots/local_statistics.hpp"

#include <optional>
#include <span>
#include <vector>

namespace wt::hotspots {

/// A woman who spoke of a segment in a period, however often; each by a number.
struct Spoken
{
    Place segment = 0;
    std::uint32_t woman = 0;
    std::uint32_t period = 0;

    friend auto operator<=>(Spoken const&, Spoken const&) = default;
};

/// How many women spoke of each segment, each once in each period. O(m log m).
std::vector<Count> count_women(std::size_t segments, std::vector<Spoken> spoken);

/// What is said of a segment.
enum class Standing : std::uint8_t
{
    unknown, ///< nobody walked there: nothing is known, and nothing is said
    usual,   ///< no more women than where exposure is alike
    hot
};

struct Judgement
{
    double p = 1.0;
    double q = 1.0;
    Standing standing = Standing::unknown;
    std::optional<std::size_t> hotspot; ///< from 0
};

struct RuleOptions
{
    double called = 0.05; ///< the largest q that makes a hotspot
    /// Exposures of one stratum differ by a share of at most this over the square root of how many
    /// women its neighbours are expected to hold: less than their own chance scatter would show.
    double alike = 1.0;
};

/// What is a hotspot: adjoining segments of which more women speak around them than chance has it
/// where exposure is alike.
///
/// The counts are dealt out anew among segments of nearly the same exposure (strata). Where
/// exposure and chance alone made them, those are exchangeable, whatever their spread: so
/// overdispersion calls nothing, nor does a busy street. p is the exact chance that a segment's
/// neighbours then hold as many women (`stratified_upper_tails`), q Benjamini and Hochberg's.
/// A segment counts at most 100 women, which caps what one place can do to its surroundings.
///
/// \param women      of each segment, >= 0
/// \param exposure   how much of it there was to speak of: times that a walk passed, or length for
///                   reports without a walk; 0 is unknown and never cold
/// \param around     whose counts speak for a segment
/// \param adjoining  which hot segments are one hotspot
std::vector<Judgement> judge(
    std::span<Count const> women,
    std::span<double const> exposure,
    Neighbours const& around,
    Neighbours const& adjoining,
    RuleOptions const& options = {});

} // namespace wt::hotspots
