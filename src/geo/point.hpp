#pragma once

#include "base/units.hpp"

namespace wt {

/// A place on the earth, WGS 84, degrees. Latitude first, everywhere.
struct LatLon
{
    double lat = 0.0; ///< -90..90
    double lon = 0.0; ///< -180..180

    friend bool operator==(LatLon, LatLon) = default;
};

/// True if both coordinates are finite and in range.
bool is_valid(LatLon point) noexcept;

/// Great-circle distance on a sphere of radius 6,371,008.8 m (haversine); within 0.6% of the
/// geodesic, which is enough for streets.
Metres distance(LatLon a, LatLon b) noexcept;

} // namespace wt
