#pragma once

#include "hotspots/scan_windows.hpp"

namespace wt::hotspots {

/// The unit of each case in a replicate: those of the cases, shuffled. Depends on nothing but the
/// seed and which of the replicates it is.
std::vector<std::uint32_t>
shuffled_units(std::span<ScanCase const> cases, std::uint64_t seed, std::size_t replicate);

/// The largest log-likelihood ratio of each replicate (see `scan`).
std::vector<double>
scan_replicates(ScanProblem const& problem, ScanMargins const& margins, ScanLimits const& limits);

} // namespace wt::hotspots
