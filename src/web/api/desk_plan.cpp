#include "web/pages/desk_plan.hpp"

#include "app/permission.hpp"
#include "base/calendar.hpp"
#include "web/api/endpoints.hpp"
#include "web/pages/desk.hpp"

/// The walks of the days ahead: planned, looked at, published.
namespace wt::web::api {

namespace {

Json ids_json(auto const& ids)
{
    Json list = Json::array();
    for (auto const id : ids) {
        list.push_back(id_json(id));
    }
    return list;
}

Shape<app::PlannedWalk> const& planned_shape()
{
    static Shape<app::PlannedWalk> const shape{
        "PlannedWalk",
        "A walk that the plan proposes; nobody is told of it yet.",
        {{"from", moment("When it begins."), [](auto const& it) { return iso_text(it.time.from); }},
         {"to", moment("When it ends."), [](auto const& it) { return iso_text(it.time.to); }},
         {"ward", id_text("The ward."), [](auto const& it) { return id_json(it.ward); }},
         {"officers",
          list_of(text("As the public knows her."), "At least two."),
          [](auto const& it) { return Json(it.officer_names); }},
         {"requests",
          list_of(id_text("A request."), "Who walks."),
          [](auto const& it) { return ids_json(it.requests); }},
         {"why",
          list_of(text("Such as `waited_longest`."), "What speaks for it."),
          [](auto const& it) {
              Json reasons = Json::array();
              for (auto const why : it.why) {
                  reasons.push_back(matching::name(why));
              }
              return reasons;
          }},
         {"step_free", yes_or_no("Its way has no steps."), [](auto const& it) {
              return it.step_free;
          }}}};
    return shape;
}

Shape<matching::Unserved> const& left_out_shape()
{
    static Shape<matching::Unserved> const shape{
        "LeftOut",
        "A request without a walk in this plan.",
        {{"request", id_text("The request."), [](auto const& it) { return id_json(it.request); }},
         {"why", text("Such as `nobody_free`."), [](auto const& it) {
              return matching::name(it.why_not);
          }}}};
    return shape;
}

Shape<app::WalkPlan> const& plan_shape()
{
    static Shape<app::WalkPlan> const shape{
        "WalkPlan",
        "The queue brought together with the women officers on duty.",
        {{"plan",
          text("Tells this plan from others: send it to publish it."),
          [](auto const& it) { return checksum_of(it); }},
         {"walks",
          list_of(planned_shape().schema(), "By when they begin."),
          [](auto const& it) { return planned_shape().write_all(it.walks); }},
         {"left_out",
          list_of(left_out_shape().schema(), "By request.", 100'000),
          [](auto const& it) { return left_out_shape().write_all(it.unserved); }},
         {"waiting",
          whole_number("Requests that were considered."),
          [](auto const& it) { return it.waiting; }},
         {"bound", whole_number("No plan serves more requests."), [](auto const& it) {
              return it.bound;
          }}}};
    return shape;
}

std::vector<NamedSchema> range_members()
{
    return {
        {"first", day("The first day; not before today.")},
        {"last", day("The last day, included; at most 31 days after the first.")}};
}

app::WalkPlan plan_of(Call const& call)
{
    app::PlanWish const wish{
        .first = find_day(call.text("first")).value(),
        .last = find_day(call.text("last")).value(),
        .bcu = desk_unit(call.site, call.person, call.query())};
    app::require_permission(call.person, app::Action::plan_walks, wish.bcu);
    require_none(app::errors_in_range(call.app(), wish.first, wish.last));
    return app::make_plan(call.app(), call.person, wish);
}

Response make_plan(Call const& call)
{
    return json_response(plan_shape().write(plan_of(call)));
}

Response create_publication(Call const& call)
{
    auto const plan = plan_of(call);
    if (checksum_of(plan) != call.text("plan")) {
        throw Problem{
            409,
            N_("The queue or the officers have changed since you looked. Nothing is published "
               "yet. Make the plan again.")};
    }
    return json_response({{"held", app::publish_plan(call.app(), call.person, plan)}}, 201);
}

} // namespace

void add_plan_endpoints(std::vector<Endpoint>& all)
{
    auto published = range_members();
    published.push_back({"plan", text("Of the plan that is to be published.", {1, 100})});
    all.push_back(
        {.method = Method::post,
         .path = "/desk/plan",
         .id = "makePlan",
         .tag = "desk",
         .summary = "Plan walks; nothing is changed and nobody is told",
         .access = Access::staff,
         .parameters = {unit_parameter()},
         .body = object_of("Which days.", range_members(), true),
         .answer = answer_of("The plan.", plan_shape().schema()),
         .handle = make_plan});
    all.push_back(
        {.method = Method::post,
         .path = "/desk/plan/publication",
         .id = "publishPlan",
         .tag = "desk",
         .summary = "Hold the walks of a plan and ask each woman whether she wants hers",
         .access = Access::staff,
         .parameters = {unit_parameter()},
         .body = object_of("Which plan, of which days.", published, true),
         .answer = answer_of(
             "The women are asked.",
             object_of(
                 "What was published.",
                 {{"held",
                   whole_number("Walks that are held; the others were overtaken by somebody "
                                "else's change.")}},
                 false),
             201),
         .problems = {409},
         .handle = create_publication});
}

} // namespace wt::web::api
