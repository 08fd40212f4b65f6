#pragma once

#include "streets/graph_builder.hpp"

#include <filesystem>

namespace wt::streets {

/// Makes the walking network of an OpenStreetMap file (see `read_osm`, `build_network`).
/// \param progress  called with 0..1, rising
/// \throws Refusal::invalid_input if the file cannot be read or has no street that can be walked
BuiltNetwork import_network(
    std::filesystem::path const& file,
    ImportOptions const& options = {},
    Progress const& progress = [](double) {});

} // namespace wt::streets
