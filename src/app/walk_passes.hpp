#pragma once

#include "app/app.hpp"
#include "base/time.hpp"
#include "streets/network.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wt::app {

/// Quarters of a year since the first of 1970.
std::int64_t quarter_of(Day day);

/// The segments that a line along the streets passes, each once, by rising index. A stretch that
/// lies on no street (of this map) is left out.
std::vector<streets::EdgeIndex>
segments_along(streets::Network const& network, std::span<LatLon const> line);

/// Adds how often the walks of a week that is over passed each segment, for all of them together:
/// each walk once, and only while a copy of its route is kept. Where fewer different women walked
/// than may be published of, nothing is added, because the sum would show where they went. Safe to
/// repeat.
/// \param monday  of that week
void add_walk_passes(App& app, streets::Network const& network, Day monday);

} // namespace wt::app
