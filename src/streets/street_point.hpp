#pragma once

#include "streets/network.hpp"

#include <optional>
#include <vector>

namespace wt::streets {

/// A point on a street.
struct StreetPoint
{
    EdgeIndex edge = 0;
    Metres along; ///< from the edge's start, 0 .. its length
    LatLon place;
};

/// Where a place was put on a street.
struct Snap
{
    StreetPoint point;
    Metres away; ///< from the place asked for
};

struct SnapOptions
{
    Metres radius{250.0};
    bool step_free = false; ///< only streets without steps
};

/// The nearest point of any street to a place; nothing within the radius gives none. Of several
/// at the same distance the one of the lowest edge.
/// \pre the place is valid and not within a degree of a pole
std::optional<Snap>
find_nearest_street(Network const& network, LatLon place, SnapOptions const& options = {});

/// The point at a distance along an edge; distances outside it give its ends.
StreetPoint point_along(Network const& network, EdgeIndex edge, Metres along);

/// The line of an edge between two distances from its start, in that direction: `from` may lie
/// behind `to`. Two points at least.
std::vector<LatLon> line_between(Network const& network, EdgeIndex edge, Metres from, Metres to);

/// The nearest point of one edge.
Snap nearest_on_edge(Network const& network, EdgeIndex edge, LatLon place);

} // namespace wt::streets
