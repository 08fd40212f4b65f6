#pragma once

#include "app/app.hpp"
#include "scheme/answer.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// All that is wrong with an answer, beside its fields; see `errors_in`. Its sentence names none of
/// `hidden_streets` (see `list_hidden_streets`).
FieldErrors check_answer(
    App const& app, AnswerForm const& form, std::vector<std::string> const& hidden_streets);
/// The same for an answer to `concern`.
FieldErrors check_answer(App& app, ConcernId concern, AnswerForm const& form);

/// What ties an answer to others than its concern.
struct AnswerTies
{
    /// Of the list, to whom it is passed by an answer of the kind `referred`; the partner's name
    /// stands for the body of the form.
    std::optional<PartnerId> partner{};
    std::optional<AnswerId> corrects{}; ///< the earlier answer that this one puts right
};

/// Appends a public answer to a concern's history, moves the concern to its state, and tells the
/// woman who raised it, if she can be found. Without a body the force answers for it. Whoever had
/// the concern by an earlier referral has it no more.
/// \param version  of the concern as the desk saw it: of two who answer at once, one wins
/// \throws Refusal (invalid_input) with the first error of `check_answer`, or if what it corrects
///         cannot be corrected; (conflict) if the
///         concern has changed or was withdrawn; (not_found); (forbidden) for another unit's
AnswerId answer_concern(
    App& app,
    Person const& person,
    ConcernId concern,
    int version,
    AnswerForm form,
    AnswerTies const& ties = {});
/// The same as a part of `tx`, which the caller commits.
AnswerId answer_concern(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    ConcernId concern,
    int version,
    AnswerForm form,
    AnswerTies const& ties);

} // namespace wt::app
