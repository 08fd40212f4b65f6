#pragma once

#include "app/areas.hpp"
#include "streets/network.hpp"

#include <string>
#include <vector>

namespace wt::app {

/// A named street of the demonstration, within one ward.
struct DemoStreet
{
    std::string name;
    LatLon middle;                ///< of its longest segment
    std::vector<LatLon> segments; ///< the middles of its longest segments, the longest first
    Metres length;                ///< of all that has the name there
};

/// The named streets that have the middle of a segment in `area`, the longest first.
std::vector<DemoStreet>
list_demo_streets(streets::Network const& network, MultiPolygon const& area, std::size_t limit);

} // namespace wt::app
