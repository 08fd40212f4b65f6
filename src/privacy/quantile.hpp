#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace wt::privacy {

/// The smallest value that at least `share` of the values do not exceed (the inverse of the
/// empirical distribution function: type 1 of R. J. Hyndman and Y. Fan, "Sample quantiles in
/// statistical packages", The American Statistician 50 (1996) 361-365). Nothing unless at least
/// `threshold` people stand on the smaller side of it: of one far out, the value is hers alone.
/// \param values  in any order
/// \param people  how many different ones the values are from
/// \param share   0 < share < 1: 0.5 for the median
std::optional<std::int64_t>
public_quantile(std::vector<std::int64_t> values, std::int64_t people, double share, int threshold);

} // namespace wt::privacy
