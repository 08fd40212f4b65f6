#include "matching/availability.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::matching {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr LatLon kLondon{51.5074, -0.1278};
constexpr Day kThursday{2026y / 12 / 3};

std::vector<Interval> windows(Availability const& availability, Day first, Day last)
{
    auto const zone = daylight::require_zone("Europe/London");
    return walk_windows(
        availability, kLondon, {first, last}, zone, {}, daylight::default_quiet_profile());
}

TEST(WalkWindows, AreHerTimesWithinTheDarkAndQuiet)
{
    Availability const thursdays{.weekly = {{std::chrono::Thursday, 15h, 22h}}};

    auto const found = windows(thursdays, kThursday, kThursday + std::chrono::days{7});

    // Quiet begins at 20:00 on a working day.
    EXPECT_EQ(
        found,
        (std::vector<Interval>{
            {sys_days{2026y / 12 / 3} + 20h, sys_days{2026y / 12 / 3} + 22h},
            {sys_days{2026y / 12 / 10} + 20h, sys_days{2026y / 12 / 10} + 22h}}));
}

TEST(WalkWindows, InTheLightAllHerTimeCounts)
{
    Availability const noon{.dated = {{kThursday, 11h, 13h}}, .in_the_light = true};

    EXPECT_EQ(
        windows(noon, kThursday, kThursday),
        (std::vector<Interval>{{sys_days{2026y / 12 / 3} + 11h, sys_days{2026y / 12 / 3} + 13h}}));
    EXPECT_TRUE(windows({.dated = noon.dated}, kThursday, kThursday).empty());
}

TEST(WalkWindows, AnEveningReachesIntoTheNextDay)
{
    Availability const late{.weekly = {{std::chrono::Wednesday, 23h, 26h}}};

    EXPECT_EQ(
        windows(late, kThursday, kThursday),
        (std::vector<Interval>{{sys_days{2026y / 12 / 3}, sys_days{2026y / 12 / 3} + 2h}}));
}

TEST(WalkWindows, WeeklyTimesKeepTheLocalClockOverAClockChange)
{
    Availability const sundays{.weekly = {{std::chrono::Sunday, 12h, 13h}}, .in_the_light = true};

    EXPECT_EQ(
        windows(sundays, Day{2026y / 10 / 18}, Day{2026y / 10 / 25}),
        (std::vector<Interval>{
            {sys_days{2026y / 10 / 18} + 11h, sys_days{2026y / 10 / 18} + 12h},
            {sys_days{2026y / 10 / 25} + 12h, sys_days{2026y / 10 / 25} + 13h}}));
}

} // namespace
} // namespace wt::matching
