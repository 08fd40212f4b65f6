#include "base/rate_limit.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

using namespace std::chrono_literals;

TEST(RateLimit, LetsAKeyActUntilItsWindowIsUsedUp)
{
    RateLimit limit{2, 10min};
    Instant const now{};
    EXPECT_FALSE(limit.is_used_up("a", now));
    EXPECT_TRUE(limit.allow("a", now));
    EXPECT_TRUE(limit.allow("a", now + 1min));
    EXPECT_TRUE(limit.is_used_up("a", now + 2min));
    EXPECT_FALSE(limit.allow("a", now + 2min));
    EXPECT_TRUE(limit.allow("b", now + 2min)) << "another key";
    EXPECT_FALSE(limit.is_used_up("a", now + 10min));
    EXPECT_TRUE(limit.allow("a", now + 10min));
}

TEST(RateLimit, LookingCountsNothing)
{
    RateLimit limit{1, 1min};
    for (int i = 0; i < 3; ++i) {
        EXPECT_FALSE(limit.is_used_up("a", Instant{}));
    }
    EXPECT_TRUE(limit.allow("a", Instant{}));
}

} // namespace
} // namespace wt
