#include "app/times_of_day.hpp"

#include <algorithm>

namespace wt::app {

std::vector<FreeTime> to_free_times(std::vector<WeekSlot> slots)
{
    std::ranges::sort(slots);
    std::vector<FreeTime> times;
    for (auto const& slot : slots) {
        auto const hours = hours_of(slot.time);
        FreeTime const time{
            slot.weekday, std::chrono::hours{hours.from}, std::chrono::hours{hours.to}};
        if (!times.empty() && times.back().weekday == time.weekday &&
            times.back().to >= time.from) {
            times.back().to = std::max(times.back().to, time.to);
        } else {
            times.push_back(time);
        }
    }
    return times;
}

std::vector<WeekSlot> to_slots(std::vector<FreeTime> const& times)
{
    std::vector<WeekSlot> slots;
    for (int weekday = 0; weekday < 7; ++weekday) {
        for (auto const& time : kTimesOfDay) {
            auto const hours = hours_of(time.value);
            bool const is_free = std::ranges::any_of(times, [&](FreeTime const& free) {
                return free.weekday == weekday && free.from < std::chrono::hours{hours.to} &&
                       free.to > std::chrono::hours{hours.from};
            });
            if (is_free) {
                slots.push_back({weekday, time.value});
            }
        }
    }
    return slots;
}

} // namespace wt::app
