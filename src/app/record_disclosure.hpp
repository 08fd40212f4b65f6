#pragma once

#include "app/app.hpp"
#include "base/field_errors.hpp"
#include "scheme/disclosure.hpp"
#include "scheme/role.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// What is kept of a disclosure: when she spoke, on which walk, to whom. Never what she said.
/// Sealed in `disclosure`, with the key that serves nothing else.
struct DisclosureFacts
{
    DisclosureSource source = DisclosureSource::officer;
    Instant spoken_at;
    std::optional<WalkId> walk{};
    std::optional<OfficerId> officer{}; ///< to whom she spoke
    std::string reference{};            ///< of the crime; may come later
    std::optional<DisclosureOutcome> outcome{};
    std::optional<Instant> closed_at{};
};

/// A step of its history. Sealed in `disclosure_event`.
struct DisclosureEvent
{
    DisclosureStep step = DisclosureStep::made;
    Instant at;
    std::optional<StaffId> staff{}; ///< nobody: the worker
};

std::string seal_facts(App const& app, DisclosureFacts const& facts);
/// \throws std::runtime_error if it does not open: the database is damaged
DisclosureFacts open_facts(App const& app, std::string_view sealed);

/// Writes a step into the history.
void add_step(
    App const& app,
    store::Transaction& tx,
    DisclosureId disclosure,
    DisclosureStep step,
    std::optional<StaffId> staff);
std::vector<DisclosureEvent>
list_steps(App const& app, store::Reading& reading, DisclosureId disclosure);

/// Stores a new disclosure with its history, tells safeguarding that something waits, and writes
/// the audit row.
/// \param client_id  of the page that sends it
/// \returns false, changing nothing, if it was sent before
bool make_disclosure(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    DisclosureFacts const& facts,
    std::string_view client_id);

/// What an officer says of a disclosure on her walk.
struct NewDisclosure
{
    std::string client_id; ///< made by the page that sends it, 8..64 letters, digits, - and _
    WalkId walk;
    std::optional<Instant> spoken_at{}; ///< nothing: what was typed is no time
    std::string reference{};            ///< may be empty
};

/// All that is wrong with it: `client_id`, `spoken_at` (no time, in the future, or more than an
/// hour before the walk), `reference`.
/// \param walk_from  when the walk begins
FieldErrors check_disclosure(NewDisclosure const& disclosure, Instant walk_from, Instant now);

/// An officer says that she was told of a crime or of abuse on her walk. Sent twice it is one.
/// \throws Refusal: forbidden; not_found (no walk of hers); invalid_input (the first error of
///         `check_disclosure`)
void record_disclosure(App& app, Person const& officer, NewDisclosure const& disclosure);

} // namespace wt::app
