#pragma once

#include "daylight/windows.hpp"

#include <chrono>
#include <vector>

namespace wt::matching {

/// When a woman is free, by her local clock.
struct WeeklyTime
{
    std::chrono::weekday weekday{};
    std::chrono::minutes from{0}; ///< since midnight, 0..24 h
    std::chrono::minutes to{0};   ///< up to 48 h: 26 h is 02:00 of the next day
};

struct DatedTime
{
    Day day{};
    std::chrono::minutes from{0};
    std::chrono::minutes to{0};
};

/// What she told us about her time. Weekly and dated times add up.
struct Availability
{
    std::vector<WeeklyTime> weekly{};
    std::vector<DatedTime> dated{};
    bool in_the_light = false; ///< she chose daylight or busy hours too
};

/// When a walk may take place for her in those days: her free times within what is offered at her
/// place (`daylight::offered_windows`), or within all open hours if she chose the light. The
/// evening before the first day reaches into it.
std::vector<Interval> walk_windows(
    Availability const& availability,
    LatLon place,
    daylight::DayRange days,
    daylight::Zone const& zone,
    daylight::OfferRules const& rules,
    daylight::QuietProfile const& profile);

} // namespace wt::matching
