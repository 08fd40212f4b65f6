#pragma once

#include "hotspots/scan.hpp"

#include <cstdint>
#include <vector>

namespace wt::hotspots {

/// The log-likelihood ratio of `count` cases where `expected` were, of `total` in all: 0 unless
/// there are more than expected. \pre expected > 0, count <= total
double scan_llr(double count, double expected, double total);

/// A stretch of time: `length` units up to and with the one before `end`.
struct ScanWindow
{
    std::uint32_t end = 0;
    std::uint32_t length = 0;
    std::uint32_t cases = 0; ///< at all places; the permutation keeps it
};

/// What a scan compares, and what is the same in each replicate.
class ScanMargins
{
public:
    explicit ScanMargins(ScanProblem const& problem);

    [[nodiscard]] std::uint32_t cases() const { return cases_; }
    [[nodiscard]] std::uint32_t cases_at(PlaceIndex place) const { return of_place_[place]; }
    /// The most cases that a zone may have.
    [[nodiscard]] std::uint32_t most() const { return most_; }
    /// By length, then by end.
    [[nodiscard]] std::vector<ScanWindow> const& windows() const { return windows_; }
    [[nodiscard]] double expected(std::uint32_t zone_cases, ScanWindow const& window) const
    {
        return static_cast<double>(zone_cases) * window.cases / cases_;
    }
    [[nodiscard]] double
    llr(std::uint32_t count, std::uint32_t zone_cases, ScanWindow const& window) const
    {
        return scan_llr(count, expected(zone_cases, window), cases_);
    }

private:
    std::uint32_t cases_ = 0;
    std::uint32_t most_ = 0; ///< that some zone does have
    std::vector<std::uint32_t> of_place_;
    std::vector<ScanWindow> windows_;
};

/// For each number of cases in a zone and each window the largest count whose log-likelihood ratio
/// does not pass `level`: only above are logarithms taken. Zones of many cases share rows; the
/// count is too small there, never too large.
/// \tparam Count  holds `margins.most()` in all but its highest bit
template <class Count>
class ScanThresholds
{
public:
    /// \pre level > 0
    ScanThresholds(ScanMargins const& margins, double level);

    [[nodiscard]] double level() const { return level_; }
    /// One number for each window, as `margins.windows()` are ordered.
    [[nodiscard]] Count const* row(std::uint32_t zone_cases) const
    {
        return counts_.data() + zone_cases / step_ * width_;
    }

private:
    double level_;
    std::size_t width_;
    std::uint32_t step_;
    std::vector<Count> counts_;
};

} // namespace wt::hotspots
