#include "store/surveys.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

#include <tuple>

namespace wt::store {

namespace {

/// "AND COLUMN = 7"; nothing for the whole force. Only a number of our own goes into the text.
std::string in_unit(std::string_view column, std::optional<BcuId> bcu)
{
    return bcu ? fmt::format("AND {} = {}", column, bcu->value) : "";
}

std::int64_t count(Reading& reading, std::string const& query)
{
    return find_value<std::int64_t>(reading, query).value_or(0);
}

} // namespace

bool insert_survey(Transaction& tx, StoredSurvey const& survey)
{
    auto const added = execute(
        tx,
        "INSERT INTO survey (id, kind, bcu_id, month, person, pair) "
        "VALUES (:id, :kind, :bcu, :month, :person, :pair) ON CONFLICT (kind, pair) DO NOTHING",
        survey.id,
        code_in(kSurveyKinds, survey.kind),
        survey.bcu,
        survey.month,
        survey.person,
        survey.pair);
    if (added == 0) {
        return false;
    }
    for (auto const& [question, choice] : survey.choices) {
        execute(
            tx,
            "INSERT INTO survey_answer (survey_id, question, choice) "
            "VALUES (:survey, :question, :choice)",
            survey.id,
            question,
            choice);
    }
    return true;
}

bool has_survey(Reading& reading, SurveyKind kind, std::string_view pair)
{
    return find_value<int>(
               reading,
               "SELECT 1 FROM survey WHERE kind = :kind AND pair = :pair",
               code_in(kSurveyKinds, kind),
               pair)
        .has_value();
}

std::vector<std::tuple<SurveyKind, std::string, int>>
list_choices_of(Reading& reading, std::string_view pair)
{
    std::vector<std::tuple<SurveyKind, std::string, int>> choices;
    for (auto& [kind, question, choice] : list_rows<std::string, std::string, int>(
             reading,
             "SELECT s.kind, a.question, a.choice FROM survey s "
             "JOIN survey_answer a ON a.survey_id = s.id WHERE s.pair = :pair "
             "ORDER BY s.kind DESC, a.question",
             pair)) {
        choices.emplace_back(find_in(kSurveyKinds, kind).value(), std::move(question), choice);
    }
    return choices;
}

std::vector<SurveyChoice>
list_survey_choices(Reading& reading, SurveyKind kind, std::optional<BcuId> bcu)
{
    std::vector<SurveyChoice> choices;
    for (auto& row : list_rows<std::string, std::string, std::string, int>(
             reading,
             fmt::format(
                 "SELECT s.person, s.pair, a.question, a.choice FROM survey s "
                 "JOIN survey_answer a ON a.survey_id = s.id WHERE s.kind = :kind {}",
                 in_unit("s.bcu_id", bcu)),
             code_in(kSurveyKinds, kind))) {
        choices.push_back(std::make_from_tuple<SurveyChoice>(std::move(row)));
    }
    return choices;
}

SurveyReplies count_survey_replies(Reading& reading, SurveyKind kind, std::optional<BcuId> bcu)
{
    std::string asked;
    switch (kind) {
    case SurveyKind::before:
        asked =
            fmt::format("SELECT count(*) FROM request r WHERE 1 = 1 {}", in_unit("r.bcu_id", bcu));
        break;
    case SurveyKind::after:
        asked = fmt::format(
            "SELECT count(*) FROM walk_request p JOIN walk w ON w.id = p.walk_id "
            "WHERE p.state = 'attended' AND w.state = 'held' {}",
            in_unit("w.bcu_id", bcu));
        break;
    case SurveyKind::officer:
        asked = fmt::format(
            "SELECT count(*) FROM walk_officer o JOIN walk w ON w.id = o.walk_id "
            "WHERE w.state = 'held' {}",
            in_unit("w.bcu_id", bcu));
        break;
    }
    return {
        .asked = count(reading, asked),
        .answered = count(
            reading,
            fmt::format(
                "SELECT count(*) FROM survey s WHERE s.kind = '{}' {}",
                code_in(kSurveyKinds, kind),
                in_unit("s.bcu_id", bcu)))};
}

void rename_survey_pair(
    Transaction& tx, std::string_view pair, std::string_view new_pair, std::string_view new_person)
{
    execute(
        tx,
        "UPDATE survey SET pair = :new_pair, person = :new_person WHERE pair = :pair",
        new_pair,
        new_person,
        pair);
}

void count_survey_pairs(
    Reading& reading, Month month, std::string_view question, int good, NumberSink const& sink)
{
    detail::for_each_row<std::tuple<BcuId, std::string, int, int>>(
        reading,
        "SELECT s.bcu_id, s.person, b.choice, a.choice FROM survey s "
        "JOIN survey_answer a ON a.survey_id = s.id AND a.question = :after_question "
        "JOIN survey f ON f.pair = s.pair AND f.kind = 'before' "
        "JOIN survey_answer b ON b.survey_id = f.id AND b.question = :before_question "
        "WHERE s.month = :month AND s.kind = 'after'",
        [&](auto&& row) {
            auto const& [bcu, person, before, after] = row;
            auto const* const item = before < good ? (after < good ? "good_both" : "became_bad")
                                                   : (after < good ? "became_good" : "bad_both");
            sink({.bcu = bcu, .item = item, .person = person});
        },
        question,
        question,
        month);
}

} // namespace wt::store
