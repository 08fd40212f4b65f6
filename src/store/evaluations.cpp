#include "store/evaluations.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

template <class... Arguments>
std::vector<StoredEvaluation>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::vector<StoredEvaluation> evaluations;
    for (
        auto& [id, treated, control, state, first, weeks, fall, smallest, severity, seed, planned, why, locked, salt, fingerprint] :
        list_rows<
            EvaluationId,
            HotspotId,
            HotspotId,
            std::string,
            Day,
            int,
            int,
            std::optional<int>,
            int,
            std::int64_t,
            Instant,
            std::string,
            std::optional<Instant>,
            std::string,
            std::string>(
            reading,
            fmt::format(
                "SELECT id, hotspot_id, control_id, state, first_day, weeks, fall, smallest_fall, "
                "minimum_severity, seed, planned_at, why, locked_at, salt, fingerprint "
                "FROM evaluation WHERE {} ORDER BY planned_at DESC, id DESC",
                condition),
            arguments...)) {
        evaluations.push_back(
            {.id = id,
             .treated = treated,
             .control = control,
             .state = find_in(kEvaluationStates, state).value(),
             .first_day = first,
             .weeks = weeks,
             .fall = fall,
             .smallest_fall = smallest,
             .minimum_severity = severity,
             .seed = seed,
             .planned_at = planned,
             .why = std::move(why),
             .locked_at = locked,
             .salt = std::move(salt),
             .fingerprint = std::move(fingerprint)});
    }
    return evaluations;
}

} // namespace

bool insert_evaluation(Transaction& tx, StoredEvaluation const& evaluation)
{
    return execute(
               tx,
               "INSERT INTO evaluation (id, hotspot_id, control_id, state, first_day, weeks, fall, "
               "smallest_fall, minimum_severity, seed, planned_at) VALUES (:id, :hotspot, "
               ":control, 'proposed', :first, :weeks, :fall, :smallest, :severity, :seed, "
               ":planned) ON CONFLICT DO NOTHING",
               evaluation.id,
               evaluation.treated,
               evaluation.control,
               evaluation.first_day,
               evaluation.weeks,
               evaluation.fall,
               evaluation.smallest_fall,
               evaluation.minimum_severity,
               evaluation.seed,
               evaluation.planned_at) == 1;
}

bool update_evaluation(Transaction& tx, StoredEvaluation const& evaluation, EvaluationState from)
{
    return execute(
               tx,
               "UPDATE evaluation SET state = :state, why = :why, locked_at = :locked, "
               "salt = :salt, fingerprint = :fingerprint WHERE id = :id AND state = :from",
               code_in(kEvaluationStates, evaluation.state),
               evaluation.why,
               evaluation.locked_at,
               evaluation.salt,
               evaluation.fingerprint,
               evaluation.id,
               code_in(kEvaluationStates, from)) == 1;
}

int lapse_evaluations(Transaction& tx, Day today)
{
    return static_cast<int>(execute(
        tx,
        "UPDATE evaluation SET state = 'lapsed' WHERE state = 'proposed' AND first_day <= :today",
        today));
}

std::optional<StoredEvaluation> find_evaluation(Reading& reading, EvaluationId id)
{
    auto const found = list_where(reading, "id = :id", id);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<StoredEvaluation> list_evaluations(Reading& reading)
{
    return list_where(reading, "1 = 1");
}

std::vector<StoredEvaluation> list_evaluations_of(Reading& reading, HotspotId place)
{
    return list_where(reading, "hotspot_id = :hotspot OR control_id = :control", place, place);
}

bool insert_evaluation_result(Transaction& tx, StoredEvaluationResult const& result)
{
    return execute(
               tx,
               "INSERT INTO evaluation_result (evaluation_id, published_day, treated_before, "
               "treated_after, control_before, control_after, may_show_counts, visits, minutes, "
               "visits_astray, finding, fingerprint) VALUES (:id, :day, :tb, :ta, :cb, :ca, "
               ":show, :visits, :minutes, :astray, :finding, :fingerprint) ON CONFLICT DO NOTHING",
               result.evaluation,
               result.published_day,
               result.treated_before,
               result.treated_after,
               result.control_before,
               result.control_after,
               result.may_show_counts,
               result.visits,
               result.minutes,
               result.visits_astray,
               code_in(kFindings, result.finding),
               result.fingerprint) == 1;
}

std::optional<StoredEvaluationResult> find_evaluation_result(Reading& reading, EvaluationId id)
{
    for (auto& [day, tb, ta, cb, ca, show, visits, minutes, astray, finding, fingerprint] :
         list_rows<
             Day,
             std::int64_t,
             std::int64_t,
             std::int64_t,
             std::int64_t,
             int,
             int,
             int,
             int,
             std::string,
             std::string>(
             reading,
             "SELECT published_day, treated_before, treated_after, control_before, control_after, "
             "may_show_counts, visits, minutes, visits_astray, finding, fingerprint "
             "FROM evaluation_result WHERE evaluation_id = :id",
             id)) {
        return StoredEvaluationResult{
            .evaluation = id,
            .published_day = day,
            .treated_before = tb,
            .treated_after = ta,
            .control_before = cb,
            .control_after = ca,
            .may_show_counts = show != 0,
            .visits = visits,
            .minutes = minutes,
            .visits_astray = astray,
            .finding = find_in(kFindings, finding).value(),
            .fingerprint = std::move(fingerprint)};
    }
    return std::nullopt;
}

} // namespace wt::store
