#include "app/answer_several.hpp"
#include "app/answer_templates.hpp"
#include "app/concerns.hpp"
#include "app/refer_concern.hpp"
#include "web/answer_form.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/pages/desk.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Answers to several concerns at one time, what they are begun with, and to whom concerns may be
/// passed.
namespace wt::web::api {

namespace {

/// The errors of `check_answers`, beside the members in which the sentences were sent.
FieldErrors beside_members(FieldErrors const& errors, std::vector<app::OwnAnswer> const& answers)
{
    FieldErrors beside;
    for (auto const& error : errors.list()) {
        auto const at = std::ranges::find(answers, error.field, [](app::OwnAnswer const& answer) {
            return app::own_field(answer.concern);
        });
        beside.add(
            at == answers.end() ? error.field
                                : fmt::format("answers/{}/sentence", at - answers.begin()),
            error.message);
    }
    return beside;
}

Response create_answers(Call const& call)
{
    app::CommonAnswer const common{
        .kind = find_in(kAnswerKinds, call.text("kind")).value(),
        .sentence = call.text("common"),
        .body = call.text("body"),
        .due = find_day(call.text("due")),
        .partner = sent_id<PartnerId>(call, "partner")};
    std::vector<app::OwnAnswer> answers;
    for (auto const& sent : call.body.at("answers")) {
        answers.push_back(
            {.concern = id_in<ConcernId>(sent.at("concern")),
             .version = sent.at("version").get<int>(),
             .sentence = sent.at("sentence").get<std::string>()});
    }
    auto errors = beside_members(
        with_partner(
            {.kind = common.kind, .sentence = {}, .body = common.body, .due = common.due},
            common.partner.has_value(),
            app::check_answers(call.app(), common, answers)),
        answers);
    if (answers.empty()) {
        errors.add("answers", N_("Choose concerns that can be answered."));
    }
    require_none(errors);
    auto const published = beside(
        "partner", [&] { return app::answer_several(call.app(), call.person, common, answers); });
    Json ids = Json::array();
    for (auto const& [concern, answer] : published) {
        ids.push_back({{"concern", id_json(concern)}, {"id", id_json(answer)}});
    }
    return json_response({{"answers", std::move(ids)}}, 201);
}

Schema answers_schema()
{
    auto const own = object_of(
        "The answer to one of them.",
        {{"concern", id_text("Of those that the public sees as closely as the others.")},
         {"version", concern_version()},
         {"sentence", text("What is so at this place alone; no other place has the same.")}},
        true);
    return object_of(
        "Public answers. All of them are published, or none.",
        {{"kind", answer_kind()},
         {"answers", list_of(own, "One for each concern.", kMostAtOnce)},
         {"common", text("What holds for all; it stands after the sentence of each."), false},
         {"body", text("Who did it, has it, or says no; the force if left out.", {0, 200}), false},
         {"due", day("Until when, for what is planned."), false},
         {"partner", partner_id(), false}},
        true);
}

Shape<store::StoredTemplate> const& template_shape()
{
    static Shape<store::StoredTemplate> const shape{
        "AnswerTemplate",
        "What a desk says again and again.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"bcu", id_text("The command unit."), [](auto const& it) { return id_json(it.bcu); }},
         {"name", text("Once in each unit."), [](auto const& it) { return it.name; }},
         {"kind", answer_kind(), [](auto const& it) { return code_in(kAnswerKinds, it.kind); }},
         {"sentence",
          text("What holds for all whose answers begin with it."),
          [](auto const& it) { return it.sentence; }},
         {"version", text("To send with a change."), [](auto const& it) {
              return app::version_of(it);
          }}}};
    return shape;
}

std::vector<NamedSchema> template_members()
{
    return {
        {"name", text("Once in each unit.", {1, kLongestTemplateName})},
        {"kind", answer_kind()},
        {"sentence", text("It tells nobody to change what she does.", {1, kLongestCommon})}};
}

AnswerTemplateForm template_in(Call const& call)
{
    AnswerTemplateForm const form{
        .name = call.text("name"),
        .kind = find_in(kAnswerKinds, call.text("kind")).value(),
        .sentence = call.text("sentence")};
    require_none(errors_in(form));
    return form;
}

Response show_templates(Call const& call)
{
    return json_response(
        {{"templates",
          template_shape().write_all(app::list_templates(
              call.app(), call.person, desk_unit(call.site, call.person, call.query())))}});
}

Response create_template(Call const& call)
{
    auto const id = app::add_template(
        call.app(),
        call.person,
        desk_unit(call.site, call.person, call.query()),
        template_in(call));
    return json_response({{"id", id_json(id)}}, 201);
}

Response change_template(Call const& call)
{
    app::change_template(
        call.app(),
        call.person,
        call.request.path_id<TemplateId>("template"),
        call.text("version"),
        template_in(call));
    return no_content();
}

Response delete_template(Call const& call)
{
    app::remove_template(call.app(), call.person, call.request.path_id<TemplateId>("template"));
    return no_content();
}

Shape<app::PartnerOffer> const& offer_shape()
{
    static Shape<app::PartnerOffer> const shape{
        "PartnerOffer",
        "To whom a concern may be passed.",
        {{"id", id_text("To send with an answer."), [](auto const& it) { return id_json(it.id); }},
         {"name", text("As the public reads it."), [](auto const& it) { return it.name; }},
         {"kind",
          one_of(kPartnerKinds, "What it is."),
          [](auto const& it) { return code_in(kPartnerKinds, it.kind); }},
         {"fits", yes_or_no("It looks after such concerns there."), [](auto const& it) {
              return it.fits;
          }}}};
    return shape;
}

Response show_offers(Call const& call)
{
    auto const opened =
        app::open_concern(call.app(), call.person, call.request.path_id<ConcernId>("concern"));
    return json_response(
        {{"partners",
          offer_shape().write_all(app::list_partner_offers(call.app(), opened.concern.concern))}});
}

void add_template_endpoints(std::vector<Endpoint>& all)
{
    auto changed = template_members();
    changed.push_back(
        {"version", text("As it was read: of two who change it, one wins.", {1, 80})});
    auto const path = path_id("template", "A template of her unit.");
    all.push_back(
        {.path = "/desk/templates",
         .id = "listTemplates",
         .tag = "desk",
         .summary = "What answers to several concerns are begun with",
         .access = Access::staff,
         .parameters = {unit_parameter()},
         .answer = answer_of(
             "The templates of a unit.",
             object_of(
                 "The templates of a unit.",
                 {{"templates", list_of(template_shape().schema(), "By name.")}},
                 false)),
         .handle = show_templates});
    all.push_back(
        {.method = Method::post,
         .path = "/desk/templates",
         .id = "addTemplate",
         .tag = "desk",
         .summary = "Keep a template",
         .access = Access::staff,
         .parameters = {unit_parameter()},
         .body = object_of("A template.", template_members(), true),
         .answer = answer_of(
             "It is kept.",
             object_of("The template.", {{"id", id_text("Its number.")}}, false),
             201),
         .problems = {409},
         .handle = create_template});
    all.push_back(
        {.method = Method::put,
         .path = "/desk/templates/{template}",
         .id = "changeTemplate",
         .tag = "desk",
         .summary = "Change a template; answers that began with it stay as they are",
         .access = Access::staff,
         .parameters = {path},
         .body = object_of("A template.", changed, true),
         .answer = nothing("It is changed."),
         .problems = {409},
         .handle = change_template});
    all.push_back(
        {.method = Method::remove,
         .path = "/desk/templates/{template}",
         .id = "removeTemplate",
         .tag = "desk",
         .summary = "Remove a template; answers that began with it stay",
         .access = Access::staff,
         .parameters = {path},
         .answer = nothing("It is gone."),
         .handle = delete_template});
}

} // namespace

void add_desk_answer_endpoints(std::vector<Endpoint>& all)
{
    auto const published = object_of(
        "One of them.",
        {{"concern", id_text("The concern.")}, {"id", id_text("The number of its answer.")}},
        false);
    all.push_back(
        {.method = Method::post,
         .path = "/desk/answers",
         .id = "answerConcerns",
         .tag = "desk",
         .summary = "Answer several concerns at one time, in public",
         .access = Access::staff,
         .body = answers_schema(),
         .answer = answer_of(
             "The answers are public.",
             object_of("The answers.", {{"answers", list_of(published, "By concern.")}}, false),
             201),
         .problems = {404, 409},
         .handle = create_answers});
    all.push_back(
        {.path = "/desk/concerns/{concern}/partners",
         .id = "listPartnerOffers",
         .tag = "desk",
         .summary = "To whom a concern may be passed",
         .access = Access::staff,
         .parameters = {path_id("concern", "A concern of her unit.")},
         .answer = answer_of(
             "The partners that can be reached.",
             object_of(
                 "The partners.",
                 {{"partners", list_of(offer_shape().schema(), "First who looks after such.")}},
                 false)),
         .handle = show_offers});
    add_template_endpoints(all);
}

} // namespace wt::web::api
