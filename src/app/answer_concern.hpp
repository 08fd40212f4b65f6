#pragma once

#include "app/app.hpp"
#include "scheme/answer.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"

namespace wt::app {

/// All that is wrong with an answer, beside its fields; see `errors_in`.
FieldErrors check_answer(App const& app, AnswerForm const& form);

/// Appends a public answer to a concern's history, moves the concern to its state, and tells the
/// woman who raised it, if she can be found. Without a body the force answers for it.
/// \param version  of the concern as the desk saw it: of two who answer at once, one wins
/// \throws Refusal (invalid_input) with the first error of `check_answer`; (conflict) if the
///         concern has changed or was withdrawn; (not_found); (forbidden) for another unit's
AnswerId answer_concern(
    App& app, Person const& person, ConcernId concern, int version, AnswerForm const& form);

} // namespace wt::app
