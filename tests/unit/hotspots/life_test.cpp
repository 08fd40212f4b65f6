#include "hotspots/life.hpp"

#include <gtest/gtest.h>

namespace wt::hotspots {
namespace {

using enum HotspotState;

Life weeks_missed(Life life, int weeks)
{
    for (int i = 0; i < weeks; ++i) {
        life = after({.is_found = false}, life);
    }
    return life;
}

TEST(Life, OfAProposalWaitsForAPerson)
{
    EXPECT_EQ(after({.is_found = true, .is_worked_on = true}, {proposed, 2}), (Life{proposed, 0}));
}

TEST(Life, OfAProposalLapsesWhenItIsNotFoundAgain)
{
    EXPECT_EQ(weeks_missed({proposed, 0}, kWeeksUntilCool - 1).state, proposed);
    EXPECT_EQ(weeks_missed({proposed, 0}, kWeeksUntilCool).state, expired);
}

TEST(Life, OfAConfirmedOneIsActiveWhileSomebodyWorksOnIt)
{
    EXPECT_EQ(after({.is_found = true, .is_worked_on = true}, {confirmed, 0}).state, active);
    EXPECT_EQ(after({.is_found = true, .is_worked_on = false}, {active, 0}).state, confirmed);
}

TEST(Life, OfAConfirmedOneCoolsThenEnds)
{
    EXPECT_EQ(weeks_missed({active, 0}, kWeeksUntilCool).state, cooling);
    EXPECT_EQ(weeks_missed({confirmed, 0}, kWeeksUntilExpired - 1).state, cooling);
    EXPECT_EQ(weeks_missed({confirmed, 0}, kWeeksUntilExpired).state, expired);
}

TEST(Life, GoesOnWhenACoolingOneIsFoundAgain)
{
    EXPECT_EQ(after({.is_found = true}, {cooling, 7}), (Life{confirmed, 0}));
}

TEST(Life, NeverConfirmsByItselfAndNeverComesBack)
{
    for (int found = 0; found < 2; ++found) {
        for (int worked_on = 0; worked_on < 2; ++worked_on) {
            Week const week{found == 1, worked_on == 1};
            for (int missed = 0; missed < 20; ++missed) {
                EXPECT_FALSE(is_standing(after(week, {proposed, missed}).state));
                EXPECT_EQ(after(week, {expired, missed}).state, expired);
                EXPECT_NE(after(week, {confirmed, missed}).state, proposed);
            }
        }
    }
}

} // namespace
} // namespace wt::hotspots
