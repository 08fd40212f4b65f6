#pragma once

#include "app/app.hpp"
#include "app/hotspots.hpp"
#include "base/field_errors.hpp"
#include "scheme/role.hpp"
#include "store/evaluations.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Whether patrols at a hotspot changed what women say there. A desk plans what is compared, the
/// lot draws the place without patrols, and oversight locks it before they begin; then it is
/// published whatever comes out (publish_evaluations.hpp).
///
/// Compared is what was said in the weeks before the first day of the patrols and in as many from
/// then on: each woman once in each segment and span, on the segments that the first search of each
/// place found. Both spans lie after that search, so what chose a place is never its baseline.
namespace wt::app {

/// An evaluation with the two places as they stand now.
struct SeenEvaluation
{
    store::StoredEvaluation evaluation;
    SeenHotspot treated;
    SeenHotspot control;
    std::optional<store::StoredEvaluationResult> result{};
};

/// Those with a place in her unit, or all for those without a unit; the newest first.
/// \throws Refusal (forbidden)
std::vector<SeenEvaluation> list_evaluations(App& app, Person const& person);
/// \throws Refusal: forbidden; not_found
SeenEvaluation open_evaluation(App& app, Person const& person, EvaluationId id);
/// The exact words whose fingerprint is locked; empty before.
/// \throws Refusal: forbidden; not_found
std::string locked_text_of(App& app, Person const& person, EvaluationId id);

struct EvaluationForm
{
    std::optional<Day> first_day{}; ///< of the patrols
    int weeks = 0;                  ///< of each span
    int fall = 0;                   ///< in percent, that would matter
    int minimum_severity = 0;       ///< the control's concerns lie below
};
/// All that is wrong with it, in the fields `first_day`, `weeks`, `fall` and `minimum_severity`.
FieldErrors errors_in(EvaluationForm const& form, Day today);

/// Proposes one. The lot draws the control among the other hotspots of the force of the same family
/// on which nobody works meanwhile: with concerns below the minimum alone, never of severity 3.
/// \throws Refusal: forbidden; not_found; invalid_input; conflict if the place is not confirmed,
/// was
///         found too late for the weeks before, is in another evaluation of that time, has visits
///         before the patrols, or if there is nothing to compare it with
EvaluationId
plan_evaluation(App& app, Person const& desk, HotspotId id, EvaluationForm const& form);

/// Locks it: what is compared is written into the audit by its fingerprint.
/// \throws Refusal: forbidden; not_found; conflict if it was decided, the patrols have begun, or a
///         visit or a concern of severity 3 has come to the control since
void approve_evaluation(App& app, Person const& oversight, EvaluationId id);
/// \throws Refusal: forbidden; not_found; invalid_input for a note that `errors_in_note` refuses;
///         conflict if it was decided
void refuse_evaluation(App& app, Person const& oversight, EvaluationId id, std::string_view why);

/// The first evaluation that is not as it was locked or published.
std::optional<EvaluationId> find_changed_evaluation(App& app);

} // namespace wt::app
