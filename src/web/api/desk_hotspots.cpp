#include "app/concern_clock.hpp"
#include "app/hotspots.hpp"
#include "base/calendar.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/values.hpp"

#include <string>

/// One hotspot at the desk: what is known of it, and what a person decides.
namespace wt::web::api {

namespace {

using app::OpenHotspot;

struct VisitTag;

Shape<store::StoredVisit> const& visit_shape()
{
    static Shape<store::StoredVisit> const shape{
        "HotspotVisit",
        "Somebody who is there for a while: what was planned, and what became of it.",
        {{"id",
          id_text("To note that it was made."),
          [](auto const& it) { return std::to_string(it.id); }},
         {"planned_day",
          day("For which it was planned."),
          [](auto const& it) { return Json(iso_text(it.planned_day)); }},
         {"planned_minutes",
          whole_number("For how long.", 1, kLongestVisit),
          [](auto const& it) { return Json(it.planned_minutes); }},
         {"delivered_minutes",
          whole_number("How long it was; 0 where it was not made yet.", 0, kLongestVisit),
          [](auto const& it) { return Json(it.delivered_minutes); }}}};
    return shape;
}

Shape<store::StoredFinding> const& finding_shape()
{
    static Shape<store::StoredFinding> const shape{
        "HotspotFinding",
        "Why a weekly search called it.",
        {{"day", day("Of the search."), [](auto const& it) { return Json(iso_text(it.day)); }},
         {"women",
          whole_number("Different women who spoke of it."),
          [](auto const& it) { return Json(it.women); }},
         {"expected",
          number("Of what was said, where exposure alone decides.", 0, 1e12),
          [](auto const& it) { return Json(it.expected); }},
         {"p",
          number("The least of its segments.", 0, 1),
          [](auto const& it) { return Json(it.p); }},
         {"q", number("The least of its segments.", 0, 1), [](auto const& it) {
              return Json(it.q);
          }}}};
    return shape;
}

Shape<store::StoredHotspotEvent> const& event_shape()
{
    static Shape<store::StoredHotspotEvent> const shape{
        "HotspotEvent",
        "What happened to it.",
        {{"kind",
          one_of(kHotspotEvents, "What it was."),
          [](auto const& it) { return code_in(kHotspotEvents, it.kind); }},
         {"state",
          one_of(kHotspotStates, "Where it stood from then on."),
          [](auto const& it) { return code_in(kHotspotStates, it.state); }},
         {"day", day("When."), [](auto const& it) { return Json(iso_text(it.day)); }},
         {"note", text("What was written; may be empty."), [](auto const& it) {
              return Json(it.note);
          }}}};
    return shape;
}

Shape<OpenHotspot> const& open_shape()
{
    static Shape<OpenHotspot> const shape{
        "OpenHotspot",
        "A hotspot with all that is known of it.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.seen.hotspot.id); }},
         {"version",
          whole_number("To send with a decision."),
          [](auto const& it) { return Json(it.seen.hotspot.version); }},
         {"state",
          one_of(kHotspotStates, "Where it stands."),
          [](auto const& it) { return code_in(kHotspotStates, it.seen.hotspot.state); }},
         {"findings",
          list_of(finding_shape().schema(), "Newest first."),
          [](auto const& it) { return finding_shape().write_all(it.findings); }},
         {"concerns",
          list_of(id_text("A concern."), "Those that stand there, newest first."),
          [](auto const& it) {
              Json ids = Json::array();
              for (auto const& concern : it.concerns) {
                  ids.push_back(id_json(concern.id));
              }
              return ids;
          }},
         {"visits",
          list_of(visit_shape().schema(), "By planned day."),
          [](auto const& it) { return visit_shape().write_all(it.visits); }},
         {"events", list_of(event_shape().schema(), "Oldest first."), [](auto const& it) {
              return event_shape().write_all(it.events);
          }}}};
    return shape;
}

HotspotId hotspot_of(Call const& call)
{
    return call.request.path_id<HotspotId>("hotspot");
}

int sent_version(Call const& call)
{
    return call.body.at("version").get<int>();
}

Response show_one(Call const& call)
{
    return json_response(
        open_shape().write(app::open_hotspot(call.app(), call.person, hotspot_of(call))));
}

Response confirm(Call const& call)
{
    app::confirm_hotspot(call.app(), call.person, hotspot_of(call), sent_version(call));
    return no_content();
}

Response end(Call const& call)
{
    require_none(app::errors_in_note(call.text("why"), "why"));
    app::end_hotspot(
        call.app(), call.person, hotspot_of(call), sent_version(call), call.text("why"));
    return no_content();
}

Response write_note(Call const& call)
{
    require_none(app::errors_in_note(call.text("note"), "note"));
    app::note_hotspot(call.app(), call.person, hotspot_of(call), call.text("note"));
    return no_content();
}

app::VisitForm visit_in(Call const& call, bool is_planned)
{
    app::VisitForm const form{
        .day = find_day(call.text("day")), .minutes = call.body.at("minutes").get<int>()};
    require_none(app::errors_in(form, app::today(call.app()), is_planned));
    return form;
}

Response plan(Call const& call)
{
    app::plan_visit(call.app(), call.person, hotspot_of(call), visit_in(call, true));
    return no_content();
}

Response deliver(Call const& call)
{
    app::deliver_visit(
        call.app(),
        call.person,
        hotspot_of(call),
        call.request.path_id<Id<VisitTag>>("visit").value,
        visit_in(call, false));
    return no_content();
}

/// What the desk does with a hotspot: a POST below its address that answers with nothing.
Endpoint decision(
    std::string const& path,
    std::string_view id,
    std::string_view summary,
    std::vector<NamedSchema> const& members,
    Response (*handle)(Call const& call))
{
    return {
        .method = Method::post,
        .path = "/desk/hotspots/{hotspot}" + path,
        .id = id,
        .tag = "desk",
        .summary = summary,
        .access = Access::staff,
        .parameters = {path_id("hotspot", "A hotspot of her unit.")},
        .body = object_of(summary, members, true),
        .answer = nothing("It is written down."),
        .problems = {409},
        .handle = handle};
}

} // namespace

void add_desk_hotspot_endpoints(std::vector<Endpoint>& all)
{
    NamedSchema const version{
        "version", whole_number("As it was read: of two who decide, one wins.", 1, 1'000'000)};
    std::vector<NamedSchema> const visit{
        {"day", day("On which somebody is or was there.")},
        {"minutes", whole_number("For how long.", 1, kLongestVisit)}};
    auto const words = text("Names nobody.", {1, kMostOfANote});
    all.push_back(
        {.path = "/desk/hotspots/{hotspot}",
         .id = "showDeskHotspot",
         .tag = "desk",
         .summary = "A hotspot with all that is known of it",
         .access = Access::staff,
         .parameters = {path_id("hotspot", "A hotspot of her unit.")},
         .answer = answer_of("The hotspot.", open_shape().schema()),
         .handle = show_one});
    all.push_back(decision(
        "/confirmation", "confirmHotspot", "Agree that the place needs work", {version}, confirm));
    all.push_back(decision(
        "/ending",
        "endHotspot",
        "Say why it is no hotspot, or none any more",
        {version, {"why", words}},
        end));
    all.push_back(decision("/notes", "noteHotspot", "Write a note", {{"note", words}}, write_note));
    all.push_back(decision(
        "/visits", "planHotspotVisit", "Plan that somebody is there for a while", visit, plan));
    auto made = decision(
        "/visits/{visit}", "noteHotspotVisit", "Note that a visit was made", visit, deliver);
    made.parameters.push_back(path_id("visit", "A visit that was planned."));
    all.push_back(std::move(made));
}

} // namespace wt::web::api
