#include "web/remembered.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace wt::web {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}};

TEST(Remembered, MakesADocumentOnceInTenSeconds)
{
    Remembered remembered;
    int made = 0;
    auto const make = [&] { return std::to_string(++made); };
    EXPECT_EQ(*remembered.get("map", kNow, make), "1");
    EXPECT_EQ(*remembered.get("map", kNow + 9s, make), "1");
    EXPECT_EQ(*remembered.get("feed", kNow + 9s, make), "2");
    EXPECT_EQ(*remembered.get("map", kNow + 10s, make), "3");
    EXPECT_EQ(*remembered.get("map", kNow - 1s, make), "4"); // a clock that was put back
}

TEST(Remembered, KeepsNothingOfWhatCouldNotBeMade)
{
    Remembered remembered;
    EXPECT_THROW(
        remembered.get("map", kNow, []() -> std::string { throw std::runtime_error{"no"}; }),
        std::runtime_error);
    EXPECT_EQ(*remembered.get("map", kNow, [] { return std::string{"yes"}; }), "yes");
}

TEST(Remembered, ACrowdWaitsForTheFirst)
{
    Remembered remembered;
    std::atomic<int> made = 0;
    {
        std::vector<std::jthread> crowd;
        for (int i = 0; i < 8; ++i) {
            crowd.emplace_back(
                [&] { remembered.get("map", kNow, [&] { return std::to_string(++made); }); });
        }
    }
    EXPECT_EQ(made, 1);
}

TEST(Remembered, DoesNotGrowWithoutEnd)
{
    Remembered remembered;
    int made = 0;
    auto const make = [&] { return std::to_string(++made); };
    for (int i = 0; i < 300; ++i) {
        remembered.get(std::to_string(i), kNow, make);
    }
    remembered.get("0", kNow, make);
    EXPECT_EQ(made, 301); // the first had to make room
}

} // namespace
} // namespace wt::web
