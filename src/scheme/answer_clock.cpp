#include "scheme/answer_clock.hpp"

namespace wt {

namespace {

bool runs(ConcernState state)
{
    return state == ConcernState::open || state == ConcernState::referred ||
           state == ConcernState::planned;
}

} // namespace

Message title(ClockStatus status)
{
    switch (status) {
    case ClockStatus::stopped:
        return N_("Answered");
    case ClockStatus::on_time:
        return N_("On time");
    case ClockStatus::amber:
        return N_("Late");
    case ClockStatus::red:
        return N_("Very late");
    }
    return N_("On time");
}

ClockStatus clock_status(
    ClockFacts const& facts, Day today, Settings const& settings, std::span<Day const> holidays)
{
    if (!runs(facts.state)) {
        return ClockStatus::stopped;
    }
    bool const is_broken_promise =
        facts.state == ConcernState::planned && facts.due && *facts.due < today;
    auto const waited = working_days_between(facts.raised, today, holidays);
    if (is_broken_promise || waited >= settings.answer_days_red) {
        return ClockStatus::red;
    }
    return waited >= settings.answer_days_amber ? ClockStatus::amber : ClockStatus::on_time;
}

} // namespace wt
