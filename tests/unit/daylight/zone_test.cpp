#include "base/refusal.hpp"
#include "daylight/zone.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace wt::daylight {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr Day day_on(std::chrono::year_month_day date)
{
    return Day{date};
}

constexpr Day kClocksForward = day_on(2026y / 3 / 29);
constexpr Day kClocksBack = day_on(2026y / 10 / 25);

TEST(Zone, ShowsAWinterEveningInLondon)
{
    auto const local = require_zone("Europe/London").local(sys_days{2026y / 12 / 4} + 18h + 30min);

    EXPECT_EQ(local.date, 2026y / 12 / 4);
    EXPECT_EQ(local.weekday, std::chrono::Friday);
    EXPECT_EQ(local.hour, 18);
    EXPECT_EQ(local.minute, 30);
    EXPECT_EQ(local.abbreviation, "GMT");
    EXPECT_EQ(local.hour_of_week(), 4 * 24 + 18);
    EXPECT_EQ(local.offset, 0min);
}

TEST(Zone, SummerTimeMovesTheDay)
{
    auto const local = require_zone("Europe/London").local(sys_days{2026y / 7 / 1} + 23h + 30min);

    EXPECT_EQ(local.day, day_on(2026y / 7 / 2));
    EXPECT_EQ(local.hour, 0);
    EXPECT_EQ(local.abbreviation, "BST");
    EXPECT_EQ(local.offset, 60min);
}

TEST(Zone, HalfPastOneHappensOnceWhenTheClocksGoBack)
{
    auto const london = require_zone("Europe/London");

    auto const instant = london.find_instant(kClocksBack, 90min);

    EXPECT_EQ(instant, Instant{sys_days{2026y / 10 / 25} + 30min});
    EXPECT_FALSE(london.local(*instant).is_repeated);
    EXPECT_TRUE(london.local(*instant + 1h).is_repeated);
    EXPECT_FALSE(london.local(*instant + 2h).is_repeated);
}

TEST(Zone, HalfPastOneDoesNotHappenWhenTheClocksGoForward)
{
    auto const london = require_zone("Europe/London");

    EXPECT_FALSE(london.find_instant(kClocksForward, 90min));
    EXPECT_EQ(
        london.instant_at_or_after(kClocksForward, 90min), Instant{sys_days{2026y / 3 / 29} + 1h});
}

TEST(Zone, TheDayOfAClockChangeHasTwentyThreeOrTwentyFiveHours)
{
    auto const london = require_zone("Europe/London");
    auto const length = [&](Day day) {
        return london.midnight(day + std::chrono::days{1}) - london.midnight(day);
    };
    EXPECT_EQ(length(kClocksForward), 23h);
    EXPECT_EQ(length(kClocksBack), 25h);
}

TEST(Zone, MidnightThatTheClocksSkipIsTheMomentOfTheSkip)
{
    // Beirut goes forward at 00:00: the day begins at 01:00 summer time, 22:00 UTC the day before.
    EXPECT_EQ(
        require_zone("Asia/Beirut").midnight(day_on(2022y / 3 / 27)),
        Instant{sys_days{2022y / 3 / 26} + 22h});
}

TEST(Zone, AnUnknownNameIsRefused)
{
    EXPECT_FALSE(find_zone("Europe/Atlantis"));
    EXPECT_FALSE(find_zone(""));
    EXPECT_THROW(require_zone("../../etc/passwd"), Refusal);
}

RC_GTEST_PROP(Zone, LocalTimeLeadsBackToItsInstant, ())
{
    auto const zone = require_zone(*rc::gen::element(
        "Europe/London", "Europe/Stockholm", "Asia/Kathmandu", "America/New_York"));
    Instant const instant =
        sys_days{2020y / 1 / 1} + std::chrono::minutes{*rc::gen::inRange(0, 20 * 365 * 24 * 60)};

    auto const local = zone.local(instant);
    auto const again = zone.find_instant(
        local.day, std::chrono::hours{local.hour} + std::chrono::minutes{local.minute});

    RC_ASSERT(again.has_value());
    RC_ASSERT((local.is_repeated ? *again + 1h : *again) == instant);
    RC_ASSERT(zone.day_of(instant) == local.day);
    RC_ASSERT(zone.midnight(local.day) <= instant);
}

} // namespace
} // namespace wt::daylight
