#pragma once

#include "streets/osm_data.hpp"

#include <filesystem>

namespace wt::streets {

/// Reads an OpenStreetMap file: `.osm.pbf`, `.osm`, `.osm.gz` or `.osm.bz2`, known by its name.
/// Passes over it three times (relations, ways, nodes), so that memory grows with the streets
/// on foot and not with the file.
/// \throws Refusal::invalid_input if it cannot be read to its end
OsmData read_osm(std::filesystem::path const& file, Progress const& progress);

} // namespace wt::streets
