#include "daylight/sun.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <charconv>
#include <string_view>

namespace wt::daylight {
namespace {

using namespace std::chrono_literals;
using std::chrono::year_month_day;

constexpr LatLon kLondon{51.5074, -0.1278};
constexpr LatLon kLerwick{60.1530, -1.1493};
constexpr LatLon kTruro{50.2632, -5.0510};

/// Sunrise, sunset, then dawn and dusk: civil, nautical, astronomical; UTC, "" where there is none.
struct AlmanacRow
{
    LatLon place;
    year_month_day date;
    std::array<std::string_view, 8> times;
};

/// Computed with XEphem's libastro 3.7.7 (VSOP87) without refraction, horizon at -50', -6, -12 and
/// -18 degrees.
constexpr std::array kAlmanac = std::to_array<AlmanacRow>({
    {kLondon,
     2026y / 1 / 15,
     {"07:59:27",
      "16:20:46",
      "07:20:57",
      "16:59:16",
      "06:39:07",
      "17:41:08",
      "05:59:08",
      "18:21:08"}},
    {kLondon,
     2026y / 3 / 20,
     {"06:03:24",
      "18:13:29",
      "05:30:08",
      "18:46:51",
      "04:50:51",
      "19:26:18",
      "04:10:00",
      "20:07:24"}},
    {kLondon,
     2026y / 6 / 21,
     {"03:43:05", "20:21:33", "02:55:19", "21:09:19", "01:40:40", "22:23:58", "", ""}},
    {kLondon,
     2026y / 8 / 5,
     {"04:30:13",
      "19:41:47",
      "03:50:30",
      "20:21:16",
      "02:57:53",
      "21:13:22",
      "01:48:03",
      "22:21:43"}},
    {kLondon,
     2026y / 10 / 25,
     {"06:41:38",
      "16:46:45",
      "06:07:09",
      "17:21:11",
      "05:28:08",
      "18:00:09",
      "04:49:30",
      "18:38:41"}},
    {kLondon,
     2026y / 12 / 21,
     {"08:03:45",
      "15:53:23",
      "07:23:24",
      "16:33:44",
      "06:40:12",
      "17:16:56",
      "05:59:22",
      "17:57:45"}},
    {kLerwick,
     2026y / 1 / 15,
     {"08:53:24",
      "15:35:06",
      "08:00:14",
      "16:28:18",
      "07:05:55",
      "17:22:39",
      "06:15:36",
      "18:13:01"}},
    {kLerwick,
     2026y / 3 / 20,
     {"06:06:25",
      "18:19:02",
      "05:24:44",
      "19:00:55",
      "04:34:39",
      "19:51:20",
      "03:40:14",
      "20:46:18"}},
    {kLerwick, 2026y / 6 / 21, {"02:38:35", "21:34:13", "00:46:54", "23:25:52", "", "", "", ""}},
    {kLerwick,
     2026y / 8 / 5,
     {"03:53:44", "20:25:46", "02:55:37", "21:23:07", "01:07:04", "23:06:21", "", ""}},
    {kLerwick,
     2026y / 10 / 25,
     {"07:09:21",
      "16:26:57",
      "06:25:24",
      "17:10:49",
      "05:36:28",
      "17:59:38",
      "04:48:05",
      "18:47:51"}},
    {kLerwick,
     2026y / 12 / 21,
     {"09:08:03",
      "14:57:15",
      "08:09:42",
      "15:55:36",
      "07:12:27",
      "16:52:51",
      "06:20:37",
      "17:44:41"}},
    {kTruro,
     2026y / 1 / 15,
     {"08:13:54",
      "16:45:42",
      "07:36:43",
      "17:22:53",
      "06:56:07",
      "18:03:31",
      "06:17:12",
      "18:42:26"}},
    {kTruro,
     2026y / 3 / 20,
     {"06:23:10",
      "18:33:03",
      "05:50:48",
      "19:05:31",
      "05:12:37",
      "19:43:51",
      "04:33:02",
      "20:23:39"}},
    {kTruro,
     2026y / 6 / 21,
     {"04:09:30", "20:34:31", "03:24:20", "21:19:41", "02:17:19", "22:26:42", "", ""}},
    {kTruro,
     2026y / 8 / 5,
     {"04:54:15",
      "19:57:12",
      "04:16:03",
      "20:35:11",
      "03:26:10",
      "21:24:38",
      "02:23:00",
      "22:26:43"}},
    {kTruro,
     2026y / 10 / 25,
     {"06:58:44",
      "17:09:04",
      "06:25:13",
      "17:42:32",
      "05:47:13",
      "18:20:28",
      "05:09:36",
      "18:58:00"}},
    {kTruro,
     2026y / 12 / 21,
     {"08:17:19",
      "16:19:12",
      "07:38:29",
      "16:58:02",
      "06:56:37",
      "17:39:54",
      "06:16:55",
      "18:19:37"}},
});

Instant at(year_month_day date, std::string_view clock)
{
    auto const number = [&](std::size_t from) {
        int value = 0;
        std::from_chars(clock.data() + from, clock.data() + from + 2, value);
        return value;
    };
    return std::chrono::sys_days{date} + std::chrono::hours{number(0)} +
           std::chrono::minutes{number(3)} + std::chrono::seconds{number(6)};
}

std::array<std::optional<Instant>, 8> in_almanac_order(SunTimes const& sun)
{
    return {
        sun.sunrise,
        sun.sunset,
        sun.civil_dawn,
        sun.civil_dusk,
        sun.nautical_dawn,
        sun.nautical_dusk,
        sun.astronomical_dawn,
        sun.astronomical_dusk};
}

TEST(SunTimes, AgreeWithTheAlmanacWithinAMinute)
{
    for (auto const& row : kAlmanac) {
        auto const ours = in_almanac_order(sun_times(row.place, row.date));
        for (std::size_t i = 0; i < ours.size(); ++i) {
            ASSERT_EQ(ours[i].has_value(), !row.times[i].empty()) << row.place.lat << " " << i;
            if (ours[i]) {
                EXPECT_LT(std::chrono::abs(*ours[i] - at(row.date, row.times[i])), 20s)
                    << row.place.lat << " event " << i << " month " << unsigned{row.date.month()};
            }
        }
    }
}

// Nights of Lerwick in which the sun sinks just below 12 or 18 degrees, so that a thousandth of a
// degree is several seconds; by the same almanac, over a year the worst.
TEST(SunTimes, AgreeWithinAMinuteWhereTheSunsPathIsAlmostLevel)
{
    auto const near = [](std::optional<Instant> moment, Instant expected) {
        return moment && std::chrono::abs(*moment - expected) < 60s;
    };
    auto const of = [](year_month_day date) { return sun_times(kLerwick, date); };

    EXPECT_TRUE(near(of(2026y / 5 / 10).nautical_dusk, at(2026y / 5 / 10, "23:51:43")));
    EXPECT_TRUE(near(of(2026y / 5 / 11).nautical_dawn, at(2026y / 5 / 11, "00:09:32")));
    EXPECT_TRUE(near(of(2026y / 8 / 21).astronomical_dusk, at(2026y / 8 / 22, "00:01:57")));
    EXPECT_TRUE(near(of(2026y / 8 / 22).astronomical_dawn, at(2026y / 8 / 22, "00:14:09")));
}

// The worked example of I. Reda, A. Andreas, NREL/TP-560-34302 (2008): zenith 50.111 degrees with
// refraction of 0.017, sunrise at 06:12:43, seven hours behind UTC.
TEST(SunTimes, AgreeWithThePublishedExampleOfNrel)
{
    constexpr LatLon kGolden{39.742476, -105.1786};
    constexpr auto kDate = 2003y / 10 / 17;

    EXPECT_NEAR(solar_elevation(kGolden, at(kDate, "19:30:30")), 39.872, 0.01);
    EXPECT_LT(std::chrono::abs(*sun_times(kGolden, kDate).sunrise - at(kDate, "13:12:43")), 20s);
}

TEST(SunTimes, MidnightSunAndPolarNightHaveNoSunrise)
{
    constexpr LatLon kTromso{69.6492, 18.9553};
    auto const summer = sun_times(kTromso, 2026y / 6 / 21);
    auto const winter = sun_times(kTromso, 2026y / 12 / 21);

    EXPECT_FALSE(summer.sunrise || summer.sunset || summer.civil_dusk);
    EXPECT_FALSE(winter.sunrise || winter.sunset);
    EXPECT_TRUE(winter.civil_dawn && winter.civil_dusk);
    EXPECT_GT(solar_elevation(kTromso, at(2026y / 6 / 21, "23:00:00")), 0);
}

TEST(SunTimes, AtThePolesTheSunNeitherRisesNorSets)
{
    for (double const pole : {-90.0, 90.0}) {
        auto const sun = sun_times({pole, 0}, 2026y / 12 / 21);
        EXPECT_FALSE(sun.sunrise || sun.sunset);
    }
}

RC_GTEST_PROP(SunTimes, StandInTheirOrderAndAtTheirHeights, ())
{
    LatLon const place{*rc::gen::inRange(-66, 67) + 0.5, *rc::gen::inRange(-180, 180) + 0.25};
    auto const day =
        std::chrono::sys_days{2020y / 1 / 1} + std::chrono::days{*rc::gen::inRange(0, 10'000)};
    auto const sun = sun_times(place, day);

    auto previous = sun.noon - 13h;
    for (auto const& moment :
         {sun.astronomical_dawn,
          sun.nautical_dawn,
          sun.civil_dawn,
          sun.sunrise,
          std::optional{sun.noon},
          sun.sunset,
          sun.civil_dusk,
          sun.nautical_dusk,
          sun.astronomical_dusk}) {
        if (moment) {
            RC_ASSERT(previous < *moment);
            previous = *moment;
        }
    }
    RC_ASSERT(std::chrono::abs(sun.noon - (Instant{day} + 12h)) <= 12h + 20min);
    if (sun.civil_dusk) {
        RC_ASSERT(std::abs(solar_elevation(place, *sun.civil_dusk) - kCivilElevation) < 1e-3);
        RC_ASSERT(is_dark(place, *sun.civil_dusk + 1s));
        RC_ASSERT(!is_dark(place, *sun.civil_dusk - 1s));
    }
}

} // namespace
} // namespace wt::daylight
