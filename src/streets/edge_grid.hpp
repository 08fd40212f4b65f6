#pragma once

#include "streets/network_tables.hpp"

namespace wt::streets {

/// Fills `grid`, `first_in_cell` and `edges_in_cell` from the edges and points of the tables.
/// Cells are about 100 m wide, wider where a sparse map would else have more cells than pieces.
/// \pre at least one edge
void build_grid(NetworkTables& tables);

} // namespace wt::streets
