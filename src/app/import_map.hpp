#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "streets/import.hpp"

#include <filesystem>
#include <functional>

namespace wt::app {

/// Makes the street network of an OpenStreetMap file the one in use. A file that cannot be read
/// leaves the network in use as it was.
/// \param progress  called with 0..1, rising
/// \throws Refusal: forbidden; invalid_input (the file)
streets::ImportStatistics import_map(
    App& app,
    Person const& person,
    std::filesystem::path const& file,
    std::function<void(double)> const& progress);

} // namespace wt::app
