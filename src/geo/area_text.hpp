#pragma once

#include "geo/area.hpp"

#include <string>
#include <string_view>

namespace wt {

/// The area as a GeoJSON geometry (RFC 7946), a MultiPolygon with closed rings.
std::string area_text(MultiPolygon const& area);

/// The inverse, for a Polygon or MultiPolygon; an empty text or object is no area at all.
/// \throws Refusal (invalid_input) for anything else
MultiPolygon read_area_text(std::string_view geometry);

} // namespace wt
