#include "scheme/working_days.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace wt {
namespace {

using namespace std::chrono;

Day day(int y, unsigned m, unsigned d)
{
    return Day{local_days{year{y} / month{m} / std::chrono::day{d}}};
}

/// Easter Sunday (Meeus, Jones and Butcher's rule for the Gregorian calendar).
Day easter(int y)
{
    int const a = y % 19;
    int const b = y / 100;
    int const c = y % 100;
    int const h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int const l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int const m = (a + 11 * h + 22 * l) / 451;
    int const n = h + l - 7 * m + 114;
    return day(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

Day first_weekday_from(Day start, std::vector<Day> const& taken)
{
    while (weekday{start} == Saturday || weekday{start} == Sunday ||
           std::ranges::count(taken, start) != 0) {
        start += days{1};
    }
    return start;
}

std::vector<Day> holidays_by_rule(int y)
{
    std::vector<Day> list{
        first_weekday_from(day(y, 1, 1), {}),
        easter(y) - days{2},
        easter(y) + days{1},
        Day{local_days{year{y} / May / Monday[1]}},
        Day{local_days{year{y} / May / Monday[last]}},
        Day{local_days{year{y} / August / Monday[last]}}};
    list.push_back(first_weekday_from(day(y, 12, 25), list));
    list.push_back(first_weekday_from(day(y, 12, 26), list));
    return list;
}

TEST(BankHolidays, AreThoseOfTheActInEveryYearOfTheList)
{
    std::vector<Day> expected;
    for (int y = 2025; y <= 2028; ++y) {
        auto const list = holidays_by_rule(y);
        expected.insert(expected.end(), list.begin(), list.end());
    }
    std::ranges::sort(expected);
    EXPECT_TRUE(std::ranges::equal(england_bank_holidays(), expected));
}

TEST(WorkingDays, FromFridayToMondayIsOne)
{
    EXPECT_EQ(working_days_between(day(2026, 11, 20), day(2026, 11, 23), {}), 1);
}

TEST(WorkingDays, AWeekendAddsNothing)
{
    EXPECT_EQ(working_days_between(day(2026, 11, 20), day(2026, 11, 22), {}), 0);
    EXPECT_EQ(working_days_between(day(2026, 11, 21), day(2026, 11, 23), {}), 1);
}

TEST(WorkingDays, ChristmasAndNewYearDoNotCount)
{
    // 24, 29, 30, 31 December and 4 January remain.
    EXPECT_EQ(working_days_between(day(2026, 12, 23), day(2027, 1, 4), england_bank_holidays()), 5);
}

TEST(WorkingDays, BackwardsIsZero)
{
    EXPECT_EQ(working_days_between(day(2026, 11, 23), day(2026, 11, 20), {}), 0);
}

TEST(WorkingDays, AgreeWithCountingDayByDay)
{
    auto const holidays = england_bank_holidays();
    for (Day from = day(2026, 3, 20); from < day(2027, 1, 20); from += days{3}) {
        int expected = 0;
        for (Day to = from; to < from + days{60};) {
            ASSERT_EQ(working_days_between(from, to, holidays), expected);
            to += days{1};
            bool const is_free = weekday{to} == Saturday || weekday{to} == Sunday ||
                                 std::ranges::binary_search(holidays, to);
            expected += is_free ? 0 : 1;
        }
    }
}

TEST(WorkingDays, AHolidayOnAWeekendIsNotTakenOffTwice)
{
    std::vector<Day> const saturday{day(2026, 11, 21)};
    EXPECT_EQ(working_days_between(day(2026, 11, 20), day(2026, 11, 23), saturday), 1);
}

} // namespace
} // namespace wt
