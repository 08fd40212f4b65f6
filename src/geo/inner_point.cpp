#include "geo/inner_point.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace wt {

namespace {

/// Where the ring crosses the parallel, as longitudes.
void append_crossings(std::vector<double>& crossings, Ring const& ring, double lat)
{
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        auto const a = ring[i];
        auto const b = ring[j];
        if ((a.lat > lat) != (b.lat > lat)) {
            crossings.push_back(a.lon + (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat));
        }
    }
}

} // namespace

LatLon inner_point(MultiPolygon const& area)
{
    auto const bounds = bounds_of(area);
    assert(!bounds.is_empty());
    auto const middle = bounds.middle();
    std::vector<double> crossings;
    for (auto const& polygon : area.polygons) {
        append_crossings(crossings, polygon.outline, middle.lat);
        for (auto const& hole : polygon.holes) {
            append_crossings(crossings, hole, middle.lat);
        }
    }
    std::ranges::sort(crossings);
    LatLon best = middle;
    double longest = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        double const length = crossings[i + 1] - crossings[i];
        if (length > longest) {
            longest = length;
            best.lon = (crossings[i] + crossings[i + 1]) / 2;
        }
    }
    // Pieces that lie north and south of the parallel, and nothing on it.
    return longest > 0 || area.polygons.size() == 1 ? best : inner_point({{area.polygons.front()}});
}

} // namespace wt
