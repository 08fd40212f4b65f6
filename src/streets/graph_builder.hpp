#pragma once

#include "streets/network.hpp"
#include "streets/osm_data.hpp"

#include <cstdint>

namespace wt::streets {

struct ImportOptions
{
    /// Parts of the network that hang together over less than this, and not with the largest
    /// part, are dropped: courtyards, station interiors, paths cut off by the edge of the extract.
    Metres smallest_island{1000.0};
};

struct ImportStatistics
{
    std::size_t nodes = 0;    ///< junctions and dead ends
    std::size_t edges = 0;    ///< between them, both directions one
    std::size_t segments = 0; ///< of one way each: what concerns are held by
    Metres length;
    std::size_t dropped_islands = 0;
    Metres dropped_length;
    Metres lit;
    Metres unlit;
    Metres unknown_light;
    std::size_t steps_ways = 0;
    std::size_t lamps = 0;
};

struct BuiltNetwork
{
    Network network;
    ImportStatistics statistics;
};

/// The walking graph: ways cut at junctions, at blocked nodes and where the map file lacks a
/// node; islands dropped; light measured. The same data give the same network, bit by bit.
/// \throws Refusal::invalid_input if nothing in it can be walked
BuiltNetwork build_network(OsmData data, ImportOptions const& options, Progress const& progress);

} // namespace wt::streets
