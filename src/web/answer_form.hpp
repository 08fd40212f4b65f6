#pragma once

#include "app/refer_concern.hpp"
#include "scheme/answer.hpp"
#include "web/fields.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <optional>
#include <vector>

/// The questions of an answer, to one concern or to several, and what was said to them.
namespace wt::web {

/// "What became of it?", the field `kind`.
Html kind_question(FormState const& state);

/// The field `partner`: those who look after such concerns here come first; nothing if there is
/// nobody.
Html partner_question(FormState const& state, std::vector<app::PartnerOffer> const& offers);

/// Who did it, will do it, or whose task it is: the field `body`.
Html body_question(FormState const& state);

/// Until when: the fields `due-day`, `due-month`, `due-year`.
Html due_question(FormState const& state);

/// The partner chosen of the list, to whom it is passed.
std::optional<PartnerId> find_partner(Fields const& typed);

AnswerForm read_answer(Fields const& typed);

/// `rest`, what `app` says of an answer, and what is wrong with choosing a partner for it. The
/// partner's name stands for the body.
FieldErrors with_partner(AnswerForm const& answer, bool has_partner, FieldErrors const& rest);

/// Everything that is wrong at once: what cannot be read of `typed`, and what `app` says of the
/// rest.
FieldErrors
errors_in_answer(Fields const& typed, AnswerForm const& answer, FieldErrors const& rest);

} // namespace wt::web
