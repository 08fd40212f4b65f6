#include "scheme/disclosure.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

using namespace std::chrono_literals;

Instant const kSpoken{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}};

TEST(DisclosureClock, RunsForADayFromHerWords)
{
    auto const clock = [](auto passed) {
        return clock_of(DisclosureState::unread, kSpoken, kSpoken + passed);
    };
    EXPECT_EQ(clock(0h), DisclosureClock::running);
    EXPECT_EQ(clock(12h - 1ms), DisclosureClock::running);
    EXPECT_EQ(clock(12h), DisclosureClock::short_of_time);
    EXPECT_EQ(clock(24h - 1ms), DisclosureClock::short_of_time);
    EXPECT_EQ(clock(24h), DisclosureClock::late);
}

TEST(DisclosureClock, StopsOnlyOnceItIsRecorded)
{
    auto const late = kSpoken + 30h;
    EXPECT_EQ(clock_of(DisclosureState::read, kSpoken, late), DisclosureClock::late);
    EXPECT_EQ(clock_of(DisclosureState::recorded, kSpoken, late), DisclosureClock::stopped);
    EXPECT_EQ(clock_of(DisclosureState::closed, kSpoken, late), DisclosureClock::stopped);
}

TEST(HoursLeftOrLate, AreWholeHoursRoundedDown)
{
    EXPECT_EQ(hours_left_or_late(kSpoken, kSpoken + 1min), 23h);
    EXPECT_EQ(hours_left_or_late(kSpoken, kSpoken + 23h + 30min), 0h);
    EXPECT_EQ(hours_left_or_late(kSpoken, kSpoken + 26h + 59min), 2h);
}

TEST(IsCrimeReference, TakesNoAccountOfWhatHappened)
{
    EXPECT_TRUE(is_crime_reference("4601234/26"));
    EXPECT_TRUE(is_crime_reference("CR-2026 77"));
    EXPECT_FALSE(is_crime_reference(""));
    EXPECT_FALSE(is_crime_reference("12"));
    EXPECT_FALSE(is_crime_reference("He hit her at home"));
    EXPECT_FALSE(is_crime_reference("Her husband, 2 times"));
    EXPECT_FALSE(is_crime_reference(std::string(31, '7')));
}

} // namespace
} // namespace wt
