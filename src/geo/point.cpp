#include "geo/point.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wt {

bool is_valid(LatLon point) noexcept
{
    return std::isfinite(point.lat) && std::isfinite(point.lon) && std::abs(point.lat) <= 90.0 &&
           std::abs(point.lon) <= 180.0;
}

Metres distance(LatLon a, LatLon b) noexcept
{
    constexpr double kMeanEarthRadius = 6'371'008.8;
    constexpr double kRadians = std::numbers::pi / 180.0;
    double const north = std::sin((b.lat - a.lat) * kRadians / 2);
    double const east = std::sin((b.lon - a.lon) * kRadians / 2);
    double const h =
        north * north + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * east * east;
    return Metres{2 * kMeanEarthRadius * std::asin(std::min(1.0, std::sqrt(h)))};
}

} // namespace wt
