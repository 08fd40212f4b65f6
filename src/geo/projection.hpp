#pragma once

#include "geo/point.hpp"

namespace wt {

/// A point on a plane, metres; x to the east, y to the north.
struct Xy
{
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(Xy, Xy) = default;
};

/// Equirectangular projection around an origin, on the sphere that `distance` uses:
///     x = R cos(lat0) (lon - lon0),  y = R (lat - lat0).
/// Lengths are true at the origin's latitude; east-west lengths are off by 0.2% ten kilometres
/// north or south of it (at 51 degrees). Not for areas across the antimeridian.
class LocalProjection
{
public:
    /// \pre the origin is valid and not within a degree of a pole (asserted)
    explicit LocalProjection(LatLon origin) noexcept;

    [[nodiscard]] LatLon origin() const noexcept { return origin_; }
    [[nodiscard]] Xy to_plane(LatLon point) const noexcept;
    [[nodiscard]] LatLon to_earth(Xy point) const noexcept;

private:
    LatLon origin_;
    double metres_per_degree_lon_;
};

/// Distance on the plane.
Metres distance(Xy a, Xy b) noexcept;

/// Where on the stretch from `a` to `b` the point nearest to `p` lies: 0 at `a`, 1 at `b`.
double nearest_fraction(Xy p, Xy a, Xy b) noexcept;

/// The point at `fraction` of the way from `a` to `b`.
Xy between(Xy a, Xy b, double fraction) noexcept;
LatLon between(LatLon a, LatLon b, double fraction) noexcept;

} // namespace wt
