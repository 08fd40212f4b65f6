#pragma once

#include "app/app.hpp"
#include "scheme/answer.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"

#include <optional>

namespace wt::app {

/// All that is wrong with an answer, beside its fields; see `errors_in`.
FieldErrors check_answer(App const& app, AnswerForm const& form);

/// Appends a public answer to a concern's history, moves the concern to its state, and tells the
/// woman who raised it, if she can be found. Without a body the force answers for it. Whoever had
/// the concern by an earlier referral has it no more.
/// \param version  of the concern as the desk saw it: of two who answer at once, one wins
/// \param partner  of the list, to whom it is passed by an answer of the kind `referred`; its name
///                 stands for the body of `form`
/// \throws Refusal (invalid_input) with the first error of `check_answer`; (conflict) if the
///         concern has changed or was withdrawn; (not_found); (forbidden) for another unit's
AnswerId answer_concern(
    App& app,
    Person const& person,
    ConcernId concern,
    int version,
    AnswerForm form,
    std::optional<PartnerId> partner = std::nullopt);

} // namespace wt::app
