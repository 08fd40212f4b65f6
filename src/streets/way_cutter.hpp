#pragma once

#include "streets/osm_data.hpp"

#include <span>
#include <vector>

namespace wt::streets {

/// A stretch of a way between junctions, not yet part of a graph.
struct Stretch
{
    std::uint32_t way = 0; ///< of `OsmData::ways`
    NodeIndex from = 0;
    NodeIndex to = 0;
    std::uint32_t first_point = 0;
    std::uint32_t point_count = 0; ///< at least 2
    float length_m = 0;
    bool is_step_free = true;
};

struct CutWays
{
    std::vector<FixedPoint> nodes;
    std::vector<FixedPoint> points;
    std::vector<Stretch> stretches; ///< by way, along each

    [[nodiscard]] std::span<FixedPoint const> line_of(Stretch const& stretch) const
    {
        return std::span{points}.subspan(stretch.first_point, stretch.point_count);
    }
};

/// Cuts ways into stretches at every node where ways meet, end or are blocked. A blocked node
/// becomes a dead end of its own on each side, so that both sides can be reached but nobody
/// passes. Where the file lacks a node, the way has a gap.
CutWays cut_ways(OsmData const& data);

} // namespace wt::streets
