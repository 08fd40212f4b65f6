#pragma once

#include "app/app.hpp"
#include "daylight/quiet.hpp"
#include "scheme/role.hpp"

#include <optional>

/// Which hours of the week are quiet here: what the force counted, or what the program assumes.
namespace wt::app {

/// By which walks are planned.
daylight::QuietProfile quiet_profile(store::Reading& reading);
daylight::QuietProfile quiet_profile(App& app);

/// Plans by these counts from now on; without any, by what the program assumes.
/// \throws Refusal: forbidden; invalid_input if nothing was counted in any hour
void set_quiet_hours(
    App& app, Person const& person, std::optional<daylight::WeekCounts> const& week);

} // namespace wt::app
