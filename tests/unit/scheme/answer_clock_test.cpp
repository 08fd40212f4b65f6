#include "scheme/answer_clock.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

using namespace std::chrono;

constexpr Day kRaised{local_days{year{2026} / 11 / 2}}; // a Monday

ClockStatus after(int days_later, ConcernState state, std::optional<Day> due = {})
{
    return clock_status(
        {.raised = kRaised, .state = state, .due = due},
        kRaised + days{days_later},
        Settings{},
        std::span<Day const>{});
}

TEST(AnswerClock, TurnsAmberAtTwentyAndRedAtFortyWorkingDays)
{
    EXPECT_EQ(after(27, ConcernState::open), ClockStatus::on_time); // 19 working days
    EXPECT_EQ(after(28, ConcernState::open), ClockStatus::amber);   // 20
    EXPECT_EQ(after(55, ConcernState::open), ClockStatus::amber);   // 39
    EXPECT_EQ(after(56, ConcernState::open), ClockStatus::red);     // 40
}

TEST(AnswerClock, ABankHolidayGivesADayMore)
{
    Settings const settings;
    auto const christmas = Day{local_days{year{2026} / 12 / 1}};
    auto const status = [&](int days_later) {
        return clock_status({.raised = christmas}, christmas + days{days_later}, settings);
    };
    // Twenty working days after 1 December 2026 would be the 29th, but for the 25th and the 28th.
    EXPECT_EQ(status(29), ClockStatus::on_time);
    EXPECT_EQ(status(30), ClockStatus::amber);
}

TEST(AnswerClock, ReferredAndPlannedNeverStopIt)
{
    EXPECT_EQ(after(56, ConcernState::referred), ClockStatus::red);
    EXPECT_EQ(after(28, ConcernState::planned, kRaised + days{99}), ClockStatus::amber);
}

TEST(AnswerClock, APlannedDateThatHasPassedIsRed)
{
    auto const due = kRaised + days{5};
    EXPECT_EQ(after(5, ConcernState::planned, due), ClockStatus::on_time);
    EXPECT_EQ(after(6, ConcernState::planned, due), ClockStatus::red);
}

TEST(AnswerClock, ThePassedDateOfAnEarlierPlanDoesNotMatterOnceItIsOpenAgain)
{
    EXPECT_EQ(after(6, ConcernState::open, kRaised + days{5}), ClockStatus::on_time);
}

TEST(AnswerClock, StopsAtAFinalAnswerAndWhenSheTakesItBack)
{
    for (auto const state :
         {ConcernState::done,
          ConcernState::will_not,
          ConcernState::not_ours,
          ConcernState::withdrawn}) {
        EXPECT_EQ(after(300, state), ClockStatus::stopped);
    }
}

TEST(AnswerClock, FollowsTheForcesOwnSettings)
{
    Settings settings;
    settings.answer_days_amber = 1;
    settings.answer_days_red = 2;
    EXPECT_EQ(clock_status({.raised = kRaised}, kRaised + days{1}, settings), ClockStatus::amber);
    EXPECT_EQ(clock_status({.raised = kRaised}, kRaised + days{2}, settings), ClockStatus::red);
}

} // namespace
} // namespace wt
