#pragma once

#include "app/record_disclosure.hpp"
#include "store/walks.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What safeguarding does with disclosures. Nobody else reads them, whatever else she may do.
namespace wt::app {

/// A disclosure as safeguarding sees it.
struct Disclosure
{
    DisclosureId id;
    DisclosureState state = DisclosureState::unread;
    int version = 1;
    DisclosureFacts facts;
    DisclosureClock clock = DisclosureClock::running;
};

/// Those that are not closed, the most urgent first; then those that are, the latest first. The
/// look is logged.
std::vector<Disclosure> list_disclosures(App& app, Person const& person);

/// A step with the name of whoever took it.
struct NamedStep
{
    DisclosureStep step = DisclosureStep::made;
    Instant at;
    std::string staff; ///< empty: the program
};

struct OpenDisclosure
{
    Disclosure disclosure;
    std::optional<store::StoredWalk> walk; ///< nothing: it was told without a walk
    std::vector<NamedStep> steps;          ///< oldest first
};

/// One of them. Every look is logged. \throws Refusal: forbidden, not_found
OpenDisclosure open_disclosure(App& app, Person const& person, DisclosureId id);

/// Takes it on, so that nobody else is called. Twice is once.
void take_on_disclosure(App& app, Person const& person, DisclosureId id, int version);

/// The crime is recorded: the clock stops.
/// \throws Refusal: invalid_input (no crime reference); conflict (changed since `version`, or
///         closed)
void record_crime(
    App& app, Person const& person, DisclosureId id, int version, std::string_view reference);

/// \throws Refusal: invalid_input (the outcome says that a crime is recorded and there is no
///         reference); conflict (changed since `version`, or nobody has taken it on)
void close_disclosure(
    App& app, Person const& person, DisclosureId id, int version, DisclosureOutcome outcome);

/// Calls a second person about each disclosure that nobody has taken on twelve hours after she
/// spoke: the second in the setting `safeguarding_order`, then by sign-in name. Each once, however
/// many workers run this. \returns how many were called about
std::int64_t call_second_persons(App& app);

/// Erases what has been closed for longer than the setting `disclosure_days`. \returns how many
std::int64_t erase_old_disclosures(App& app);

} // namespace wt::app
