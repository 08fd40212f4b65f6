#include "app/ordered_id.hpp"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}};

TEST(OrderedId, GrowsWithTheClockAndWithoutIt)
{
    auto const first = ordered_id(kNow);
    auto const second = ordered_id(kNow);
    auto const later = ordered_id(kNow + 1ms);
    EXPECT_GT(first, 0);
    EXPECT_GT(second, first);
    EXPECT_GT(later, second);
    EXPECT_GT(ordered_id(kNow - 1h), later) << "a clock that was set back";
}

TEST(OrderedId, IsUniqueAmongThreads)
{
    std::vector<std::vector<std::int64_t>> made(4);
    std::vector<std::thread> threads;
    for (auto& ids : made) {
        threads.emplace_back([&ids] {
            for (int i = 0; i < 1000; ++i) {
                ids.push_back(ordered_id(kNow));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::set<std::int64_t> all;
    for (auto const& ids : made) {
        all.insert(ids.begin(), ids.end());
    }
    EXPECT_EQ(all.size(), 4000U);
}

} // namespace
} // namespace wt::app
