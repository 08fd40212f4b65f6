#pragma once

#include "privacy/suppression.hpp"

#include <vector>

namespace wt::privacy {

/// The held back counts that anyone can work out who has all others: those that all sums together
/// leave one whole number, each held back count being at least 1. Found by linear programmes
/// (`LinearBounds`), the least and the greatest value of each.
std::vector<std::size_t> list_derivable(
    std::vector<GuardedCount> const& counts,
    std::vector<SumLine> const& lines,
    std::vector<bool> const& held);

} // namespace wt::privacy
