#include "scheme/working_days.hpp"

#include <algorithm>
#include <array>

namespace wt {

namespace {

using namespace std::chrono;

constexpr Day day_of(int y, unsigned m, unsigned d)
{
    return Day{local_days{year{y} / month{m} / day{d}}};
}

constexpr std::array kHolidays{
    day_of(2025, 1, 1),   day_of(2025, 4, 18),  day_of(2025, 4, 21),
    day_of(2025, 5, 5),   day_of(2025, 5, 26),  day_of(2025, 8, 25),
    day_of(2025, 12, 25), day_of(2025, 12, 26), day_of(2026, 1, 1),
    day_of(2026, 4, 3),   day_of(2026, 4, 6),   day_of(2026, 5, 4),
    day_of(2026, 5, 25),  day_of(2026, 8, 31),  day_of(2026, 12, 25),
    day_of(2026, 12, 28), // Boxing Day falls on a Saturday
    day_of(2027, 1, 1),   day_of(2027, 3, 26),  day_of(2027, 3, 29),
    day_of(2027, 5, 3),   day_of(2027, 5, 31),  day_of(2027, 8, 30),
    day_of(2027, 12, 27), // Christmas Day falls on a Saturday
    day_of(2027, 12, 28), // Boxing Day on the Sunday after it
    day_of(2028, 1, 3),   // New Year's Day falls on a Saturday
    day_of(2028, 4, 14),  day_of(2028, 4, 17),  day_of(2028, 5, 1),
    day_of(2028, 5, 29),  day_of(2028, 8, 28),  day_of(2028, 12, 25),
    day_of(2028, 12, 26),
};
static_assert(std::ranges::is_sorted(kHolidays));

/// 1 Monday .. 7 Sunday.
int iso_weekday(Day day)
{
    return static_cast<int>(weekday{day}.iso_encoding());
}

/// Mondays to Fridays since Monday 5 January 1970, up to and with `day`.
int weekdays_until(Day day)
{
    constexpr Day kMonday{days{4}};
    auto const since = static_cast<int>((day - kMonday).count());
    auto const into_week = iso_weekday(day);
    auto const whole_weeks = (since - (into_week - 1)) / 7;
    return whole_weeks * 5 + std::min(into_week, 5);
}

} // namespace

std::span<Day const> england_bank_holidays()
{
    return kHolidays;
}

int working_days_between(Day from, Day to, std::span<Day const> holidays)
{
    if (to <= from) {
        return 0;
    }
    auto const first = std::ranges::upper_bound(holidays, from);
    auto const last = std::ranges::upper_bound(holidays, to);
    auto const free =
        std::count_if(first, last, [](Day holiday) { return iso_weekday(holiday) <= 5; });
    return weekdays_until(to) - weekdays_until(from) - static_cast<int>(free);
}

} // namespace wt
