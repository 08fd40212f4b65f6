#include "daylight/windows.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace wt::daylight {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr LatLon kLondon{51.5074, -0.1278};
constexpr LatLon kTromso{69.6492, 18.9553};

QuietProfile quiet_always()
{
    QuietProfile profile;
    profile.quietness.fill(1.0);
    return profile;
}

DayRange one_day(std::chrono::year_month_day date)
{
    return {Day{date}, Day{date}};
}

std::chrono::milliseconds length(std::vector<Interval> const& windows)
{
    return std::accumulate(windows.begin(), windows.end(), 0ms, [](auto sum, Interval w) {
        return sum + (w.to - w.from);
    });
}

TEST(OfferedWindows, AWinterDayIsDarkBeforeDawnAndAfterDusk)
{
    auto const zone = require_zone("Europe/London");
    auto const windows =
        offered_windows(kLondon, one_day(2026y / 12 / 4), zone, {}, quiet_always());
    auto const sun = sun_times(kLondon, 2026y / 12 / 4);

    ASSERT_EQ(windows.size(), 2U);
    EXPECT_EQ(windows[0].from, Instant{sys_days{2026y / 12 / 4}});
    EXPECT_LT(std::chrono::abs(windows[0].to - *sun.civil_dawn), 2s);
    EXPECT_LT(std::chrono::abs(windows[1].from - *sun.civil_dusk), 2s);
    EXPECT_EQ(windows[1].to, Instant{sys_days{2026y / 12 / 5}});
}

TEST(OfferedWindows, BusyHoursAreLeftOut)
{
    auto const zone = require_zone("Europe/London");
    auto const windows =
        offered_windows(kLondon, one_day(2026y / 12 / 4), zone, {}, default_quiet_profile());

    // Friday evening is busy to the end; the morning is quiet until seven.
    ASSERT_EQ(windows.size(), 1U);
    EXPECT_EQ(windows[0].to, Instant{sys_days{2026y / 12 / 4} + 7h});
}

TEST(OfferedWindows, TheRepeatedHourIsLeftOut)
{
    auto const zone = require_zone("Europe/London");
    auto const day = one_day(2026y / 10 / 25);
    Instant const second_pass = sys_days{2026y / 10 / 25} + 1h;

    for (auto const& window : offered_windows(kLondon, day, zone, {}, quiet_always())) {
        EXPECT_FALSE(overlap(window, {second_pass, second_pass + 1h}));
    }
    EXPECT_EQ(length(open_windows(day, zone, {})), 24h);
    EXPECT_EQ(length(open_windows(one_day(2026y / 3 / 29), zone, {})), 23h);
}

TEST(OfferedWindows, ClosedHoursMayReachOverMidnight)
{
    auto const zone = require_zone("Europe/London");
    OfferRules const rules{.closed_from = 23h, .closed_to = 5h};

    auto const windows = open_windows(one_day(2026y / 12 / 4), zone, rules);

    ASSERT_EQ(windows.size(), 1U);
    EXPECT_EQ(windows[0].from, Instant{sys_days{2026y / 12 / 4} + 5h});
    EXPECT_EQ(windows[0].to, Instant{sys_days{2026y / 12 / 4} + 23h});
}

TEST(OfferedWindows, TheMidnightSunOffersNothingAndThePolarNightAlmostAll)
{
    auto const zone = require_zone("Europe/Oslo");
    EXPECT_TRUE(
        offered_windows(kTromso, one_day(2026y / 6 / 21), zone, {}, quiet_always()).empty());
    EXPECT_GT(
        length(offered_windows(kTromso, one_day(2026y / 12 / 21), zone, {}, quiet_always())), 18h);
}

TEST(OfferAt, GivesTheReason)
{
    auto const zone = require_zone("Europe/London");
    OfferRules const rules{.closed_from = 2h, .closed_to = 3h};
    auto const at = [&](Instant instant) {
        return offer_at(kLondon, instant, zone, rules, default_quiet_profile());
    };
    EXPECT_EQ(at(sys_days{2026y / 12 / 4} + 12h), Offer::in_the_light);
    EXPECT_EQ(at(sys_days{2026y / 12 / 4} + 18h), Offer::busy);
    EXPECT_EQ(at(sys_days{2026y / 12 / 4} + 2h + 30min), Offer::closed);
    EXPECT_EQ(at(sys_days{2026y / 12 / 3} + 21h), Offer::offered);
    EXPECT_EQ(at(sys_days{2026y / 10 / 25} + 1h + 30min), Offer::repeated_hour);
}

TEST(DefaultQuietProfile, EveryEveningButFridayAndSaturdayHasAQuietHour)
{
    auto const& hours = default_quiet_profile().quietness;
    for (std::size_t day = 0; day < 7; ++day) {
        bool const is_weekend_night = day == 4 || day == 5;
        EXPECT_EQ(hours[day * 24 + 21] >= OfferRules{}.quiet_at_least, !is_weekend_night) << day;
        EXPECT_LT(hours[day * 24 + 14], 0.5);
        EXPECT_GT(hours[day * 24 + 4], 0.5);
    }
}

RC_GTEST_PROP(OfferedWindows, AgreeWithOfferAtEverywhere, ())
{
    auto const zone = require_zone(*rc::gen::element("Europe/London", "Asia/Kathmandu"));
    LatLon const place{
        *rc::gen::inRange(-70, 70) + 0.1, zone.name() == "Europe/London" ? 0.0 : 85.0};
    Day const first = Day{2026y / 1 / 1} + std::chrono::days{*rc::gen::inRange(0, 365)};
    DayRange const days{first, first + std::chrono::days{2}};
    OfferRules const rules{
        .closed_from = 1h, .closed_to = std::chrono::hours{*rc::gen::inRange(0, 4)}};

    auto const windows = offered_windows(place, days, zone, rules, default_quiet_profile());

    for (Instant at = zone.midnight(first); at < zone.midnight(first + std::chrono::days{3});
         at += 7min) {
        bool const inside = std::any_of(
            windows.begin(), windows.end(), [&](Interval w) { return contains(w, at); });
        bool const near_the_edge = std::abs(solar_elevation(place, at) - rules.dark_below) < 0.2;
        bool const offered =
            offer_at(place, at, zone, rules, default_quiet_profile()) == Offer::offered;
        RC_ASSERT(near_the_edge || inside == offered);
    }
}

RC_GTEST_PROP(ExplainedWindows, CoverAllAndOfferWhatIsOffered, ())
{
    auto const zone = require_zone(*rc::gen::element("Europe/London", "Asia/Kathmandu"));
    LatLon const place{*rc::gen::inRange(-70, 70) + 0.1, 0.0};
    Day const first = Day{2026y / 1 / 1} + std::chrono::days{*rc::gen::inRange(0, 365)};
    DayRange const days{first, first + std::chrono::days{2}};
    OfferRules const rules{.closed_from = 23h, .closed_to = 1h};

    auto const all = explained_windows(place, days, zone, rules, default_quiet_profile());

    std::vector<Interval> offered;
    Instant end = zone.midnight(first);
    for (auto const& [when, offer] : all) {
        RC_ASSERT(when.from == end && when.from < when.to);
        end = when.to;
        if (offer == Offer::offered) {
            offered.push_back(when);
        }
    }
    RC_ASSERT(end == zone.midnight(first + std::chrono::days{3}));
    RC_ASSERT(offered == offered_windows(place, days, zone, rules, default_quiet_profile()));
}

TEST(ProfileOf, IsTheMeanOfWhatWasCounted)
{
    WeekCounts week{};
    week[0] = {.people = 200, .traffic = 0};
    week[1] = {.people = 100, .traffic = 50};
    EXPECT_DOUBLE_EQ(profile_of(week).quietness[0], 0.5);
    EXPECT_DOUBLE_EQ(profile_of(week).quietness[1], 0.25);
    EXPECT_DOUBLE_EQ(profile_of(week).quietness[2], 1.0);
    week[1].traffic = 0;
    EXPECT_DOUBLE_EQ(profile_of(week).quietness[0], 0.0);
    EXPECT_DOUBLE_EQ(profile_of(week).quietness[1], 0.5);
}

RC_GTEST_PROP(Quality, IsAShareAndGrowsIntoTheNight, ())
{
    auto const zone = require_zone("Europe/London");
    Instant const dusk = *sun_times(kLondon, 2026y / 11 / *rc::gen::inRange(1, 31)).civil_dusk;
    auto const later = dusk + std::chrono::minutes{*rc::gen::inRange(0, 240)};

    double const before = quality(kLondon, dusk, zone, quiet_always());
    double const after = quality(kLondon, later, zone, quiet_always());

    RC_ASSERT(before >= 0.5 && after <= 1.0 && after >= before);
}

} // namespace
} // namespace wt::daylight
