#include "web/pages/moments.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

class Moments : public testing::Test
{
protected:
    Texts const t{{.code = "en", .name = "English"}, ""};
    daylight::Zone const london = daylight::require_zone("Europe/London");
};

TEST_F(Moments, SaysTimesByTheClockOfTheForce)
{
    Instant const winter = sys_days{year{2026} / 12 / 4} + 18h + 30min;
    EXPECT_EQ(
        span_in_words(t, london, {winter, winter + 1h}), "Friday 4 December, 6:30pm to 7:30pm");
    EXPECT_EQ(clock_in_words(london, winter), "GMT");
    Instant const summer = sys_days{year{2026} / 7 / 1} + 19h;
    EXPECT_EQ(moment_in_words(t, london, summer), "Wednesday 1 July, 8pm");
    EXPECT_EQ(clock_in_words(london, summer), "BST");
}

TEST_F(Moments, SaysMiddayAndMidnight)
{
    EXPECT_EQ(time_in_words(t, 0, 0), "midnight");
    EXPECT_EQ(time_in_words(t, 24, 0), "midnight");
    EXPECT_EQ(time_in_words(t, 12, 0), "midday");
    EXPECT_EQ(time_in_words(t, 0, 5), "12:05am");
    EXPECT_EQ(time_in_words(t, 12, 5), "12:05pm");
}

TEST_F(Moments, SaysADateWithItsYear)
{
    EXPECT_EQ(date_in_words(t, Day{std::chrono::days{0}}), "1 January 1970");
}

} // namespace
} // namespace wt::web
