#include "geo/projection.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace wt {
namespace {

constexpr double kRadiansPerDegree = std::numbers::pi / 180.0;
constexpr double kMetresPerDegree = 6'371'008.8 * kRadiansPerDegree;

} // namespace

LocalProjection::LocalProjection(LatLon origin) noexcept
    : origin_{origin},
      metres_per_degree_lon_{kMetresPerDegree * std::cos(origin.lat * kRadiansPerDegree)}
{
    assert(is_valid(origin) && std::abs(origin.lat) < 89.0);
}

Xy LocalProjection::to_plane(LatLon point) const noexcept
{
    return {
        (point.lon - origin_.lon) * metres_per_degree_lon_,
        (point.lat - origin_.lat) * kMetresPerDegree};
}

LatLon LocalProjection::to_earth(Xy point) const noexcept
{
    return {
        origin_.lat + point.y / kMetresPerDegree, origin_.lon + point.x / metres_per_degree_lon_};
}

Metres distance(Xy a, Xy b) noexcept
{
    return Metres{std::hypot(b.x - a.x, b.y - a.y)};
}

double nearest_fraction(Xy p, Xy a, Xy b) noexcept
{
    double const dx = b.x - a.x;
    double const dy = b.y - a.y;
    double const squared = dx * dx + dy * dy;
    if (squared <= 0.0) {
        return 0.0;
    }
    return std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
}

Xy between(Xy a, Xy b, double fraction) noexcept
{
    return {a.x + fraction * (b.x - a.x), a.y + fraction * (b.y - a.y)};
}

LatLon between(LatLon a, LatLon b, double fraction) noexcept
{
    return {a.lat + fraction * (b.lat - a.lat), a.lon + fraction * (b.lon - a.lon)};
}

} // namespace wt
