#pragma once

#include "hotspots/neighbours.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace wt::hotspots {

/// What was said of a segment or cell, and how much there was to say it of.
struct PlaceTotal
{
    std::uint64_t count = 0;
    double severity = 0.0;          ///< the sum, >= 0
    std::optional<double> exposure; ///< walk passes or metres, >= 0; nothing: unknown
};

/// A place in the order of `rank_places`.
struct RankedPlace
{
    Place place = 0;
    std::size_t rank = 1;      ///< equal ones share the best of their ranks
    double share = 0.0;        ///< of all counts; 0 where there is none
    double share_so_far = 0.0; ///< of this place and all before it
    /// Count by exposure, that of the little exposed taken as `least_exposure`: one voice where
    /// nobody walks does not come before ten where many do. For ranking alone: it estimates
    /// nothing. Nothing where the exposure is unknown or 0: such a place is not a quiet one.
    std::optional<double> rate;
};

enum class RankBy
{
    count,
    severity,
    rate, ///< unknown ones last
};

/// The exposure that a truncated rate takes for smaller ones: a tenth of the median of those that
/// are known and above 0; 0 if there is none. (Truncation of inverse weights, as in survey
/// estimation: B. Lee, J. Lessler, E. Stuart, PLoS ONE 6 (2011) e18174.)
double least_exposure(std::span<PlaceTotal const> totals);

/// All places, the highest first; then by count, severity and number. O(n log n).
/// \pre severities and exposures finite and >= 0
std::vector<RankedPlace> rank_places(std::span<PlaceTotal const> totals, RankBy by);

/// A corner of a Lorenz curve.
struct LorenzPoint
{
    double share_of_size = 0.0;
    double share_of_count = 0.0;
};

/// The curve of counts over sizes (numbers of places, if each is 1; metres of street; passes), from
/// (0, 0) to (1, 1), the places with the lowest count per size first: convex, on or below the
/// diagonal (M. Lorenz 1905). Places of size 0 are left out with what they count. Only its two ends
/// where nothing is counted. O(n log n).
/// \pre as many sizes as counts, all finite and >= 0
std::vector<LorenzPoint>
lorenz_curve(std::span<double const> counts, std::span<double const> sizes);

/// Twice the area between diagonal and curve: 0 where counts are spread as sizes are, towards 1
/// where one small place has them all.
double gini(std::span<LorenzPoint const> curve);

} // namespace wt::hotspots
