#pragma once

#include "app/app.hpp"

#include <optional>
#include <string>

namespace wt::app {

/// The piece of the drawn map at zoom `z`, column `x` from the west, row `y` from the north: a
/// Mapbox vector tile, gzip; empty where there is nothing to draw.
/// \returns nothing if there is no map, or no such piece at any place
std::optional<std::string> find_map_tile(App const& app, int z, int x, int y);

} // namespace wt::app
