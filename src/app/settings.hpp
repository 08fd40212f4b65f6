#pragma once

#include "app/app.hpp"
#include "scheme/publication.hpp"
#include "scheme/role.hpp"

#include <map>
#include <string>
#include <string_view>

namespace wt::app {

/// Sets one setting of the force, or with `bcu` (code) of that unit alone. What the whole force
/// shares (its name, time zone, calling code, whether it is a demonstration) no unit has its own
/// of.
/// \throws Refusal: forbidden; invalid_input (unknown, out of range, no such time zone, shared by
///         the whole force); not_found (the unit)
void change_setting(
    App& app,
    Person const& person,
    std::string_view name,
    std::string_view value,
    std::string_view bcu = "");

/// What the force decides about what it publishes.
Publication publication_of(App const& app);

/// Every setting by name as it applies, in the unit if one is given.
/// \throws Refusal: forbidden; not_found (the unit)
std::map<std::string, std::string>
list_settings(App const& app, Person const& person, std::string_view bcu = "");

} // namespace wt::app
