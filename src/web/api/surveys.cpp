#include "app/surveys.hpp"

#include "app/survey_results.hpp"
#include "web/api/endpoints.hpp"
#include "web/list_address.hpp"

/// Questions before and after a walk, to her and to her officers, and what came of them.
namespace wt::web::api {

namespace {

struct QuestionInWords
{
    SurveyQuestion const* it = nullptr;
    Texts const* texts = nullptr;
};

Shape<QuestionInWords> const& question_shape()
{
    static Shape<QuestionInWords> const shape{
        "SurveyQuestion",
        "A question; each can be skipped.",
        {{"question", text("Its code."), [](auto const& of) { return of.it->code; }},
         {"lead",
          text("Before the question, shared by several."),
          [](auto const& of) { return of.it->lead ? Json((*of.texts)(*of.it->lead)) : Json{}; },
          Presence::sometimes},
         {"text", text("As it is asked."), [](auto const& of) { return (*of.texts)(of.it->text); }},
         {"choices", list_of(text("A choice."), "The best first."), [](auto const& of) {
              Json choices = Json::array();
              for (auto const& choice : of.it->choices) {
                  choices.push_back((*of.texts)(choice));
              }
              return choices;
          }}}};
    return shape;
}

Schema survey_schema()
{
    return object_of(
        "A survey that can be answered now.",
        {{"kind", one_of(kSurveyKinds, "To send with the answers.")},
         {"questions", list_of(question_shape().schema(), "In the order of the page.")}},
        false);
}

Response survey_response(Call const& call, std::optional<SurveyKind> kind)
{
    if (!kind) {
        throw Refusal{Refusal::not_found, N_("There are no questions for you here now.")};
    }
    Json questions = Json::array();
    for (auto const& question : questions_of(*kind)) {
        questions.push_back(question_shape().write({&question, &call.request.t()}));
    }
    return json_response(
        {{"kind", code_in(kSurveyKinds, *kind)}, {"questions", std::move(questions)}});
}

Schema choices_schema()
{
    auto const choice = object_of(
        "What was chosen.",
        {{"question", text("The code of the question.", {1, 60})},
         {"choice", whole_number("0 for the first of its choices.", 0, 20)}},
        true);
    return list_of(choice, "What is skipped is left out; all may be.", 50);
}

app::SurveyChoices choices_in(Call const& call)
{
    app::SurveyChoices choices;
    for (auto const& sent : call.body.at("choices")) {
        choices.emplace_back(sent.at("question").get<std::string>(), sent.at("choice").get<int>());
    }
    return choices;
}

Response show_hers(Call const& call)
{
    return survey_response(
        call, app::find_survey(call.app(), call.she(), call.request.path_id<RequestId>("request")));
}

Response create_hers(Call const& call)
{
    beside("choices", [&] {
        app::answer_survey(
            call.app(),
            call.she(),
            call.request.path_id<RequestId>("request"),
            find_in(kSurveyKinds, call.text("kind")).value(),
            choices_in(call));
    });
    return no_content();
}

Response show_officers(Call const& call)
{
    bool const is_open =
        app::can_answer_survey(call.app(), call.person, call.request.path_id<WalkId>("walk"));
    return survey_response(call, is_open ? std::optional{SurveyKind::officer} : std::nullopt);
}

Response create_officers(Call const& call)
{
    beside("choices", [&] {
        app::answer_officer_survey(
            call.app(), call.person, call.request.path_id<WalkId>("walk"), choices_in(call));
    });
    return no_content();
}

Shape<app::SurveyResponse> const& response_shape()
{
    static Shape<app::SurveyResponse> const shape{
        "SurveyResponse",
        "How many answered of those who could.",
        {{"asked", whole_number("Who could."), [](auto const& it) { return it.asked; }},
         {"answered",
          whole_number("Who did; left out where fewer did than may be told of."),
          [](auto const& it) { return or_null(it.answered); },
          Presence::sometimes}}};
    return shape;
}

std::vector<Member<Estimate>> estimate_members(double least)
{
    return {
        {"value", number("The estimate.", least, 1), [](auto const& it) { return it.value; }},
        {"low",
         number("Its 95% interval begins here.", least, 1),
         [](auto const& it) { return it.low; }},
        {"high", number("And ends here.", least, 1), [](auto const& it) { return it.high; }}};
}

Shape<Estimate> const& interval_shape()
{
    static Shape<Estimate> const shape{"ShareInterval", "A share (Wilson).", estimate_members(0)};
    return shape;
}

Shape<Estimate> const& change_shape()
{
    static Shape<Estimate> const shape{
        "ChangeOfShare",
        "How the share of those who answered both times changed (Agresti and Min). It does not "
        "show a cause.",
        estimate_members(-1)};
    return shape;
}

Shape<app::SurveyShare> const& share_shape()
{
    static Shape<app::SurveyShare> const shape{
        "SurveyShare",
        "The share of good answers.",
        {{"good", whole_number("Good answers."), [](auto const& it) { return it.good; }},
         {"answered", whole_number("Answers."), [](auto const& it) { return it.answered; }},
         {"share", interval_shape().schema(), [](auto const& it) {
              return interval_shape().write(it.estimate);
          }}}};
    return shape;
}

Json share_or_null(std::optional<app::SurveyShare> const& share)
{
    return share ? share_shape().write(*share) : Json{};
}

Shape<app::SurveyResult> const& result_shape()
{
    static Shape<app::SurveyResult> const shape{
        "SurveyResult",
        "What was answered to a question. What too few people stand behind is left out.",
        {{"question", text("Its code."), [](auto const& it) { return it.question.code; }},
         {"before",
          share_shape().schema(),
          [](auto const& it) { return share_or_null(it.before); },
          Presence::sometimes},
         {"after",
          share_shape().schema(),
          [](auto const& it) { return share_or_null(it.after); },
          Presence::sometimes},
         {"pairs",
          whole_number("Who answered both times."),
          [](auto const& it) { return it.pairs ? Json(it.pairs->all()) : Json{}; },
          Presence::sometimes},
         {"change",
          change_shape().schema(),
          [](auto const& it) { return it.change ? change_shape().write(*it.change) : Json{}; },
          Presence::sometimes}}};
    return shape;
}

Shape<app::SurveyResults> const& results_shape()
{
    static Shape<app::SurveyResults> const shape{
        "SurveyResults",
        "The surveys of a unit, or of the force.",
        {{"before",
          response_shape().schema(),
          [](auto const& it) { return response_shape().write(it.before); }},
         {"after",
          response_shape().schema(),
          [](auto const& it) { return response_shape().write(it.after); }},
         {"officers",
          response_shape().schema(),
          [](auto const& it) { return response_shape().write(it.officers); }},
         {"of_women",
          list_of(result_shape().schema(), "Before and after their walks."),
          [](auto const& it) { return result_shape().write_all(it.of_women); }},
         {"of_officers",
          list_of(result_shape().schema(), "Their answers stand as `before`."),
          [](auto const& it) { return result_shape().write_all(it.of_officers); }}}};
    return shape;
}

Response show_results(Call const& call)
{
    return json_response(results_shape().write(
        app::see_survey_results(call.app(), call.person, find_id<BcuId>(call.query(), "bcu"))));
}

void add_her_survey(std::vector<Endpoint>& all)
{
    auto const request = path_id("request", "As her page gives it.");
    all.push_back(
        {.path = "/mine/requests/{request}/survey",
         .id = "showSurvey",
         .tag = "hers",
         .summary = "The questions before or after her walk, while she has not answered them",
         .access = Access::her,
         .parameters = {request},
         .answer = answer_of("The questions.", survey_schema()),
         .handle = show_hers});
    all.push_back(
        {.method = Method::post,
         .path = "/mine/requests/{request}/survey",
         .id = "answerSurvey",
         .tag = "hers",
         .summary = "Answer them, once; nothing that is kept leads to her",
         .access = Access::her,
         .parameters = {request},
         .body = object_of(
             "Her answers.",
             {{"kind", one_of({"before", "after"}, "As the questions were given.")},
              {"choices", choices_schema()}},
             true),
         .answer = nothing("They are kept."),
         .problems = {409},
         .handle = create_hers});
}

void add_officers_survey(std::vector<Endpoint>& all)
{
    auto const walk = path_id("walk", "A walk of hers that was held.");
    all.push_back(
        {.path = "/officer/walks/{walk}/survey",
         .id = "showOfficerSurvey",
         .tag = "officers",
         .summary = "The questions after a walk, while she has not answered them",
         .access = Access::staff,
         .parameters = {walk},
         .answer = answer_of("The questions.", survey_schema()),
         .handle = show_officers});
    all.push_back(
        {.method = Method::post,
         .path = "/officer/walks/{walk}/survey",
         .id = "answerOfficerSurvey",
         .tag = "officers",
         .summary = "Answer them, once",
         .access = Access::staff,
         .parameters = {walk},
         .body = object_of("Her answers.", {{"choices", choices_schema()}}, true),
         .answer = nothing("They are kept."),
         .problems = {409},
         .handle = create_officers});
}

} // namespace

void add_survey_endpoints(std::vector<Endpoint>& all)
{
    add_her_survey(all);
    add_officers_survey(all);
    all.push_back(
        {.path = "/surveys",
         .id = "showSurveyResults",
         .tag = "oversight",
         .summary = "What was answered, with intervals; for a desk of its own unit",
         .access = Access::staff,
         .parameters = {{.name = "bcu", .schema = id_text("Of this command unit alone.")}},
         .answer = answer_of("The results.", results_shape().schema()),
         .handle = show_results});
}

} // namespace wt::web::api
