#include "privacy/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace wt::privacy {

std::optional<std::int64_t>
public_quantile(std::vector<std::int64_t> values, std::int64_t people, double share, int threshold)
{
    assert(share > 0 && share < 1);
    auto const smaller_side = static_cast<double>(people) * std::min(share, 1 - share);
    if (values.empty() || smaller_side + 1e-9 < threshold) {
        return std::nullopt;
    }
    auto const rank = std::ceil(static_cast<double>(values.size()) * share - 1e-9);
    auto const at = values.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::ranges::nth_element(values, at);
    return *at;
}

} // namespace wt::privacy
