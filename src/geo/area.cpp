#include "geo/area.hpp"

#include <algorithm>

namespace wt {
namespace {

bool ring_contains(Ring const& ring, LatLon point) noexcept
{
    bool is_inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        LatLon const a = ring[i];
        LatLon const b = ring[j];
        // The half-open comparison counts a vertex on the ray once.
        if ((a.lat > point.lat) != (b.lat > point.lat) &&
            point.lon < a.lon + (b.lon - a.lon) * (point.lat - a.lat) / (b.lat - a.lat)) {
            is_inside = !is_inside;
        }
    }
    return is_inside;
}

double turn(LatLon o, LatLon a, LatLon b) noexcept
{
    return (a.lon - o.lon) * (b.lat - o.lat) - (a.lat - o.lat) * (b.lon - o.lon);
}

/// One half of the hull, from the first of the sorted points to the last.
template <class Iterator>
Ring half_hull(Iterator first, Iterator last)
{
    Ring half;
    for (; first != last; ++first) {
        while (half.size() >= 2 && turn(half[half.size() - 2], half.back(), *first) <= 0) {
            half.pop_back();
        }
        half.push_back(*first);
    }
    return half;
}

} // namespace

bool contains(Polygon const& polygon, LatLon point) noexcept
{
    return ring_contains(polygon.outline, point) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(), [&](Ring const& hole) {
               return ring_contains(hole, point);
           });
}

bool contains(MultiPolygon const& area, LatLon point) noexcept
{
    return std::any_of(area.polygons.begin(), area.polygons.end(), [&](Polygon const& polygon) {
        return contains(polygon, point);
    });
}

Bounds bounds_of(std::span<LatLon const> points) noexcept
{
    Bounds bounds;
    for (LatLon const point : points) {
        bounds.extend(point);
    }
    return bounds;
}

Bounds bounds_of(MultiPolygon const& area) noexcept
{
    Bounds bounds;
    for (Polygon const& polygon : area.polygons) {
        for (LatLon const point : polygon.outline) {
            bounds.extend(point);
        }
    }
    return bounds;
}

Ring convex_hull(std::vector<LatLon> points)
{
    auto const is_before = [](LatLon a, LatLon b) {
        return a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat);
    };
    std::sort(points.begin(), points.end(), is_before);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) {
        return points;
    }
    Ring hull = half_hull(points.begin(), points.end());
    Ring const upper = half_hull(points.rbegin(), points.rend());
    // Each half ends where the other begins.
    hull.pop_back();
    hull.insert(hull.end(), upper.begin(), upper.end() - 1);
    return hull;
}

} // namespace wt
