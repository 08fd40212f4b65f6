#include "base/calendar.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

using namespace std::chrono_literals;

TEST(FindDay, ReadsIsoDatesThatExist)
{
    EXPECT_EQ(find_day("2026-12-02"), Day{std::chrono::year{2026} / 12 / 2});
    EXPECT_EQ(iso_text(find_day("2028-02-29").value()), "2028-02-29");
    for (auto const* const text :
         {"", "2026-02-29", "2026-13-01", "02/12/2026", "2026-2-3", "2026-12-02x", "-026-12-02"}) {
        EXPECT_FALSE(find_day(text)) << text;
    }
}

TEST(IsoText, WritesMomentsInUtcWithoutFractions)
{
    EXPECT_EQ(iso_text(from_milliseconds(1'797'534'000'999)), "2026-12-17T19:00:00Z");
}

TEST(FindTimeOfDay, ReadsHoursAndMinutes)
{
    EXPECT_EQ(find_time_of_day("18:30"), 18h + 30min);
    EXPECT_EQ(find_time_of_day("8:05"), 8h + 5min);
    EXPECT_EQ(find_time_of_day("24:00"), 24h);
    for (auto const* const text : {"", "18", "25:00", "24:01", "12:60", "12:5", "-1:00", "1:+5"}) {
        EXPECT_FALSE(find_time_of_day(text)) << text;
    }
}

} // namespace
} // namespace wt
