#include "store/answers.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

template <class Value>
std::vector<StoredAnswer>
list_where(Reading& reading, std::string_view condition_and_order, Value const& value)
{
    std::vector<StoredAnswer> answers;
    for (
        auto& [answer, concern, sequence, kind, sentence, body, due, staff, partner, at, verdict, given] :
        list_rows<
            AnswerId,
            ConcernId,
            int,
            std::string,
            std::string,
            std::string,
            std::optional<std::int64_t>,
            std::optional<StaffId>,
            std::optional<PartnerId>,
            Instant,
            std::optional<std::string>,
            std::optional<Instant>>(
            reading,
            fmt::format(
                "SELECT a.id, a.concern_id, a.sequence, a.kind, a.sentence, a.body, a.due_day, "
                "a.staff_id, a.partner_id, a.answered_at, v.verdict, v.given_at FROM answer a "
                "LEFT JOIN verdict v ON v.answer_id = a.id WHERE {}",
                condition_and_order),
            value)) {
        answers.push_back(
            {.id = answer,
             .concern = concern,
             .sequence = sequence,
             .kind = find_in(kAnswerKinds, kind).value(),
             .sentence = std::move(sentence),
             .body = std::move(body),
             .due = due ? std::optional{Day{std::chrono::days{*due}}} : std::nullopt,
             .staff = staff,
             .partner = partner,
             .answered_at = at,
             .verdict = verdict ? find_in(kVerdicts, *verdict) : std::nullopt,
             .verdict_at = given});
    }
    return answers;
}

std::optional<StoredAnswer> first_of(std::vector<StoredAnswer> answers)
{
    return answers.empty() ? std::nullopt : std::optional{std::move(answers.front())};
}

std::optional<std::int64_t> days_of(std::optional<Day> day)
{
    return day ? std::optional<std::int64_t>{day->time_since_epoch().count()} : std::nullopt;
}

} // namespace

std::optional<int> insert_answer(Transaction& tx, StoredAnswer const& answer, int version)
{
    auto const sequence = find_value<int>(
        tx,
        "UPDATE concern SET state = :state, answer_count = answer_count + 1, "
        "version = version + 1 WHERE id = :id AND version = :version AND state <> 'withdrawn' "
        "RETURNING answer_count",
        code_in(kConcernStates, state_after(answer.kind, answer.author())),
        answer.concern,
        version);
    if (!sequence) {
        return std::nullopt;
    }
    execute(
        tx,
        "INSERT INTO answer (id, concern_id, sequence, kind, sentence, body, due_day, staff_id, "
        "partner_id, answered_at) VALUES (:id, :concern, :sequence, :kind, :sentence, :body, :due, "
        ":staff, :partner, :at)",
        answer.id,
        answer.concern,
        *sequence,
        code_in(kAnswerKinds, answer.kind),
        answer.sentence,
        answer.body,
        days_of(answer.due),
        answer.staff,
        answer.partner,
        answer.answered_at);
    return sequence;
}

std::vector<StoredAnswer> list_answers(Reading& reading, ConcernId concern)
{
    return list_where(reading, "a.concern_id = :concern ORDER BY a.sequence", concern);
}

std::optional<StoredAnswer> find_answer(Reading& reading, AnswerId answer)
{
    return first_of(list_where(reading, "a.id = :answer", answer));
}

std::optional<StoredAnswer> find_latest_answer(Reading& reading, ConcernId concern)
{
    return first_of(
        list_where(reading, "a.concern_id = :concern ORDER BY a.sequence DESC LIMIT 1", concern));
}

std::vector<StoredAnswer>
list_latest_answers(Reading& reading, std::vector<ConcernId> const& concerns)
{
    // The concern counts its answers, so that the latest is found by its number.
    return list_where(
        reading,
        fmt::format(
            "a.sequence = (SELECT c.answer_count FROM concern c WHERE c.id = a.concern_id) AND {}",
            is_among(reading, "a.concern_id")),
        text_of_ids(concerns));
}

std::vector<StoredAnswer> list_answers(Reading& reading, std::vector<AnswerId> const& ids)
{
    return list_where(reading, is_among(reading, "a.id"), text_of_ids(ids));
}

std::vector<RunningConcern> list_running_concerns(Reading& reading)
{
    std::vector<RunningConcern> running;
    for (auto const& [bcu, raised, state, due] :
         list_rows<BcuId, std::int64_t, std::string, std::optional<std::int64_t>>(
             reading,
             "SELECT c.bcu_id, c.raised_day, c.state, a.due_day FROM concern c "
             "LEFT JOIN answer a ON a.concern_id = c.id AND a.sequence = c.answer_count "
             "WHERE c.state IN ('open', 'referred', 'planned')")) {
        running.push_back(
            {.bcu = bcu,
             .raised = Day{std::chrono::days{raised}},
             .state = find_in(kConcernStates, state).value(),
             .due = due ? std::optional{Day{std::chrono::days{*due}}} : std::nullopt});
    }
    return running;
}

bool insert_verdict(Transaction& tx, StoredAnswer const& answer, Verdict verdict, Instant now)
{
    // First the concern, so that an answer given at the same moment waits or has won.
    auto const is_latest = execute(
                               tx,
                               "UPDATE concern SET version = version + 1 WHERE id = :id "
                               "AND answer_count = :sequence AND state <> 'withdrawn'",
                               answer.concern,
                               answer.sequence) == 1;
    if (!is_latest ||
        execute(
            tx,
            "INSERT INTO verdict (answer_id, verdict, given_at) VALUES (:answer, :verdict, :now) "
            "ON CONFLICT (answer_id) DO NOTHING",
            answer.id,
            code_in(kVerdicts, verdict),
            now) == 0) {
        return false;
    }
    if (reopens(verdict)) {
        execute(tx, "UPDATE concern SET state = 'open' WHERE id = :id", answer.concern);
    }
    return true;
}

} // namespace wt::store
