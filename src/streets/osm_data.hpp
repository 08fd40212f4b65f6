#pragma once

#include "geo/point.hpp"
#include "streets/tags.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace wt::streets {

/// How far slow work has come, 0..1, never falling.
using Progress = std::function<void(double)>;

/// A way that may be walked, as it stands in the map file.
struct OsmWay
{
    std::int64_t id = 0;
    WalkTraits traits;
    std::string name;
    std::vector<std::int64_t> nodes;
};

/// What the walking graph needs of a map file.
struct OsmData
{
    std::vector<OsmWay> ways;                           ///< by rising id
    std::unordered_map<std::int64_t, LatLon> places;    ///< of the ways' nodes, where known
    std::unordered_map<std::int64_t, Barrier> barriers; ///< of the ways' nodes, others left out
    std::vector<LatLon> lamps;
};

} // namespace wt::streets
