#pragma once

#include "app/demo_force.hpp"

namespace wt::app {

/// How many units have officers of their own in the demonstration.
inline constexpr std::size_t kStaffedUnits = 2;

/// Adds an administrator, oversight, safeguarding, a desk for every unit, and five women officers
/// for each of the first `kStaffedUnits`, with shifts on the `days` days from `first` on that cover
/// the evenings; some work by day. Fills `desk` and `officers` of the units.
void add_demo_staff(
    App& app, Person const& person, std::vector<DemoUnit>& units, Day first, int days);

} // namespace wt::app
