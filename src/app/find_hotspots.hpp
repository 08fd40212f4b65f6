#pragma once

#include "app/app.hpp"
#include "base/time.hpp"
#include "scheme/role.hpp"

#include <optional>

namespace wt::app {

/// What a weekly search brought.
struct HotspotSearch
{
    Day monday;
    int found = 0;    ///< hotspots in all
    int proposed = 0; ///< of these for the first time
};

/// Searches for hotspots by what was said in the year before this Monday, gives each the identity
/// of the known one that it is, and moves on the life of all. Once a week, by whichever machine is
/// first; safe to repeat.
/// \returns nothing if this week's was made already, or there is no map or nobody said anything yet
/// \throws Refusal (forbidden)
std::optional<HotspotSearch> find_hotspots(App& app, Person const& person);

} // namespace wt::app
