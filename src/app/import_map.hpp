#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "streets/import.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace wt::app {

/// What became of the concerns' segments in a new network. Their rows stay as they are; a segment
/// is looked for again whenever it is needed.
struct KeptConcerns
{
    std::int64_t kept = 0;
    std::int64_t moved = 0; ///< by more than `streets::kMoved`: a person should look
    std::int64_t lost = 0;  ///< no street within 500 m any more
};

struct MapImport
{
    streets::ImportStatistics streets;
    KeptConcerns concerns;
};

/// Makes the street network of an OpenStreetMap file the one in use. A file that cannot be read
/// leaves the network in use as it was.
/// \param progress  called with 0..1, rising
/// \throws Refusal: forbidden; invalid_input (the file)
MapImport import_map(
    App& app,
    Person const& person,
    std::filesystem::path const& file,
    std::function<void(double)> const& progress);

} // namespace wt::app
