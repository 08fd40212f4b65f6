#include "app/officer_walks.hpp"
#include "base/calendar.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/walk_values.hpp"

/// What an officer does on her own walks.
namespace wt::web::api {

namespace {

Shape<app::WalkCompanion> const& companion_shape()
{
    static Shape<app::WalkCompanion> const shape{
        "Companion",
        "A woman on the walk, as its officers see her.",
        {{"request",
          id_text("Names her here."),
          [](auto const& it) { return id_json(it.request); }},
         {"name", text("What to call her."), [](auto const& it) { return it.name; }},
         {"party",
          whole_number("How many come with her, herself included."),
          [](auto const& it) { return it.party; }},
         {"place", place_state(), [](auto const& it) { return code_in(kPlaceStates, it.place); }},
         {"step_free",
          yes_or_no("She needs a way without steps."),
          [](auto const& it) { return it.step_free; }},
         {"language",
          text("That she would like to speak; left out if it is no matter."),
          [](auto const& it) { return or_null(it.language); },
          Presence::sometimes},
         {"words", text("Hers, for her officers."), [](auto const& it) { return it.words; }}}};
    return shape;
}

Shape<app::WalkConcern> const& recorded_shape()
{
    static Shape<app::WalkConcern> const shape{
        "RecordedConcern",
        "What was recorded on the walk.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"category", category(), [](auto const& it) { return code_in(kCategories, it.category); }},
         {"severity", severity(), [](auto const& it) { return it.severity; }},
         {"source",
          one_of(kConcernSources, "Who said it."),
          [](auto const& it) { return code_in(kConcernSources, it.source); }},
         {"street",
          text("Left out where it has no name."),
          [](auto const& it) { return or_null(it.street); },
          Presence::sometimes}}};
    return shape;
}

struct View
{
    app::OfficerWalk const* it = nullptr;
    Texts const* texts = nullptr;
};

Shape<View> const& own_walk_shape()
{
    static Shape<View> const shape{
        "OfficerWalk",
        "A walk with the women on it, until a day after it.",
        {{"id", id_text("Its number."), [](auto const& of) { return id_json(of.it->id); }},
         {"from",
          moment("When it begins."),
          [](auto const& of) { return iso_text(of.it->time.from); }},
         {"to", moment("When it ends."), [](auto const& of) { return iso_text(of.it->time.to); }},
         {"state", walk_state(), [](auto const& of) { return code_in(kWalkStates, of.it->state); }},
         {"officers",
          list_of(officer_shape().schema(), "At least two."),
          [](auto const& of) { return officer_shape().write_all(of.it->officers); }},
         {"companions",
          list_of(companion_shape().schema(), "The women."),
          [](auto const& of) { return companion_shape().write_all(of.it->companions); }},
         {"words",
          text("To say first, at the meeting point."),
          [](auto const& of) { return of.it->word; }},
         {"way",
          way_shape().schema(),
          [](auto const& of) { return way_shape().write({&of.it->route, of.texts}); }},
         {"concerns",
          list_of(recorded_shape().schema(), "Without those taken back."),
          [](auto const& of) { return recorded_shape().write_all(of.it->concerns); }}}};
    return shape;
}

WalkId walk_of(Call const& call)
{
    return call.request.path_id<WalkId>("walk");
}

Response show_walks(Call const& call)
{
    return json_response(
        {{"walks", walk_shape().write_all(app::list_own_walks(call.app(), call.person))}});
}

Response show_walk(Call const& call)
{
    auto const walk = app::open_own_walk(call.app(), call.person, walk_of(call));
    return json_response(own_walk_shape().write({&walk, &call.request.t()}));
}

Response create_start(Call const& call)
{
    app::start_walk(call.app(), call.person, walk_of(call));
    return no_content();
}

Response create_missed(Call const& call)
{
    app::miss_walk(call.app(), call.person, walk_of(call));
    return no_content();
}

Response create_called_away(Call const& call)
{
    beside("safe_place", [&] {
        app::call_walk_away(call.app(), call.person, walk_of(call), call.text("safe_place"));
    });
    return no_content();
}

Response create_end(Call const& call)
{
    std::vector<RequestId> absent;
    for (auto const& request : call.body.value("absent", Json::array())) {
        absent.push_back(id_in<RequestId>(request));
    }
    app::finish_walk(call.app(), call.person, walk_of(call), absent);
    return no_content();
}

Response create_concern(Call const& call)
{
    auto concern = new_concern(
        call, call.body.contains("request") ? ConcernSource::walk : ConcernSource::passer_by);
    concern.walk = walk_of(call);
    concern.words = call.text("words");
    if (concern.source == ConcernSource::walk) {
        concern.request = id_in<RequestId>(call.body.at("request"));
    }
    require_none(app::check_concern(concern, concern.source == ConcernSource::walk));
    auto const id = beside("place", [&] {
        return app::record_concern(call.app(), call.person, concern, place_in(call));
    });
    return json_response({{"id", id_json(id)}}, 201);
}

Schema concern_schema()
{
    auto members = sent_concern();
    members.push_back({"request", id_text("Whose it is; left out for a passer-by."), false});
    members.push_back({"words", text("Hers, under her own key.", {0, kMostWords}), false});
    return object_of("What a woman of the walk says, or somebody met on it.", members, true);
}

/// Something that an officer does with a walk of hers.
Endpoint deed(
    std::string_view what,
    std::string_view id,
    std::string_view summary,
    std::string_view done,
    Response (*handle)(Call const& call))
{
    return {
        .method = Method::post,
        .path = "/officer/walks/{walk}/" + std::string{what},
        .id = id,
        .tag = "officers",
        .summary = summary,
        .access = Access::staff,
        .parameters = {path_id("walk", "A walk of hers.")},
        .answer = nothing(done),
        .problems = {409},
        .handle = handle};
}

void add_deeds(std::vector<Endpoint>& all)
{
    all.push_back(deed("start", "startWalk", "They have met", "The walk has begun.", create_start));
    all.push_back(deed(
        "missed", "missWalk", "Nobody came", "The women are told, and wait again.", create_missed));
    auto away = deed(
        "called-away",
        "callWalkAway",
        "The officers must go",
        "The women are first for the next date.",
        create_called_away);
    away.body = object_of(
        "Where they are brought.", {{"safe_place", text("That they chose.", {0, 100})}}, true);
    all.push_back(std::move(away));
    auto end = deed("end", "finishWalk", "The walk is done", "It is done.", create_end);
    end.body = object_of(
        "Who did not come.",
        {{"absent", list_of(id_text("A request."), "They are told, and wait again.", 10), false}},
        true);
    all.push_back(std::move(end));
    auto concern = deed("concerns", "recordConcern", "Record a concern", "", create_concern);
    concern.body = concern_schema();
    concern.answer = answer_of(
        "It is recorded.",
        object_of(
            "The concern.",
            {{"id", row_text("Its number; 0 once it has left the concerns as a disclosure.")}},
            false),
        201);
    all.push_back(std::move(concern));
}

} // namespace

void add_officer_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/officer/walks",
         .id = "listOwnWalks",
         .tag = "officers",
         .summary = "Her walks from yesterday on",
         .access = Access::staff,
         .answer = answer_of(
             "Her walks.",
             object_of(
                 "Her walks.",
                 {{"walks", list_of(walk_shape().schema(), "By their beginning.")}},
                 false)),
         .handle = show_walks});
    all.push_back(
        {.path = "/officer/walks/{walk}",
         .id = "showOwnWalk",
         .tag = "officers",
         .summary = "One walk of hers; the look is logged",
         .access = Access::staff,
         .parameters = {path_id("walk", "A walk of hers.")},
         .answer = answer_of("The walk.", own_walk_shape().schema()),
         .handle = show_walk});
    add_deeds(all);
}

} // namespace wt::web::api
