#pragma once

#include "app/private_data.hpp"
#include "base/named.hpp"

#include <array>
#include <vector>

namespace wt::app {

/// A part of the day as a woman picks it: "Friday, in the evening".
enum class TimeOfDay
{
    early_morning,
    daytime,
    evening,
    late_evening,
};

inline constexpr std::array<Named<TimeOfDay>, 4> kTimesOfDay{{
    {TimeOfDay::early_morning, "early"},
    {TimeOfDay::daytime, "day"},
    {TimeOfDay::evening, "evening"},
    {TimeOfDay::late_evening, "late"},
}};

/// From when until when it lasts, by the clock; one begins where the one before it ends.
struct HoursOfDay
{
    int from = 0;
    int to = 0;
};
constexpr HoursOfDay hours_of(TimeOfDay time)
{
    switch (time) {
    case TimeOfDay::early_morning:
        return {5, 8};
    case TimeOfDay::daytime:
        return {8, 17};
    case TimeOfDay::evening:
        return {17, 21};
    case TimeOfDay::late_evening:
        return {21, 24};
    }
    return {};
}

/// One box of the week.
struct WeekSlot
{
    int weekday = 0; ///< 0 Monday .. 6 Sunday
    TimeOfDay time = TimeOfDay::evening;

    friend auto operator<=>(WeekSlot const&, WeekSlot const&) = default;
};

/// The slots as spans; those of a day that touch are one, so that a walk may lie across both.
std::vector<FreeTime> to_free_times(std::vector<WeekSlot> slots);

/// The slots that share a moment with `times`, Monday morning first.
std::vector<WeekSlot> to_slots(std::vector<FreeTime> const& times);

} // namespace wt::app
