#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "scheme/role.hpp"

#include <istream>
#include <optional>
#include <string>

namespace wt::app {

enum class AreaKind
{
    bcu,
    ward,
};

/// A file of areas, and how to read it.
struct AreaFile
{
    AreaKind kind = AreaKind::ward;
    std::istream& geojson;
    std::string name_property = "name";
    std::string code_property = "code";
    /// Of a ward: the property that holds the code of its command unit. Without it, that is the
    /// unit whose area holds the ward's middle.
    std::string bcu_property = "";
    /// Of command units that are made up of boroughs: CSV with the columns `bcu` (name) and
    /// `borough_gss` (code of a feature). Features that it does not name are left out.
    std::istream* boroughs = nullptr;
};

/// Adds command units or wards, or changes those with the same code. All or nothing.
/// \throws Refusal: forbidden; invalid_input (the file as a whole cannot be read)
ImportResult import_areas(App& app, Person const& person, AreaFile const& file);

} // namespace wt::app
