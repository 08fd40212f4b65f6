#pragma once

#include "app/app.hpp"
#include "app/private_data.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"
#include "store/participants.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// A woman who came by her secret link, with the key that opens what is hers.
struct Participant
{
    ParticipantId id;
    SecretKey key;
    PrivatePerson data;
    std::string pseudonym;

    /// How use cases and the audit know her.
    [[nodiscard]] Person person() const { return {.role = Role::participant, .id = id.value}; }
};

/// Whose link it is; nothing for a forged, mistyped or erased one.
std::optional<Participant> find_participant(App& app, std::string_view token);

/// As `find_participant`, within a transaction or view that is open already.
std::optional<Participant>
find_participant(App const& app, store::Reading& reading, std::string_view token);

/// By id, for those who act for her: the worker, the planner, an officer on her walk.
std::optional<Participant>
find_participant(App const& app, store::Reading& reading, ParticipantId id);

/// \throws Refusal (not_found) with a sentence that says how to get the link again.
Participant require_participant(App& app, std::string_view token);

/// Changes what is sealed of her, as it stands now and not when her page was opened, and how her
/// link and her contact are found. Writes the audit row.
/// \throws Refusal (not_found) if she has been erased meanwhile
void change_person(
    App& app, Participant const& she, std::function<void(PrivatePerson&)> const& change);

} // namespace wt::app
