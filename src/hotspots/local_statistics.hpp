#pragma once

#include "hotspots/neighbours.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wt::hotspots {

/// How often something was counted at a place, >= 0.
using Count = std::int64_t;

/// The standardised Gi* of each place with binary weights, itself among its neighbours:
///     z = (S - mean W) / (s sqrt((n W - W^2) / (n - 1))),  S the sum and W the number of the
///     counts, s^2 = sum y^2 / n - mean^2
/// (J. K. Ord and A. Getis, Geographical Analysis 27 (1995) 286-306, equation 14). 0 where there is
/// nothing to compare: all counts equal, or all places neighbours.
/// \pre as many counts as places
std::vector<double> gi_star_z(std::span<Count const> counts, Neighbours const& neighbours);

/// The four corners of Moran's scatter plot, in the order in which they are numbered elsewhere.
enum class Quadrant : std::uint8_t
{
    high_high = 1,
    low_high = 2, ///< low among high
    low_low = 3,
    high_low = 4
};

struct LocalMoran
{
    double i = 0.0;
    double z = 0.0; ///< 0 where the counts do not vary or the place has no neighbour
    Quadrant quadrant = Quadrant::low_low;
};

/// Local Moran with weights that add up to 1 at each place:
///     I = (n - 1) d_i mean(d_j) / sum d^2,  d the deviation from the mean
/// (L. Anselin, Geographical Analysis 27 (1995) 93-115), standardised by its mean and variance
/// given d_i, the others dealt out anew (R. R. Sokal, N. L. Oden, B. A. Thomson, Geographical
/// Analysis 30 (1998) 331-354). As in esda, these two are those of I with n in place of n - 1
/// (spdep's), which moves z by less than I / n of its spread.
/// \pre as many counts as places, at least 3
std::vector<LocalMoran> local_moran(std::span<Count const> counts, Neighbours const& neighbours);

/// The sum of the counts of the neighbours of each place, without its own.
std::vector<Count> neighbour_sums(std::span<Count const> counts, Neighbours const& neighbours);

} // namespace wt::hotspots
