#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/answers.hpp"

namespace wt::app {

/// Whether `person` can take this answer back now: it is her own, ten minutes old at most, the
/// latest of its concern, and nobody has said what she thinks of it.
bool may_take_back(
    App const& app, Person const& person, std::vector<store::StoredAnswer> const& history);

/// Takes the latest answer back: appended, so that the history shows both. The concern, and what
/// was with a partner, are as they were before it.
/// \throws Refusal (not_found); (forbidden) for another unit's; (conflict) where `may_take_back`
///         says no
void take_back_answer(App& app, Person const& person, AnswerId answer);

} // namespace wt::app
