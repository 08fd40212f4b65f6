#pragma once

#include "app/patch.hpp"
#include "web/pages/shell.hpp"

#include <vector>

namespace wt::web {

inline constexpr std::string_view kPatchPath = "/officer/patch";

/// What an officer should know of a ward; fits a sheet of paper.
/// \param wards  that she may choose
Page patch_page(
    Site const& site, Texts const& t, app::Patch const& patch, std::vector<app::Ward> const& wards);

} // namespace wt::web
