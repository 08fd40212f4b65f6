#pragma once

#include "hotspots/scan_zones.hpp"

#include <cstdint>
#include <vector>

namespace wt::hotspots {

/// Something that happened.
struct KnoxPoint
{
    Xy place{};
    std::int32_t day = 0; ///< counted from any day
};

struct KnoxProblem
{
    std::vector<KnoxPoint> points{};
    /// Where bands begin and the last ends, rising from 0 or more: a band is [from, to).
    std::vector<double> distances{}; ///< metres
    std::vector<double> days{};
    std::size_t most_pairs = 100'000'000; ///< that may be close; each takes memory
};

/// The pairs of points so far apart in space and in time.
struct KnoxCell
{
    std::uint64_t pairs = 0;
    double expected = 0.0; ///< mean of the replicates
    double median = 0.0;
    double p = 1.0; ///< (1 + replicates with at least `pairs`) / (1 + replicates)
};

/// The most days that points may lie apart, first to last.
inline constexpr std::int32_t kKnoxSpan = 32'000;

/// The test of G. Knox (Applied Statistics 13 (1964) 25) for near repeats, with the days shuffled
/// among the places. Cells row-major, a row for each band of days.
///
/// Time: replicates x close pairs x bands of days, thirty or so replicates at a time. Memory: 4
/// bytes a pair.
/// \pre two edges or more each, finite, rising; days within `kKnoxSpan` (asserted)
/// \throws Refusal (invalid_input) if more than `most_pairs` are closer than the last edge
std::vector<KnoxCell> knox(KnoxProblem const& problem, ScanLimits const& limits = {});

} // namespace wt::hotspots
