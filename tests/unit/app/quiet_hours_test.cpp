#include "app/quiet_hours.hpp"
#include "support/refusal_of.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

constexpr Person kAdministrator{.role = Role::administrator};

class QuietHours : public AppOnBothDatabases
{
protected:
    /// Busy at one hour of the week alone.
    static daylight::WeekCounts busy_at(std::size_t hour)
    {
        daylight::WeekCounts week{};
        week.at(hour) = {.people = 80, .traffic = 0};
        return week;
    }
};
WT_ON_BOTH_DATABASES(QuietHours);

TEST_P(QuietHours, AreWhatTheForceCountedUntilItForgetsThem)
{
    auto const assumed = daylight::default_quiet_profile().quietness;
    EXPECT_EQ(quiet_profile(test.app()).quietness, assumed);
    set_quiet_hours(test.app(), kAdministrator, busy_at(20));
    auto const counted = quiet_profile(test.app()).quietness;
    EXPECT_EQ(counted.at(20), 0.0);
    EXPECT_EQ(counted.at(21), 1.0);
    set_quiet_hours(test.app(), kAdministrator, busy_at(21));
    EXPECT_EQ(quiet_profile(test.app()).quietness.at(20), 1.0);
    set_quiet_hours(test.app(), kAdministrator, std::nullopt);
    EXPECT_EQ(quiet_profile(test.app()).quietness, assumed);
}

TEST_P(QuietHours, AreSetByTheAdministratorAndNeverByNothing)
{
    EXPECT_EQ(
        refusal_of([&] { set_quiet_hours(test.app(), {.role = Role::desk}, busy_at(1)); }),
        Refusal::forbidden);
    EXPECT_EQ(
        refusal_of([&] { set_quiet_hours(test.app(), kAdministrator, daylight::WeekCounts{}); }),
        Refusal::invalid_input);
    EXPECT_EQ(quiet_profile(test.app()).quietness, daylight::default_quiet_profile().quietness);
}

} // namespace
} // namespace wt::app
