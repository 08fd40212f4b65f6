#pragma once

#include "streets/network.hpp"

namespace wt {

/// A town in Gothenburg: 14 streets that run north and 14 that run east, each with its own name.
inline constexpr char const* kGridTown = "tests/support/grid_town.osm";

streets::Network make_grid_town();

} // namespace wt
