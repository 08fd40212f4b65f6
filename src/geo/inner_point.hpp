#pragma once

#include "geo/area.hpp"

namespace wt {

/// A point well inside the area: the middle of the longest stretch within it along the parallel
/// through the middle of its bounds. Unlike a centroid it never lies outside.
/// \pre the area is not empty (asserted)
LatLon inner_point(MultiPolygon const& area);

} // namespace wt
