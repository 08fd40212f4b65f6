#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"
#include "base/field_errors.hpp"
#include "scheme/answer_clock.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"
#include "store/redactions.hpp"

#include <string>
#include <vector>

namespace wt::app {

/// A concern of hers, with all that became of it.
struct OwnConcern
{
    store::StoredConcern concern;
    std::string words;
    std::vector<store::StoredAnswer> answers; ///< oldest first, with her verdicts
    ClockStatus clock = ClockStatus::on_time;
    std::vector<store::StoredRedaction> redactions{}; ///< what the desk removed of her words
};

/// All of hers, newest first. Her own looks are not logged.
std::vector<OwnConcern> list_own_concerns(App& app, Participant const& she);

/// What she may put right; empty words erase those that were there.
struct Correction
{
    Category category = Category::other;
    int severity = 0;
    FeltWhen felt = FeltWhen::always;
    std::string words;
};

/// All that is wrong with it, by the names "severity" and "words".
FieldErrors check_correction(Correction const& correction);

/// \throws Refusal (conflict) if it has changed since `version` or is withdrawn; (not_found) if it
///         is not hers; (invalid_input) with the first error of `check_correction`, if there is one
void correct_concern(
    App& app, Participant const& she, ConcernId concern, int version, Correction const& correction);

/// Takes a concern back and erases her words. Twice is once.
void withdraw_concern(App& app, Participant const& she, ConcernId concern);

/// Her word on the latest answer to a concern of hers; unless it helped, the concern is open again
/// and its clock runs on. The same verdict twice is success.
/// \throws Refusal (not_found) if the concern is not hers; (conflict) if there is a newer answer,
///         she has said otherwise, or the concern is withdrawn
void give_verdict(App& app, Participant const& she, AnswerId answer, Verdict verdict);

} // namespace wt::app
