#pragma once

#include "geo/projection.hpp"

namespace wt {

/// Eastings and northings of the British National Grid as WGS 84, within about 5 m: transverse
/// Mercator on the Airy ellipsoid, then a Helmert transformation (Ordnance Survey, A guide to
/// coordinate systems in Great Britain, version 3.6, 2020, annexes B and C and section 6.6).
/// \param grid  metres east and north; meant for 0..700 km and 0..1,300 km
LatLon from_national_grid(Xy grid) noexcept;

} // namespace wt
