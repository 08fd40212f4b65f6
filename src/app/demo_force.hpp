#pragma once

#include "app/app.hpp"
#include "app/demo_streets.hpp"
#include "scheme/role.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace wt::app {

/// A ward in which women ask for walks.
struct DemoWard
{
    WardId id;
    std::string code;
    BcuId bcu;
    std::vector<DemoStreet> streets; ///< the longest first
};

/// A command unit of the demonstration with those who work in it.
struct DemoUnit
{
    BcuId id;
    std::string code;
    std::vector<DemoWard> wards; ///< those with most named streets first
    Person desk;
    std::vector<Person> officers;
};

/// Sets what the force decides, and imports areas and places that fit the network: real ones of
/// London from `shared`/areas and `shared`/places where they are there, else invented ones.
/// \pre a map has been imported
void set_up_demo_force(App& app, Person const& person, std::filesystem::path const& shared);

/// The units of the force that have wards, those with most wards first; without staff.
std::vector<DemoUnit> list_demo_units(App const& app);

} // namespace wt::app
