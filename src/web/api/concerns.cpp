#include "app/what_happened.hpp"
#include "scheme/month.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/geojson.hpp"
#include "web/api/values.hpp"
#include "web/list_address.hpp"

/// What women said and what became of it: `/concerns`, for anyone.
namespace wt::web::api {

namespace {

using app::PublicAnswer;
using app::PublicConcern;

Shape<PublicAnswer> const& answer_shape()
{
    static Shape<PublicAnswer> const shape{
        "PublicAnswer", "What was answered, in public.", answer_members<PublicAnswer>()};
    return shape;
}

/// The members of a concern that is listed.
std::vector<Member<PublicConcern>> members()
{
    return {
        {"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
        {"category", category(), [](auto const& it) { return code_in(kCategories, it.category); }},
        {"month",
         month("In which it was raised."),
         [](auto const& it) { return month_text(it.month); }},
        {"state", state(), [](auto const& it) { return code_in(kConcernStates, it.state); }},
        {"clock", clock_code(), [](auto const& it) { return code_in(kClockStatuses, it.clock); }},
        {"bcu", id_text("The command unit."), [](auto const& it) { return id_json(it.bcu); }},
        {"ward",
         id_text("Where enough people of the ward spoke."),
         [](auto const& it) { return id_json(it.ward); },
         Presence::sometimes},
        {"street",
         text("Where enough people of the street spoke, if it has a name."),
         [](auto const& it) { return or_null(it.street); },
         Presence::sometimes},
        {"point",
         point_shape().schema(),
         [](auto const& it) { return it.point ? point_shape().write(*it.point) : Json{}; },
         Presence::sometimes},
        {"latest",
         answer_shape().schema(),
         [](auto const& it) { return it.latest ? answer_shape().write(*it.latest) : Json{}; },
         Presence::sometimes}};
}

Shape<PublicConcern> const& concern_shape()
{
    static Shape<PublicConcern> const shape{
        "PublicConcern",
        "A concern, placed as closely as enough people spoke of the place: at the middle of a "
        "stretch of street (point), by street, ward or command unit.",
        members()};
    return shape;
}

Shape<app::PublicHistory> const& history_shape()
{
    static Shape<app::PublicHistory> const shape{
        "PublicHistory",
        "A concern with every answer it had.",
        {{"concern",
          concern_shape().schema(),
          [](auto const& it) { return concern_shape().write(it.concern); }},
         {"answers", list_of(answer_shape().schema(), "Oldest first."), [](auto const& it) {
              return answer_shape().write_all(it.answers);
          }}}};
    return shape;
}

Response show_concerns(Call const& call)
{
    auto const choice = read_concern_choice(call.query());
    require_known_page(call, choice.after.has_value());
    app::PublicFilter const filter{
        .bcu = choice.bcu,
        .ward = choice.ward,
        .category = choice.category,
        .state = choice.state,
        .after = choice.after};
    if (call.type == kGeoJson) {
        return content(kGeoJson, app::what_happened_geojson(call.app(), filter));
    }
    auto const shown = app::what_happened(call.app(), filter);
    Json json{{"concerns", concern_shape().write_all(shown.concerns)}};
    if (shown.next) {
        json["next"] = key_text(*shown.next);
    }
    return json_response(json);
}

Response show_concern(Call const& call)
{
    return json_response(history_shape().write(
        app::public_history(call.app(), call.request.path_id<ConcernId>("concern"))));
}

} // namespace

void add_concern_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/concerns",
         .id = "listConcerns",
         .tag = "public",
         .summary = "What women told us and what became of it, newest month first",
         .parameters = concern_filter(),
         .answer =
             {200,
              "A page of the list; as GeoJSON up to 500 that have a point, without pages.",
              {{kJson,
                object_of(
                    "A page of the list.",
                    {{"concerns", list_of(concern_shape().schema(), "Newest month first.")},
                     next_member()},
                    false)},
               {kGeoJson, geojson_schema("Points with `id`, `category`, `state` and `clock`.")}}},
         .handle = show_concerns});
    all.push_back(
        {.path = "/concerns/{concern}",
         .id = "showConcern",
         .tag = "public",
         .summary = "One concern with every answer it had",
         .parameters = {path_id("concern", "The number of a concern.")},
         .answer = answer_of("The concern.", history_shape().schema()),
         .handle = show_concern});
}

} // namespace wt::web::api
