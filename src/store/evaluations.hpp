#pragma once

#include "base/time.hpp"
#include "scheme/evaluation.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wt::store {

struct StoredEvaluation
{
    EvaluationId id;
    HotspotId treated; ///< where the patrols go
    HotspotId control; ///< where none go meanwhile
    EvaluationState state = EvaluationState::proposed;
    Day first_day; ///< of the patrols
    int weeks = kFewestWeeks;
    int fall = 0;                       ///< in percent, that would matter
    std::optional<int> smallest_fall{}; ///< in percent, that is likely seen; nothing: none
    int minimum_severity = 3;           ///< the control's concerns are below
    std::int64_t seed = 0;              ///< of the lot that drew the control
    Instant planned_at;
    std::string why{}; ///< it was refused
    std::optional<Instant> locked_at{};
    std::string salt{};
    std::string fingerprint{};

    /// The first day of the weeks before the patrols.
    [[nodiscard]] Day base_day() const { return first_day - std::chrono::weeks{weeks}; }
    /// The day after the weeks with patrols.
    [[nodiscard]] Day end_day() const { return first_day + std::chrono::weeks{weeks}; }
};

/// \returns false, adding nothing, if one of its places is in an open evaluation in the same role
bool insert_evaluation(Transaction& tx, StoredEvaluation const& evaluation);

/// Writes state, why, locked_at, salt and fingerprint, if it still stands in `from`: of two who
/// decide at once, one wins. \returns false otherwise, changing nothing
bool update_evaluation(Transaction& tx, StoredEvaluation const& evaluation, EvaluationState from);

/// Those proposed whose patrols begin on `today` or before lapse. \returns how many
int lapse_evaluations(Transaction& tx, Day today);

std::optional<StoredEvaluation> find_evaluation(Reading& reading, EvaluationId id);

/// The newest first, by (planned_at, id).
std::vector<StoredEvaluation> list_evaluations(Reading& reading);
/// Those in which it is the place of patrols, or the one without.
std::vector<StoredEvaluation> list_evaluations_of(Reading& reading, HotspotId place);

struct StoredEvaluationResult
{
    EvaluationId evaluation;
    Day published_day;
    std::int64_t treated_before = 0; ///< each woman once in each segment and span
    std::int64_t treated_after = 0;
    std::int64_t control_before = 0;
    std::int64_t control_after = 0;
    bool may_show_counts = false; ///< enough women are behind each of the four
    int visits = 0;               ///< made at the place of patrols from the first day on
    int minutes = 0;              ///< of these
    int visits_astray = 0;        ///< made there before, or at the control
    Finding finding = Finding::too_few;
    std::string fingerprint{};
};

/// \returns false, adding nothing, if another machine was faster
bool insert_evaluation_result(Transaction& tx, StoredEvaluationResult const& result);
std::optional<StoredEvaluationResult> find_evaluation_result(Reading& reading, EvaluationId id);

} // namespace wt::store
