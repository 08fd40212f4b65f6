#pragma once

#include "streets/network_tables.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace wt::streets {

/// How far slow work has come, 0..1, never falling.
using Progress = std::function<void(double)>;

/// A node of a way, by its position in `OsmData::places`.
using OsmNode = std::uint32_t;

/// A way that may be walked, as it stands in the map file.
struct OsmWay
{
    std::int64_t id = 0;
    WalkTraits traits;
    NameIndex name = 0; ///< of `OsmData::names`
    std::uint32_t node_count = 0;
    std::size_t first_node = 0; ///< of `OsmData::way_nodes`
};

/// Where a node is that the file lacks.
inline constexpr FixedPoint kNowhere{
    std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max()};

/// What the walking graph needs of a map file, packed closely: a large town has millions of nodes.
struct OsmData
{
    std::vector<OsmWay> ways;           ///< by rising id
    std::vector<std::string> names{""}; ///< each once, the first is none
    std::vector<OsmNode> way_nodes;     ///< of all ways
    std::vector<FixedPoint> places;     ///< by node, `kNowhere` where not known
    std::vector<Barrier> barriers;      ///< by node
    std::vector<LatLon> lamps;

    [[nodiscard]] std::span<OsmNode const> nodes_of(OsmWay const& way) const
    {
        return std::span{way_nodes}.subspan(way.first_node, way.node_count);
    }
};

} // namespace wt::streets
