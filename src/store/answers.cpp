#include "store/answers.hpp"

#include "store/answer_chain.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::store {

namespace {

using Row = std::tuple<
    AnswerId,
    ConcernId,
    int,
    std::string,
    std::string,
    std::string,
    std::optional<Day>,
    std::optional<StaffId>,
    std::optional<PartnerId>,
    Instant,
    std::optional<std::string>,
    std::optional<Instant>,
    std::optional<AnswerId>,
    std::string,
    int,
    std::optional<Instant>,
    std::optional<Instant>,
    std::string,
    std::optional<AnswerId>>;

StoredAnswer answer_of(Row row)
{
    auto& [id, concern, sequence, kind, sentence, body, due, staff, partner, at, verdict, given, corrects, before, takes_back, corrected_at, taken_back_at, hash, together] =
        row;
    return {
        .id = id,
        .concern = concern,
        .sequence = sequence,
        .kind = find_in(kAnswerKinds, kind).value(),
        .sentence = std::move(sentence),
        .body = std::move(body),
        .due = due,
        .staff = staff,
        .partner = partner,
        .answered_at = at,
        .verdict = verdict ? find_in(kVerdicts, *verdict) : std::nullopt,
        .verdict_at = given,
        .corrects = corrects,
        .before = find_in(kConcernStates, before).value(),
        .place =
            {.takes_back = takes_back == 1,
             .together = together,
             .corrected_at = corrected_at,
             .taken_back_at = taken_back_at},
        .hash = std::move(hash)};
}

template <class... Arguments>
std::vector<StoredAnswer>
list_where(Reading& reading, std::string_view condition_and_order, Arguments const&... arguments)
{
    std::vector<StoredAnswer> answers;
    for (auto& row : list_rows_of<Row>(
             reading,
             fmt::format(
                 "SELECT a.id, a.concern_id, a.sequence, a.kind, a.sentence, a.body, a.due_day, "
                 "a.staff_id, a.partner_id, a.answered_at, v.verdict, v.given_at, a.corrects_id, "
                 "a.state_before, a.takes_back, "
                 "(SELECT max(k.answered_at) FROM given_answer k WHERE k.corrects_id = a.id), "
                 "(SELECT max(t.answered_at) FROM answer t WHERE t.corrects_id = a.id "
                 "AND t.takes_back = 1), a.hash, a.together_id "
                 "FROM answer a LEFT JOIN verdict v ON v.answer_id = a.id WHERE {}",
                 condition_and_order),
             arguments...)) {
        answers.push_back(answer_of(std::move(row)));
    }
    return answers;
}

std::optional<StoredAnswer> first_of(std::vector<StoredAnswer> answers)
{
    return answers.empty() ? std::nullopt : std::optional{std::move(answers.front())};
}

} // namespace

std::optional<int>
insert_answer(Transaction& tx, SecretKey const& key, StoredAnswer answer, AnswerStep step)
{
    auto const sequence = find_value<int>(
        tx,
        "UPDATE concern SET state = :state, answer_count = answer_count + 1, "
        "version = version + 1 WHERE id = :id AND version = :version AND state <> 'withdrawn' "
        "RETURNING answer_count",
        code_in(kConcernStates, step.state),
        answer.concern,
        step.version);
    if (!sequence) {
        return std::nullopt;
    }
    answer.sequence = *sequence;
    auto const previous = find_value<std::string>(
        tx,
        "SELECT hash FROM answer WHERE concern_id = :concern AND sequence = :sequence",
        answer.concern,
        answer.sequence - 1);
    execute(
        tx,
        "INSERT INTO answer (id, concern_id, sequence, kind, sentence, body, due_day, staff_id, "
        "partner_id, answered_at, corrects_id, takes_back, together_id, state_before, hash) VALUES "
        "(:id, "
        ":concern, :sequence, :kind, :sentence, :body, :due, :staff, :partner, :at, :corrects, "
        ":takes_back, :together, :before, :hash)",
        answer.id,
        answer.concern,
        answer.sequence,
        code_in(kAnswerKinds, answer.kind),
        answer.sentence,
        answer.body,
        answer.due,
        answer.staff,
        answer.partner,
        answer.answered_at,
        answer.corrects,
        answer.place.takes_back,
        answer.place.together,
        code_in(kConcernStates, answer.before),
        answer_hash(key, previous.value_or(""), answer));
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

std::vector<StoredAnswer> list_repeating(Reading& reading, AnswerId answer)
{
    return list_where(reading, "a.together_id = :answer ORDER BY a.concern_id, a.sequence", answer);
}

std::optional<StoredAnswer> find_latest_answer(Reading& reading, ConcernId concern)
{
    return first_of(list_where(
        reading,
        "a.id = (SELECT g.id FROM given_answer g WHERE g.concern_id = :concern "
        "ORDER BY g.sequence DESC LIMIT 1)",
        concern));
}

StoredAnswer const* find_latest(std::vector<StoredAnswer> const& history)
{
    auto const latest = std::find_if(history.rbegin(), history.rend(), [](auto const& answer) {
        return answer.place.is_given();
    });
    return latest == history.rend() ? nullptr : &*latest;
}

std::vector<StoredAnswer>
list_answers_after(Reading& reading, StoredAnswer const& last, std::size_t limit)
{
    return list_where(
        reading,
        fmt::format(
            "(a.concern_id, a.sequence) > (:concern, :sequence) "
            "ORDER BY a.concern_id, a.sequence LIMIT {}",
            limit),
        last.concern,
        last.sequence);
}

std::optional<Instant> find_first_chained(Reading& reading)
{
    return find_value<std::optional<Instant>>(
               reading, "SELECT min(answered_at) FROM answer WHERE hash <> ''")
        .value();
}

std::optional<ConcernId> find_incomplete_history(Reading& reading)
{
    return find_value<ConcernId>(
        reading,
        "SELECT c.id FROM concern c LEFT JOIN (SELECT concern_id, count(*) AS answers FROM answer "
        "GROUP BY concern_id) a ON a.concern_id = c.id "
        "WHERE c.answer_count <> COALESCE(a.answers, 0) ORDER BY c.id LIMIT 1");
}

std::vector<StoredAnswer>
list_latest_answers(Reading& reading, std::vector<ConcernId> const& concerns)
{
    return list_where(
        reading,
        fmt::format(
            "a.id = (SELECT g.id FROM given_answer g WHERE g.concern_id = a.concern_id "
            "ORDER BY g.sequence DESC LIMIT 1) AND {}",
            is_among(reading, "a.concern_id")),
        text_of_ids(concerns));
}

std::vector<StoredAnswer> list_answers(Reading& reading, std::vector<AnswerId> const& ids)
{
    return list_where(reading, is_among(reading, "a.id"), text_of_ids(ids));
}

std::vector<RunningConcerns> count_running_concerns(Reading& reading)
{
    std::vector<RunningConcerns> running;
    for (auto const& [bcu, raised, state, due, count] :
         list_rows<BcuId, Day, std::string, std::optional<Day>, int>(
             reading,
             "SELECT c.bcu_id, c.raised_day, c.state, CASE c.state WHEN 'planned' THEN "
             "(SELECT g.due_day FROM given_answer g WHERE g.concern_id = c.id "
             "ORDER BY g.sequence DESC LIMIT 1) END AS due, count(*) FROM concern c "
             "WHERE c.state IN ('open', 'referred', 'planned') GROUP BY 1, 2, 3, 4")) {
        running.push_back(
            {.bcu = bcu,
             .raised = raised,
             .state = find_in(kConcernStates, state).value(),
             .due = due,
             .count = count});
    }
    return running;
}

bool insert_verdict(Transaction& tx, StoredAnswer const& answer, Verdict verdict, Instant now)
{
    auto const count =
        find_value<int>(tx, "SELECT answer_count FROM concern WHERE id = :id", answer.concern);
    auto const latest = find_latest_answer(tx, answer.concern);
    // First the concern, so that an answer given at the same moment waits or has won.
    auto const is_latest = latest && latest->id == answer.id &&
                           execute(
                               tx,
                               "UPDATE concern SET version = version + 1 WHERE id = :id "
                               "AND answer_count = :count AND state <> 'withdrawn'",
                               answer.concern,
                               count) == 1;
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
