#include "scheme/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace wt {

namespace {

constexpr double kZ = 1.959963984540054; // 97.5% of the standard normal distribution

} // namespace

Estimate share_of(std::int64_t good, std::int64_t all)
{
    assert(all >= 1 && good >= 0 && good <= all);
    auto const n = static_cast<double>(all);
    auto const p = static_cast<double>(good) / n;
    auto const z2 = kZ * kZ;
    auto const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    auto const half = kZ / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {
        .value = p,
        .low = good == 0 ? 0 : std::max(0.0, middle - half),
        .high = good == all ? 1 : std::min(1.0, middle + half)};
}

Estimate paired_change(PairCounts const& pairs)
{
    assert(pairs.all() >= 1);
    auto const n = static_cast<double>(pairs.all());
    auto const up = static_cast<double>(pairs.became_good);
    auto const down = static_cast<double>(pairs.became_bad);
    auto const adjusted_n = n + 2;
    auto const middle = (up - down) / adjusted_n;
    auto const half =
        kZ * std::sqrt((up + down + 1) - (up - down) * (up - down) / adjusted_n) / adjusted_n;
    return {
        .value = (up - down) / n,
        .low = std::max(-1.0, middle - half),
        .high = std::min(1.0, middle + half)};
}

} // namespace wt
