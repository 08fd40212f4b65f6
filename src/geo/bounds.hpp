#pragma once

#include "geo/point.hpp"

#include <algorithm>
#include <limits>

namespace wt {

/// A box along the meridians and parallels. A fresh one holds nothing.
struct Bounds
{
    LatLon south_west{
        std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    LatLon north_east{
        -std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    [[nodiscard]] bool is_empty() const noexcept { return south_west.lat > north_east.lat; }

    void extend(LatLon point) noexcept
    {
        south_west = {std::min(south_west.lat, point.lat), std::min(south_west.lon, point.lon)};
        north_east = {std::max(north_east.lat, point.lat), std::max(north_east.lon, point.lon)};
    }

    /// Its edge belongs to it.
    [[nodiscard]] bool contains(LatLon point) const noexcept
    {
        return point.lat >= south_west.lat && point.lat <= north_east.lat &&
               point.lon >= south_west.lon && point.lon <= north_east.lon;
    }

    /// \pre not empty
    [[nodiscard]] LatLon middle() const noexcept
    {
        return {(south_west.lat + north_east.lat) / 2, (south_west.lon + north_east.lon) / 2};
    }

    friend bool operator==(Bounds, Bounds) = default;
};

} // namespace wt
