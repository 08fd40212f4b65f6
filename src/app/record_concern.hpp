#pragma once

#include "app/app.hpp"
#include "app/concern_place.hpp"
#include "app/participant.hpp"
#include "base/field_errors.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "scheme/role.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// True for the number that a page gives to what it sends: 8..64 letters, digits, - and _.
bool is_client_id(std::string_view text);

/// What somebody said about a place.
struct NewConcern
{
    std::string client_id; ///< made by the page that sends it, 8..64 letters, digits, - and _
    std::string digest;    ///< of everything that the page sends
    Category category = Category::other;
    int severity = 0;
    FeltWhen felt = FeltWhen::always;
    ConcernSource source = ConcernSource::report;
    std::optional<WalkId> walk{};
    std::optional<RequestId> request{}; ///< on a walk: whose concern it is
    std::string words{};                ///< hers, under her own key
};

/// All that is wrong with it: `client_id`, `severity`, `request`, `words`. Words are taken only
/// from a woman who has a key: on her walk, or on her own page (`has_key`).
FieldErrors check_concern(NewConcern const& concern, bool has_key);

/// Records a concern at the segment of `pinned`, which itself is not kept. An officer records on
/// her own walk what a woman of that walk or someone they meet says; a visitor, a participant
/// from her own page, or a partner for somebody who told it, reports a place.
///
/// Sending the same again under one client id is success, with the same id; with none (0) once it
/// has left the concerns as a disclosure.
/// \param she  the participant, where the person is one
/// \throws Refusal (invalid_input) with the first error of `check_concern`, outside the area or far
///         from any street; (not_found) if the walk is not hers; (conflict) if something else was
///         sent under this client id, or no map has been imported
ConcernId record_concern(
    App& app,
    Person const& person,
    NewConcern const& concern,
    PinnedPlace const& pinned,
    Participant const* she = nullptr);

/// As `record_concern`, at a place that is known already.
ConcernId record_concern_at(
    App& app,
    Person const& person,
    NewConcern const& concern,
    ConcernPlace const& place,
    Participant const* she = nullptr);

} // namespace wt::app
