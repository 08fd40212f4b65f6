#include "app/evaluations.hpp"

#include "app/concern_clock.hpp"
#include "app/publish_evaluations.hpp"
#include "base/calendar.hpp"
#include "scheme/concern.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/values.hpp"

/// Whether patrols at a hotspot changed what women say there: `/evaluations`, for anyone, and
/// `/desk/evaluations`.
namespace wt::web::api {

namespace {

using app::PublicEvaluation;
using app::SeenEvaluation;
using store::StoredEvaluationResult;

constexpr std::int64_t kMostCounted = 200'000;

Shape<StoredEvaluationResult> const& counts_shape()
{
    auto const count = [](std::string name, auto member) {
        return Member<StoredEvaluationResult>{
            std::move(name),
            whole_number("Each woman once in each segment and span.", 0, kMostCounted),
            [member](auto const& it) { return Json(it.*member); }};
    };
    static Shape<StoredEvaluationResult> const shape{
        "EvaluationCounts",
        "What women said, with patrols and without, before their first day and from then on.",
        {count("treated_before", &StoredEvaluationResult::treated_before),
         count("treated_after", &StoredEvaluationResult::treated_after),
         count("control_before", &StoredEvaluationResult::control_before),
         count("control_after", &StoredEvaluationResult::control_after)}};
    return shape;
}

Schema percent(std::string_view about)
{
    return whole_number(about, 1, 100);
}

Schema fingerprint()
{
    return text("BLAKE2b of the exact words, in base64url.", {0, 43});
}

Shape<PublicEvaluation> const& public_shape()
{
    static Shape<PublicEvaluation> const shape{
        "PublicEvaluation",
        "An evaluation that was locked; before it is over only that there is one.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"fingerprint", fingerprint(), [](auto const& it) { return it.fingerprint; }},
         {"locked_day",
          day("Before the patrols began."),
          [](auto const& it) { return Json(iso_text(it.locked_day)); }},
         {"end_day",
          day("From which it is published."),
          [](auto const& it) { return Json(iso_text(it.end_day)); }},
         {"fall",
          percent("A fall that would matter, in percent."),
          [](auto const& it) { return Json(it.fall); }},
         {"smallest_fall",
          percent("The least fall that is likely seen; left out where none is."),
          [](auto const& it) { return or_null(it.smallest_fall); },
          Presence::sometimes},
         {"finding",
          one_of(kFindings, "What came out; left out before it is over."),
          [](auto const& it) {
              return it.told ? Json(code_in(kFindings, it.told->result.finding)) : Json{};
          },
          Presence::sometimes},
         {"hotspot",
          id_text("Where the patrols went, if it is public and over."),
          [](auto const& it) { return it.told ? id_json(it.told->hotspot) : Json{}; },
          Presence::sometimes},
         {"counts",
          counts_shape().schema(),
          [](auto const& it) {
              return it.told && it.told->difference ? counts_shape().write(it.told->result)
                                                    : Json{};
          },
          Presence::sometimes}}};
    return shape;
}

Shape<SeenEvaluation> const& desk_shape()
{
    static Shape<SeenEvaluation> const shape{
        "DeskEvaluation",
        "An evaluation with its places.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.evaluation.id); }},
         {"state",
          one_of(kEvaluationStates, "Where it stands."),
          [](auto const& it) { return code_in(kEvaluationStates, it.evaluation.state); }},
         {"hotspot",
          id_text("Where the patrols go."),
          [](auto const& it) { return id_json(it.evaluation.treated); }},
         {"control",
          id_text("The hotspot without patrols, drawn by lot."),
          [](auto const& it) { return id_json(it.evaluation.control); }},
         {"first_day",
          day("Of the patrols."),
          [](auto const& it) { return Json(iso_text(it.evaluation.first_day)); }},
         {"weeks",
          whole_number("Of each span.", kFewestWeeks, kMostWeeks),
          [](auto const& it) { return Json(it.evaluation.weeks); }},
         {"fall",
          percent("A fall that would matter."),
          [](auto const& it) { return Json(it.evaluation.fall); }},
         {"fingerprint", fingerprint(), [](auto const& it) { return it.evaluation.fingerprint; }},
         {"counts",
          counts_shape().schema(),
          [](auto const& it) { return it.result ? counts_shape().write(*it.result) : Json{}; },
          Presence::sometimes}}};
    return shape;
}

Response show_public(Call const& call)
{
    return json_response(
        {{"evaluations", public_shape().write_all(app::public_evaluations(call.app()))}});
}

Response show_for_desk(Call const& call)
{
    return json_response(
        {{"evaluations", desk_shape().write_all(app::list_evaluations(call.app(), call.person))}});
}

Response plan(Call const& call)
{
    auto const number = [&](char const* name) { return call.body.at(name).get<int>(); };
    app::EvaluationForm const form{
        .first_day = find_day(call.text("first_day")),
        .weeks = number("weeks"),
        .fall = number("fall"),
        .minimum_severity = number("minimum_severity")};
    require_none(app::errors_in(form, app::today(call.app())));
    auto const id = app::plan_evaluation(
        call.app(), call.person, call.request.path_id<HotspotId>("hotspot"), form);
    return json_response({{"id", id_json(id)}}, 201);
}

EvaluationId evaluation_of(Call const& call)
{
    return call.request.path_id<EvaluationId>("evaluation");
}

Response approve(Call const& call)
{
    app::approve_evaluation(call.app(), call.person, evaluation_of(call));
    return no_content();
}

Response refuse(Call const& call)
{
    require_none(app::errors_in_note(call.text("why"), "why"));
    app::refuse_evaluation(call.app(), call.person, evaluation_of(call), call.text("why"));
    return no_content();
}

template <class T>
Answer list_answer(Shape<T> const& shape)
{
    constexpr auto kAbout = "Newest first.";
    return answer_of(
        kAbout, object_of(kAbout, {{"evaluations", list_of(shape.schema(), kAbout)}}, false));
}

} // namespace

void add_evaluation_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/evaluations",
         .id = "listEvaluations",
         .tag = "public",
         .summary = "Whether patrols at hotspots changed what women say",
         .answer = list_answer(public_shape()),
         .handle = show_public});
    all.push_back(
        {.path = "/desk/evaluations",
         .id = "listDeskEvaluations",
         .tag = "desk",
         .summary = "The evaluations with a place of her unit, or all",
         .access = Access::staff,
         .answer = list_answer(desk_shape()),
         .handle = show_for_desk});
    all.push_back(
        {.method = Method::post,
         .path = "/desk/hotspots/{hotspot}/evaluation",
         .id = "planEvaluation",
         .tag = "desk",
         .summary = "Propose an evaluation; the lot draws the place without patrols",
         .access = Access::staff,
         .parameters = {path_id("hotspot", "A confirmed hotspot of her unit.")},
         .body = object_of(
             "What is compared.",
             {{"first_day", day("Of the patrols.")},
              {"weeks", whole_number("Of each span.", kFewestWeeks, kMostWeeks)},
              {"fall", percent("A fall that would matter.")},
              {"minimum_severity",
               whole_number("The control's concerns lie below.", 1, kWorstSeverity)}},
             true),
         .answer = answer_of(
             "It waits for oversight.",
             object_of("Its number.", {{"id", id_text("Its number.")}}, false),
             201),
         .problems = {409},
         .handle = plan});
    auto const decision =
        [&](std::string_view path, std::string_view id, std::string_view summary) {
            return Endpoint{
                .method = Method::post,
                .path = "/desk/evaluations/{evaluation}" + std::string{path},
                .id = id,
                .tag = "oversight",
                .summary = summary,
                .access = Access::staff,
                .parameters = {path_id("evaluation", "One that waits.")},
                .answer = nothing("It is decided."),
                .problems = {409}};
        };
    auto approval =
        decision("/approval", "approveEvaluation", "Lock what is compared before patrols begin");
    approval.handle = approve;
    all.push_back(std::move(approval));
    auto refusal = decision("/refusal", "refuseEvaluation", "Refuse it, and say why");
    refusal.body = object_of("Why.", {{"why", text("Names nobody.", {1, kMostOfANote})}}, true);
    refusal.handle = refuse;
    all.push_back(std::move(refusal));
}

} // namespace wt::web::api
