#include "app/surveys.hpp"

#include "app/concern_clock.hpp"
#include "app/own_walk.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "store/requests.hpp"
#include "store/surveys.hpp"
#include "store/walks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace wt::app {

namespace {

std::string pair_of(App const& app, RequestId request)
{
    return app.keys.hash(
        store::KeyPurpose::pseudonym, fmt::format("survey of request {}", request.value));
}

std::string pair_of(App const& app, OfficerId officer, WalkId walk)
{
    return app.keys.hash(
        store::KeyPurpose::pseudonym,
        fmt::format("survey of officer {} on walk {}", officer.value, walk.value));
}

std::string person_of(App const& app, std::string_view kind, std::int64_t id)
{
    return app.keys.hash(store::KeyPurpose::pseudonym, fmt::format("survey of {} {}", kind, id));
}

void require_sound(SurveyKind kind, SurveyChoices const& choices)
{
    auto const& questions = questions_of(kind);
    std::set<std::string_view> seen;
    for (auto const& [code, choice] : choices) {
        auto const question = std::ranges::find(questions, code, &SurveyQuestion::code);
        bool const is_sound = question != questions.end() && choice >= 0 &&
                              choice < static_cast<int>(question->choices.size()) &&
                              seen.insert(code).second;
        if (!is_sound) {
            throw Refusal{Refusal::invalid_input, N_("Choose from the answers, or skip it.")};
        }
    }
}

[[noreturn]] void refuse_answered()
{
    throw Refusal{Refusal::conflict, N_("You have answered this already. Thank you.")};
}

/// Nothing for a request that is not hers, or is over without a walk.
std::optional<SurveyKind>
kind_for(store::Reading& reading, Participant const& she, RequestId id, std::string_view pair)
{
    auto const request = store::find_request(reading, id);
    if (!request || request->participant != she.id || request->state == RequestState::withdrawn) {
        return std::nullopt;
    }
    auto const kind =
        request->state == RequestState::walked ? SurveyKind::after : SurveyKind::before;
    return store::has_survey(reading, kind, pair) ? std::nullopt : std::optional{kind};
}

bool is_held_walk_of(store::Reading& reading, Person const& officer, WalkId id)
{
    auto const walk = store::find_walk(reading, id);
    return walk && walk->state == WalkState::held && has_seat(officer, *walk);
}

} // namespace

std::optional<SurveyKind> find_survey(App& app, Participant const& she, RequestId request)
{
    store::Reading reading{app.db};
    return kind_for(reading, she, request, pair_of(app, request));
}

void answer_survey(
    App& app, Participant const& she, RequestId id, SurveyKind kind, SurveyChoices const& choices)
{
    require_permission(she.person(), Action::answer_survey);
    require_sound(kind, choices);
    store::Transaction tx{app.db};
    auto const pair = pair_of(app, id);
    if (kind_for(tx, she, id, pair) != kind) {
        refuse_answered();
    }
    store::StoredSurvey const survey{
        .id = {random_id()},
        .kind = kind,
        .bcu = store::find_request(tx, id)->bcu,
        .month = month_of_day(today(app)),
        .person = person_of(app, "participant", she.id.value),
        .pair = pair,
        .choices = choices};
    if (!store::insert_survey(tx, survey)) {
        refuse_answered();
    }
    // The row names the survey alone: who answered, the hash says to nobody.
    record(app, tx, {.role = Role::participant}, Action::answer_survey, survey.id);
    tx.commit();
}

std::vector<OwnSurveyAnswer> list_own_survey_answers(App& app, RequestId request)
{
    std::vector<OwnSurveyAnswer> answers;
    store::Reading reading{app.db};
    for (auto& [kind, question, choice] : store::list_choices_of(reading, pair_of(app, request))) {
        answers.push_back({kind, std::move(question), choice});
    }
    return answers;
}

bool can_answer_survey(App& app, Person const& officer, WalkId walk)
{
    store::Reading reading{app.db};
    return is_held_walk_of(reading, officer, walk) &&
           !store::has_survey(reading, SurveyKind::officer, pair_of(app, *officer.officer, walk));
}

void answer_officer_survey(App& app, Person const& officer, WalkId id, SurveyChoices const& choices)
{
    require_permission(officer, Action::answer_survey);
    require_sound(SurveyKind::officer, choices);
    store::Transaction tx{app.db};
    if (!is_held_walk_of(tx, officer, id)) {
        throw Refusal{Refusal::not_found, N_("There is no such walk of yours that was held.")};
    }
    store::StoredSurvey const survey{
        .id = {random_id()},
        .kind = SurveyKind::officer,
        .bcu = store::find_walk(tx, id)->bcu,
        .month = month_of_day(today(app)),
        .person = person_of(app, "officer", officer.officer->value),
        .pair = pair_of(app, *officer.officer, id),
        .choices = choices};
    if (!store::insert_survey(tx, survey)) {
        refuse_answered();
    }
    record(app, tx, {.role = Role::officer}, Action::answer_survey, survey.id);
    tx.commit();
}

void forget_surveys(App const& app, store::Transaction& tx, ParticipantId participant)
{
    auto const nobody = random_token();
    for (auto const& request : store::list_requests_of(tx, participant)) {
        store::rename_survey_pair(tx, pair_of(app, request.id), random_token(), nobody);
    }
}

} // namespace wt::app
