#pragma once

#include "app/app.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"

namespace wt::app {

/// Appends an answer, of the desk or of a partner, to the history of `concern`, and tells the woman
/// who raised it, if she can be found. The caller writes the audit row and commits.
/// \param version  of the concern as the author saw it
/// \throws Refusal (conflict) if the concern has changed since or was withdrawn
void append_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredConcern const& concern,
    store::StoredAnswer const& answer,
    int version);

} // namespace wt::app
