#include "web/pages/desk.hpp"

#include "app/answer_concern.hpp"
#include "app/concerns.hpp"
#include "app/queue.hpp"
#include "base/calendar.hpp"
#include "web/answer_form.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/values.hpp"
#include "web/api/walk_values.hpp"
#include "web/list_address.hpp"

#include <algorithm>
#include <iterator>

/// What the desk of a command unit sees and answers.
namespace wt::web::api {

namespace {

Schema request_state()
{
    return one_of(kRequestStates, "Where it stands.");
}

Parameter page_parameter()
{
    return {.name = "after", .schema = text("The `next` of the page before.", {1, 60})};
}

Shape<store::StoredRequest> const& request_shape()
{
    static Shape<store::StoredRequest> const shape{
        "QueuedRequest",
        "A request, without who asked.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"bcu", id_text("The command unit."), [](auto const& it) { return id_json(it.bcu); }},
         {"ward", id_text("The ward."), [](auto const& it) { return id_json(it.ward); }},
         {"state",
          request_state(),
          [](auto const& it) { return code_in(kRequestStates, it.state); }},
         {"party", whole_number("Women."), [](auto const& it) { return it.party; }},
         {"may_share",
          yes_or_no("A walk with others."),
          [](auto const& it) { return it.may_share; }},
         {"waiting_since",
          moment("Since when she has waited."),
          [](auto const& it) { return iso_text(it.waiting_since); }},
         {"postponed",
          whole_number("How often a walk was lost through no fault of hers."),
          [](auto const& it) { return it.postponed; }},
         {"first_for_next", yes_or_no("She is first for the next date."), [](auto const& it) {
              return it.first_for_next;
          }}}};
    return shape;
}

Response show_queue(Call const& call)
{
    auto const after = find_queue_key(call.query().get("after"));
    require_known_page(call, after.has_value());
    auto const page = app::list_queue(
        call.app(),
        call.person,
        {.bcu = desk_unit(call.site, call.person, call.query()),
         .state =
             find_in(kRequestStates, call.query().get("state")).value_or(RequestState::waiting),
         .after = after});
    Json json{
        {"requests", request_shape().write_all(page.requests)},
        {"waiting", page.waiting},
        {"proposed", page.proposed},
        {"booked", page.booked}};
    if (page.next) {
        json["next"] = key_text(*page.next);
    }
    return json_response(json);
}

Response show_request(Call const& call)
{
    auto const opened =
        app::open_desk_request(call.app(), call.person, call.request.path_id<RequestId>("request"));
    return json_response(
        {{"request", request_shape().write(opened.request)},
         {"walks", walk_shape().write_all(opened.walks)}});
}

/// What the desk alone sees of a concern.
std::vector<Member<app::DeskConcern>> desk_members()
{
    return {
        {"version",
         whole_number("To send with an answer."),
         [](auto const& it) { return it.concern.version; }},
        {"bcu",
         id_text("The command unit."),
         [](auto const& it) { return id_json(it.concern.bcu); }},
        {"ward", id_text("The ward."), [](auto const& it) { return id_json(it.concern.ward); }},
        {"point",
         point_shape().schema(),
         [](auto const& it) { return point_shape().write(it.concern.segment.midpoint); }},
        {"source",
         one_of(kConcernSources, "How the scheme heard of it."),
         [](auto const& it) { return code_in(kConcernSources, it.concern.source); }},
        {"latest",
         stored_answer_shape().schema(),
         [](auto const& it) {
             return it.latest ? stored_answer_shape().write(*it.latest) : Json{};
         },
         Presence::sometimes}};
}

Shape<app::DeskConcern> const& concern_shape()
{
    static auto const shape = [] {
        auto members = concern_members<app::DeskConcern>();
        std::ranges::move(desk_members(), std::back_inserter(members));
        return Shape<app::DeskConcern>{
            "DeskConcern",
            "A concern, without who raised it and without her words.",
            std::move(members)};
    }();
    return shape;
}

Response show_concerns(Call const& call)
{
    auto const choice = read_concern_choice(call.query());
    require_known_page(call, choice.after.has_value());
    auto const page = app::list_concerns(
        call.app(),
        call.person,
        {.bcu = desk_unit(call.site, call.person, call.query()),
         .ward = choice.ward,
         .category = choice.category,
         .state = choice.state,
         .after = choice.after});
    Json json{{"concerns", concern_shape().write_all(page.concerns)}};
    if (page.next) {
        json["next"] = key_text(*page.next);
    }
    return json_response(json);
}

Response show_concern(Call const& call)
{
    auto const opened =
        app::open_concern(call.app(), call.person, call.request.path_id<ConcernId>("concern"));
    return json_response(
        {{"concern", concern_shape().write(opened.concern)},
         {"answers", stored_answer_shape().write_all(opened.answers)},
         {"has_words", opened.has_words}});
}

Response create_answer(Call const& call)
{
    AnswerForm const answer{
        .kind = find_in(kAnswerKinds, call.text("kind")).value(),
        .sentence = call.text("sentence"),
        .body = call.text("body"),
        .due = find_day(call.text("due"))};
    auto const concern = call.request.path_id<ConcernId>("concern");
    auto const partner = sent_id<PartnerId>(call, "partner");
    require_none(
        with_partner(answer, partner.has_value(), app::check_answer(call.app(), concern, answer)));
    auto const id = beside(partner ? "partner" : "corrects", [&] {
        return app::answer_concern(
            call.app(),
            call.person,
            concern,
            call.body.at("version").get<int>(),
            answer,
            {.partner = partner, .corrects = sent_id<AnswerId>(call, "corrects")});
    });
    return json_response({{"id", id_json(id)}}, 201);
}

Schema answer_schema()
{
    return object_of(
        "A public answer. Once sent it is never changed; another one follows it.",
        {{"version", concern_version()},
         {"kind", answer_kind()},
         {"sentence", text("What anyone will read; it tells nobody to change what she does.")},
         {"body", text("Who did it, has it, or says no; the force if left out.", {0, 200}), false},
         {"due", day("Until when, for what is planned."), false},
         {"partner", partner_id(), false},
         {"corrects", id_text("The earlier answer that this one puts right."), false}},
        true);
}

void add_queue_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/desk/requests",
         .id = "listQueue",
         .tag = "desk",
         .summary = "Who waits, in the order in which they are served",
         .access = Access::staff,
         .parameters =
             {unit_parameter(),
              {.name = "state",
               .schema = one_of(kRequestStates, "Those who stand so; waiting if left out.")},
              page_parameter()},
         .answer = answer_of(
             "A page of the queue.",
             object_of(
                 "A page of the queue.",
                 {{"requests", list_of(request_shape().schema(), "In the order of service.")},
                  {"waiting", whole_number("Who waits in the unit.")},
                  {"proposed", whole_number("Who has a proposal.")},
                  {"booked", whole_number("Who has said yes.")},
                  next_member()},
                 false)),
         .handle = show_queue});
    all.push_back(
        {.path = "/desk/requests/{request}",
         .id = "showRequest",
         .tag = "desk",
         .summary = "How a request stands, and its walks",
         .access = Access::staff,
         .parameters = {path_id("request", "A request of her unit.")},
         .answer = answer_of(
             "The request.",
             object_of(
                 "A request.",
                 {{"request", request_shape().schema()},
                  {"walks", list_of(walk_shape().schema(), "Newest first.")}},
                 false)),
         .handle = show_request});
}

} // namespace

void add_desk_endpoints(std::vector<Endpoint>& all)
{
    add_queue_endpoints(all);
    all.push_back(
        {.path = "/desk/concerns",
         .id = "listDeskConcerns",
         .tag = "desk",
         .summary = "The concerns of a unit, oldest first, with their clocks",
         .access = Access::staff,
         .parameters = concern_filter(),
         .answer = answer_of(
             "A page of the list.",
             object_of(
                 "A page of the list.",
                 {{"concerns", list_of(concern_shape().schema(), "Oldest first.")}, next_member()},
                 false)),
         .handle = show_concerns});
    all.push_back(
        {.path = "/desk/concerns/{concern}",
         .id = "showDeskConcern",
         .tag = "desk",
         .summary = "One concern with its whole history",
         .access = Access::staff,
         .parameters = {path_id("concern", "A concern of her unit.")},
         .answer = answer_of(
             "The concern.",
             object_of(
                 "A concern with its history.",
                 {{"concern", concern_shape().schema()},
                  {"answers", list_of(stored_answer_shape().schema(), "Oldest first.")},
                  {"has_words",
                   yes_or_no("She said something in her own words, to be read on its page for a "
                             "reason.")}},
                 false)),
         .handle = show_concern});
    all.push_back(
        {.method = Method::post,
         .path = "/desk/concerns/{concern}/answers",
         .id = "answerConcern",
         .tag = "desk",
         .summary = "Answer a concern, in public",
         .access = Access::staff,
         .parameters = {path_id("concern", "A concern of her unit.")},
         .body = answer_schema(),
         .answer = answer_of(
             "The answer is public.",
             object_of("The answer.", {{"id", id_text("Its number.")}}, false),
             201),
         .problems = {409},
         .handle = create_answer});
}

} // namespace wt::web::api
