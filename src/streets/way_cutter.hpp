#pragma once

#include "streets/network_tables.hpp"
#include "streets/osm_data.hpp"

#include <string>
#include <vector>

namespace wt::streets {

/// A stretch of a way between junctions, not yet part of a graph.
struct Stretch
{
    std::size_t way = 0; ///< index into `OsmData::ways`
    NodeIndex from = 0;
    NodeIndex to = 0;
    std::vector<FixedPoint> line;
    Metres length;
    bool is_step_free = true;
};

struct CutWays
{
    std::vector<FixedPoint> nodes;
    std::vector<Stretch> stretches; ///< by way, along each
};

/// Cuts ways into stretches at every node where ways meet, end or are blocked. A blocked node
/// becomes a dead end of its own on each side, so that both sides can be reached but nobody
/// passes. Where the file lacks a node, the way has a gap.
CutWays cut_ways(OsmData const& data);

} // namespace wt::streets
