#include "app/times_of_day.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

TEST(TimesOfDay, LeaveNoGapBetweenThem)
{
    for (std::size_t i = 1; i < kTimesOfDay.size(); ++i) {
        EXPECT_EQ(hours_of(kTimesOfDay[i - 1].value).to, hours_of(kTimesOfDay[i].value).from);
    }
}

TEST(TimesOfDay, JoinWhereTheyTouchOnOneDay)
{
    auto const times = to_free_times(
        {{4, TimeOfDay::late_evening},
         {4, TimeOfDay::evening},
         {4, TimeOfDay::early_morning},
         {5, TimeOfDay::early_morning}});
    std::vector<FreeTime> const expected{{4, 5h, 8h}, {4, 17h, 24h}, {5, 5h, 8h}};
    EXPECT_EQ(times, expected);
}

TEST(TimesOfDay, ComeBackAsTheyWere)
{
    std::vector<WeekSlot> const slots{
        {0, TimeOfDay::daytime}, {0, TimeOfDay::evening}, {6, TimeOfDay::late_evening}};
    EXPECT_EQ(to_slots(to_free_times(slots)), slots);
}

TEST(TimesOfDay, ShowAPartOfASlotAsTheSlot)
{
    std::vector<WeekSlot> const expected{{2, TimeOfDay::evening}, {2, TimeOfDay::late_evening}};
    EXPECT_EQ(to_slots({{2, 18h, 22h}}), expected);
    EXPECT_TRUE(to_slots({}).empty());
}

} // namespace
} // namespace wt::app
