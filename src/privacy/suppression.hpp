#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace wt::privacy {

/// A count, as far as holding back needs to know it.
struct GuardedCount
{
    std::int64_t count = 0;       ///< >= 1: what is not there is zero, and no secret
    std::set<std::string> people; ///< behind it; of many, at least as many as the threshold
};

/// Positions of counts, of which the last is the sum of the others.
using SumLine = std::vector<std::size_t>;

/// Which counts to hold back, so that from those shown none follows behind which stand fewer than
/// `threshold` people (and none is shown):
///   - in no line is one held back alone, nor several behind which together stand too few people
///     (unless the line's total is held back too);
///   - none follows from all lines together, as the one whole number that their sums leave, each
///     held back count being at least 1 (`list_derivable`).
/// Where one would follow, the next smallest count beside it is held back as well.
/// \param held  what is held back in any case, by position
/// \pre threshold >= 2, all positions < counts.size() == held.size()
std::vector<bool> hold_back(
    std::vector<GuardedCount> const& counts,
    std::vector<SumLine> const& lines,
    std::size_t threshold,
    std::vector<bool> held);

} // namespace wt::privacy
