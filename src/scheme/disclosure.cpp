#include "scheme/disclosure.hpp"

#include "base/message.hpp"

#include <algorithm>

namespace wt {

char const* title(DisclosureSource source)
{
    return source == DisclosureSource::officer ? N_("Told to an officer")
                                               : N_("Found in written words by a desk");
}

char const* title(DisclosureState state)
{
    switch (state) {
    case DisclosureState::unread:
        return N_("New");
    case DisclosureState::read:
        return N_("Taken on");
    case DisclosureState::recorded:
        return N_("Recorded");
    case DisclosureState::closed:
        return N_("Closed");
    }
    return N_("Closed");
}

char const* title(DisclosureOutcome outcome)
{
    switch (outcome) {
    case DisclosureOutcome::crime_recorded:
        return N_("Recorded as a crime");
    case DisclosureOutcome::known_already:
        return N_("The crime was recorded before");
    case DisclosureOutcome::other_force:
        return N_("Passed to the force that it belongs to");
    case DisclosureOutcome::no_crime:
        return N_("No crime; help was offered");
    }
    return N_("No crime; help was offered");
}

char const* title(DisclosureStep step)
{
    switch (step) {
    case DisclosureStep::made:
        return N_("Handed over");
    case DisclosureStep::second_called:
        return N_("Nobody had taken it on: a second person was called");
    case DisclosureStep::taken_on:
        return N_("Taken on");
    case DisclosureStep::recorded:
        return N_("Recorded as a crime");
    case DisclosureStep::closed:
        return N_("Closed");
    }
    return N_("Closed");
}

DisclosureClock clock_of(DisclosureState state, Instant spoken_at, Instant now)
{
    if (state == DisclosureState::recorded || state == DisclosureState::closed) {
        return DisclosureClock::stopped;
    }
    if (now >= spoken_at + kRecordWithin) {
        return DisclosureClock::late;
    }
    return now >= spoken_at + kSecondPersonAfter ? DisclosureClock::short_of_time
                                                 : DisclosureClock::running;
}

std::chrono::hours hours_left_or_late(Instant spoken_at, Instant now)
{
    return std::chrono::duration_cast<std::chrono::hours>(
        std::chrono::abs(spoken_at + kRecordWithin - now));
}

bool is_crime_reference(std::string_view text)
{
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const is_allowed = [&](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' ||
               c == '-' || c == '/';
    };
    return text.size() >= 3 && text.size() <= 30 && std::ranges::all_of(text, is_allowed) &&
           std::ranges::any_of(text, is_digit);
}

} // namespace wt
