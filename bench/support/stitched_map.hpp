#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace wt::bench {

/// Writes one map of many copies of real ones, each in a field of its own of a lattice of 0.15
/// degrees, sorted as map files are. No street leads from one copy to the next.
/// \param maps  .osm.pbf files, taken in turn; each smaller than a field
void write_stitched_map(
    std::vector<std::filesystem::path> const& maps,
    std::size_t copies,
    std::filesystem::path const& file);

} // namespace wt::bench
