#pragma once

#include "geo/projection.hpp"
#include "hotspots/scan.hpp"

#include <span>
#include <vector>

namespace wt::hotspots {

/// A way between two places that can be gone in both directions.
struct PlaceLink
{
    PlaceIndex from = 0;
    PlaceIndex to = 0;
    double length = 0.0; ///< metres, >= 0
};

/// The places within `radius` metres of each by straight distance; those equally far in the order
/// of `points`, as SaTScan has them. Time and memory as the lists are long.
/// \pre finite coordinates, radius > 0
/// \throws Refusal (invalid_input) if the lists have more than 250 million places together
Zones zones_by_distance(std::span<Xy const> points, double radius);

/// The same by the shortest way along the links. \pre indices below `places`, radius > 0
/// \throws Refusal (invalid_input) as above
Zones zones_by_links(std::size_t places, std::span<PlaceLink const> links, double radius);

} // namespace wt::hotspots
