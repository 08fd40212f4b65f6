#pragma once

#include "geo/point.hpp"

#include <cstdint>
#include <string>

namespace wt {

/// The lasting name of a segment: one stretch of one OpenStreetMap way between junctions. It
/// outlives the map file it came from: `streets::reattach` finds it again in a newer one.
struct SegmentRef
{
    std::int64_t way = 0;        ///< OpenStreetMap's id of the way
    LatLon midpoint;             ///< halfway along the segment
    std::string network_version; ///< `streets::Network::version()` of the map it was taken from

    friend bool operator==(SegmentRef const&, SegmentRef const&) = default;
};

} // namespace wt
