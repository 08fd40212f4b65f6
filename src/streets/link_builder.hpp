#pragma once

#include "streets/network_tables.hpp"

#include <cstddef>

namespace wt::streets {

/// Fills `links`, `link_parts`, `first_arc` and `arcs` from edges and half-edges: the graph that
/// many searches run on, about half as large. Linear time.
void build_links(NetworkTables& tables);

struct JoinedCount
{
    std::size_t nodes = 0;
    std::size_t edges = 0;
};

/// How many nodes and edges there are once every node of two edges joins them, steps or not. Of a
/// round without any junction one node stays.
JoinedCount count_joined(NetworkTables const& tables);

} // namespace wt::streets
