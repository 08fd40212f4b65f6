#pragma once

#include "scheme/concern.hpp"
#include "scheme/settings.hpp"
#include "scheme/working_days.hpp"

#include <optional>

namespace wt {

/// How long a concern has waited for what will become of it.
enum class ClockStatus
{
    stopped, ///< done, refused, another body's task, or taken back
    on_time,
    amber, ///< late
    red,   ///< very late, or a promised date has passed
};

inline constexpr std::array<Named<ClockStatus>, 4> kClockStatuses{{
    {ClockStatus::stopped, "stopped"},
    {ClockStatus::on_time, "on_time"},
    {ClockStatus::amber, "amber"},
    {ClockStatus::red, "red"},
}};

Message title(ClockStatus status);

/// What the clock needs to know of a concern.
struct ClockFacts
{
    Day raised;
    ConcernState state = ConcernState::open;
    std::optional<Day> due{}; ///< of the latest answer
};

/// The clock runs in working days from the day the concern was raised, through referrals and
/// plans, and again from that same day once her verdict has reopened it. A planned date that has
/// passed turns it red.
/// \param settings  answer_days_amber, answer_days_red
ClockStatus clock_status(
    ClockFacts const& facts,
    Day today,
    Settings const& settings,
    std::span<Day const> holidays = england_bank_holidays());

} // namespace wt
