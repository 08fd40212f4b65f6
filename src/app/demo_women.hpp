#pragma once

#include "app/ask_for_walk.hpp"
#include "app/demo_force.hpp"

#include <string>
#include <vector>

namespace wt::app {

/// How she answers the walks that are proposed to her.
enum class DemoTemper
{
    accepts,
    declines_first, ///< the first of them; accepts the second
    leaves_open,    ///< has not answered yet
};

/// A woman of the demonstration.
struct DemoWoman
{
    WalkWish wish;
    DemoWard const* ward = nullptr; ///< of her first place
    int asks_on = 0;                ///< days from today, <= 0
    DemoTemper temper = DemoTemper::accepts;
    AskedWalk asked; ///< once she has asked
};

/// Invents the women: their names, where and when they would like to walk, and the day on which
/// they ask, from `first_day` (days from today, < 0) to today. Most ask in the first two wards of
/// each staffed unit. The same units give the same women.
/// \pre some ward of the first unit has a named street
std::vector<DemoWoman> invent_women(std::vector<DemoUnit> const& units, int first_day);

} // namespace wt::app
