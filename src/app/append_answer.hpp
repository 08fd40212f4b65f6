#pragma once

#include "app/app.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"

#include <chrono>

namespace wt::app {

/// How long the desk can take an answer of its own back. She is told when that time is over.
inline constexpr std::chrono::minutes kTimeToTakeBack{10};

/// Appends an answer, of the desk or of a partner, to the history of `concern` and of those that
/// follow it, and tells each woman who raised one, if she can be found. The caller writes the audit
/// row and commits.
/// \param version  of the concern as the author saw it
/// \throws Refusal (conflict) if the concern has changed since, was withdrawn or follows another
/// one;
///         (invalid_input) if
///         what it corrects is no answer to this concern, or is corrected or taken back already
void append_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredConcern const& concern,
    store::StoredAnswer const& answer,
    int version);

/// Appends the answer of a leading concern to `concern`, which follows it, and tells the woman who
/// raised it.
void append_shared_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredAnswer const& answer,
    store::StoredConcern const& concern);

/// Appends that `answer` is taken back: its concern is in the state in which it was before. She is
/// not told of the answer, or that something has changed where she has been.
/// \throws Refusal (conflict) if the concern is withdrawn or changes at this moment
void append_taking_back(
    App const& app, store::Transaction& tx, store::StoredAnswer const& answer, StaffId author);

} // namespace wt::app
