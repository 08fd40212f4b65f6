#pragma once

#include "base/named.hpp"
#include "base/time.hpp"

#include <chrono>
#include <string_view>

namespace wt {

/// How a disclosure came: to an officer's ear, or in free words that a desk read.
enum class DisclosureSource
{
    officer,
    words
};

inline constexpr std::array<Named<DisclosureSource>, 2> kDisclosureSources{{
    {DisclosureSource::officer, "officer"},
    {DisclosureSource::words, "words"},
}};

enum class DisclosureState
{
    unread,   ///< nobody has taken it on
    read,     ///< somebody has
    recorded, ///< as a crime, with its reference
    closed
};

inline constexpr std::array<Named<DisclosureState>, 4> kDisclosureStates{{
    {DisclosureState::unread, "new"},
    {DisclosureState::read, "read"},
    {DisclosureState::recorded, "recorded"},
    {DisclosureState::closed, "closed"},
}};

/// What became of it in the end.
enum class DisclosureOutcome
{
    crime_recorded, ///< needs its reference
    known_already,  ///< the crime was recorded before
    other_force,    ///< passed to the force that it belongs to
    no_crime,       ///< what was told is no crime; help was offered
};

inline constexpr std::array<Named<DisclosureOutcome>, 4> kDisclosureOutcomes{{
    {DisclosureOutcome::crime_recorded, "crime_recorded"},
    {DisclosureOutcome::known_already, "known_already"},
    {DisclosureOutcome::other_force, "other_force"},
    {DisclosureOutcome::no_crime, "no_crime"},
}};

/// What was done with it.
enum class DisclosureStep
{
    made,
    second_called,
    taken_on,
    recorded,
    closed
};

inline constexpr std::array<Named<DisclosureStep>, 5> kDisclosureSteps{{
    {DisclosureStep::made, "made"},
    {DisclosureStep::second_called, "second_called"},
    {DisclosureStep::taken_on, "taken_on"},
    {DisclosureStep::recorded, "recorded"},
    {DisclosureStep::closed, "closed"},
}};

char const* title(DisclosureSource source);
char const* title(DisclosureState state);
char const* title(DisclosureOutcome outcome);
char const* title(DisclosureStep step);

/// A crime must be recorded within this time of her words.
inline constexpr std::chrono::hours kRecordWithin{24};
/// After this time a second person is called if nobody has taken it on.
inline constexpr std::chrono::hours kSecondPersonAfter{12};

/// How the clock of a disclosure stands.
enum class DisclosureClock
{
    running, ///< more than 12 hours are left
    short_of_time,
    late,
    stopped ///< it is recorded or closed
};

DisclosureClock clock_of(DisclosureState state, Instant spoken_at, Instant now);

/// Whole hours until it must be recorded, rounded down; once it is late, whole hours since then.
std::chrono::hours hours_left_or_late(Instant spoken_at, Instant now);

/// True for 3 to 30 letters (ASCII), digits, spaces, hyphens and slashes with a digit among them:
/// what can be a crime's reference, and no account of it.
bool is_crime_reference(std::string_view text);

} // namespace wt
