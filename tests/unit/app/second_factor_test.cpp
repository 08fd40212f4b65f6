#include "app/second_factor.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

/// RFC 6238, appendix B: the last six of its eight digits.
TEST(SecondFactorCode, AgreesWithTheStandard)
{
    constexpr std::string_view kSecret = "12345678901234567890";
    EXPECT_EQ(second_factor_code(kSecret, 59 / 30), "287082");
    EXPECT_EQ(second_factor_code(kSecret, 1'111'111'109 / 30), "081804");
    EXPECT_EQ(second_factor_code(kSecret, 20'000'000'000 / 30), "353130");
}

TEST(FindSecondFactorStep, AllowsOneStepEitherWay)
{
    constexpr std::string_view kSecret = "12345678901234567890";
    Instant const now{1'000'000s};
    std::int64_t const step = 1'000'000 / 30;

    for (auto const difference : {-1, 0, 1}) {
        auto const code = second_factor_code(kSecret, step + difference);
        EXPECT_EQ(find_second_factor_step(kSecret, code, now), step + difference);
    }
    EXPECT_FALSE(find_second_factor_step(kSecret, second_factor_code(kSecret, step + 2), now));
    EXPECT_FALSE(find_second_factor_step(kSecret, second_factor_code(kSecret, step - 2), now));
}

TEST(FindSecondFactorStep, ReadsTheCodeAsPeopleTypeIt)
{
    constexpr std::string_view kSecret = "12345678901234567890";
    EXPECT_EQ(find_second_factor_step(kSecret, " 287 082 ", Instant{59s}), 1);
    EXPECT_FALSE(find_second_factor_step(kSecret, "", Instant{59s}));
}

TEST(ReadableSecret, IsBase32InGroups)
{
    EXPECT_EQ(readable_secret("12345678901234567890"), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}

} // namespace
} // namespace wt::app
