#include "scheme/month.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(Month, IsReadAndWritten)
{
    EXPECT_EQ(find_month("1970-01"), 0);
    EXPECT_EQ(find_month("2026-11"), (2026 - 1970) * 12 + 10);
    EXPECT_EQ(month_text(find_month("2026-11").value()), "2026-11");
    for (auto const* const text :
         {"", "2026", "2026-13", "2026-1", "2026-11-01", "1969-12", "next"}) {
        EXPECT_EQ(find_month(text), std::nullopt) << text;
    }
}

TEST(Month, HoldsItsDays)
{
    auto const month = find_month("2028-02").value();
    EXPECT_EQ(month_of_day(first_day_of(month)), month);
    EXPECT_EQ(month_of_day(first_day_of(month) + std::chrono::days{28}), month);
    EXPECT_EQ(month_of_day(first_day_of(month) + std::chrono::days{29}), month + 1);
}

} // namespace
} // namespace wt
