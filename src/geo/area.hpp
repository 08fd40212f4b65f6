#pragma once

#include "geo/bounds.hpp"
#include "geo/point.hpp"

#include <span>
#include <vector>

namespace wt {

/// A closed line; whether the last point repeats the first makes no difference.
using Ring = std::vector<LatLon>;

/// An outline with its holes.
struct Polygon
{
    Ring outline;
    std::vector<Ring> holes;
};

/// Several pieces that belong together, such as a borough with an island.
struct MultiPolygon
{
    std::vector<Polygon> polygons;
};

/// True if the point lies inside the outline and in no hole (even-odd rule, straight lines in
/// degrees). Of two areas that share a border, a point on it lies in at most one.
bool contains(Polygon const& polygon, LatLon point) noexcept;
bool contains(MultiPolygon const& area, LatLon point) noexcept;

/// Smallest box around all points; empty if there are none.
Bounds bounds_of(std::span<LatLon const> points) noexcept;
Bounds bounds_of(MultiPolygon const& area) noexcept;

/// Smallest convex ring around the points, counter-clockwise, without points that lie on a side
/// (Andrew's monotone chain, 1979). Fewer than three points come back as they are.
Ring convex_hull(std::vector<LatLon> points);

} // namespace wt
