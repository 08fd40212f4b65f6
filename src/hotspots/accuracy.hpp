#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wt::hotspots {

/// What a map said of a place, and what came.
struct AccuracyCell
{
    double predicted = 0.0; ///< >= 0
    double count = 0.0;     ///< >= 0
    double area = 1.0;      ///< or length, > 0
};

/// The cells down to one of them, the highest predicted density first. Of equal ones that with the
/// fewest events comes first, then that which stands first.
struct AccuracyRow
{
    std::size_t cell = 0; ///< its index
    double count = 0.0;   ///< sums from here on
    double predicted = 0.0;
    double area = 0.0;
    double share_of_count = 0.0; ///< 0 where nothing happened at all
    double share_of_area = 0.0;
    /// Predictive accuracy index (S. Chainey et al., Security Journal 21 (2008) 4): share of events
    /// by share of area; 1 is no better than chance. 0 where nothing happened.
    double pai = 0.0;
    /// Predictive efficiency index: PAI by that of as many cells, the best (ptools).
    /// 1 where nothing happened: nobody could do better.
    double pei = 1.0;
    /// The same by events that the same area could have held, the last of the best cells in part
    /// (J. Hunt, NIJ forecasting challenge 2017). It is PEI where all cells are of one size.
    double pei_same_area = 1.0;
    /// Recapture rate index, predicted by counted; infinite where none came, 1 where none was
    /// predicted either.
    double rri = 1.0;
};

/// Accuracy of a map at each size it could have. \pre numbers in range. Time: n log n.
std::vector<AccuracyRow> measure_accuracy(std::span<AccuracyCell const> cells);

} // namespace wt::hotspots
