#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "scheme/role.hpp"

#include <istream>

namespace wt::app {

/// Puts the force's own help lines in the place of those that are shown, from CSV with the columns
/// `name`, `number`, `about`, `address`, `first` (yes or no: at the foot of every page) and, if it
/// likes, `children` (yes or no: for those who see abuse at home). In the order of the file. All or
/// nothing.
/// \throws Refusal: forbidden; invalid_input (the file as a whole cannot be read)
ImportResult import_help_lines(App& app, Person const& person, std::istream& file);

} // namespace wt::app
