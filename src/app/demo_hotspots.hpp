#pragma once

#include "app/app.hpp"
#include "app/demo_force.hpp"

#include <vector>

namespace wt::app {

/// What women said before the days that the demonstration lives through, on walks whose passes are
/// counted: many around one crossing of the first unit and around one of the last, each far more
/// than elsewhere. Whether that makes hotspots the weekly search decides.
/// \pre a map has been imported, the wards have streets
void add_demo_hotspots(App& app, std::vector<DemoUnit> const& units);

/// The desk confirms one proposal of its unit, has somebody go there every few days, and notes it.
void tend_demo_hotspots(App& app, Person const& desk);

/// The desk proposes to oversight that patrols at the place it has confirmed be compared with
/// another place.
void propose_demo_evaluation(App& app, Person const& desk);

} // namespace wt::app
