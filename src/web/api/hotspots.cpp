#include "app/hotspots.hpp"

#include "app/public_hotspots.hpp"
#include "base/calendar.hpp"
#include "scheme/month.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/geojson.hpp"
#include "web/api/values.hpp"
#include "web/pages/desk.hpp"

/// Where more women feel unsafe than chance explains: `/hotspots`, for anyone, and
/// `/desk/hotspots`.
namespace wt::web::api {

namespace {

using app::PublicHotspot;
using app::SeenHotspot;

Json text_list(auto const& values, auto const& write)
{
    Json json = Json::array();
    for (auto const& value : values) {
        json.push_back(write(value));
    }
    return json;
}

Shape<PublicHotspot::Visits> const& visits_shape()
{
    static Shape<PublicHotspot::Visits> const shape{
        "HotspotVisits",
        "How often somebody was there in a month.",
        {{"month", month("Of the visits."), [](auto const& it) { return month_text(it.month); }},
         {"count", whole_number("Visits that were made."), [](auto const& it) {
              return Json(it.count);
          }}}};
    return shape;
}

Shape<PublicHotspot> const& public_shape()
{
    static Shape<PublicHotspot> const shape{
        "PublicHotspot",
        "A hotspot that a person has confirmed, placed no closer than the concerns that are "
        "listed.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"state",
          one_of(kHotspotStates, "Where it stands."),
          [](auto const& it) { return code_in(kHotspotStates, it.state); }},
         {"bcu", id_text("The command unit."), [](auto const& it) { return id_json(it.bcu); }},
         {"wards",
          list_of(id_text("A ward."), "Where enough people of the ward spoke."),
          [](auto const& it) {
              return text_list(it.wards, [](auto ward) { return id_json(ward); });
          }},
         {"streets",
          list_of(text("A name."), "Where enough people of the street spoke."),
          [](auto const& it) {
              return text_list(it.streets, [](auto const& name) { return Json(name); });
          }},
         {"points",
          list_of(point_shape().schema(), "Where enough people of the segment spoke."),
          [](auto const& it) { return point_shape().write_all(it.points); }},
         {"month",
          month("In which it was found first."),
          [](auto const& it) { return month_text(it.month); }},
         {"concerns",
          list_of(id_text("A concern of the public list."), "Those that have a point."),
          [](auto const& it) {
              return text_list(it.concerns, [](auto const& each) { return id_json(each.id); });
          }},
         {"visits", list_of(visits_shape().schema(), "By month."), [](auto const& it) {
              return visits_shape().write_all(it.visits);
          }}}};
    return shape;
}

/// Why it was called.
std::vector<Member<SeenHotspot>> finding_members()
{
    return {
        {"women",
         whole_number("Different women who spoke of it."),
         [](auto const& it) { return Json(it.latest.women); }},
        {"spoken",
         whole_number("Each of them once in each segment and quarter."),
         [](auto const& it) { return Json(it.latest.spoken); }},
        {"expected",
         number("Of `spoken`, where exposure alone decides.", 0, 1e12),
         [](auto const& it) { return Json(it.latest.expected); }},
        {"p",
         number("The least of its segments.", 0, 1),
         [](auto const& it) { return Json(it.latest.p); }},
        {"q",
         number("The least of its segments.", 0, 1),
         [](auto const& it) { return Json(it.latest.q); }},
        {"emerging",
         yes_or_no("More was said in the last weeks than before."),
         [](auto const& it) { return Json(it.latest.is_emerging); }},
        {"first_day",
         day("Of the search that found it first."),
         [](auto const& it) { return Json(iso_text(it.hotspot.first_day)); }},
        {"last_day", day("Of the search that found it last."), [](auto const& it) {
             return Json(iso_text(it.hotspot.last_day));
         }}};
}

Shape<SeenHotspot> const& desk_shape()
{
    static Shape<SeenHotspot> const shape = [] {
        std::vector<Member<SeenHotspot>> members{
            {"id", id_text("Its number."), [](auto const& it) { return id_json(it.hotspot.id); }},
            {"version",
             whole_number("Of the hotspot."),
             [](auto const& it) { return Json(it.hotspot.version); }},
            {"state",
             one_of(kHotspotStates, "Where it stands."),
             [](auto const& it) { return code_in(kHotspotStates, it.hotspot.state); }},
            {"family",
             one_of(kHotspotFamilies, "What called it."),
             [](auto const& it) { return code_in(kHotspotFamilies, it.hotspot.family); }},
            {"ward",
             id_text("That most of it lies in."),
             [](auto const& it) { return id_json(it.hotspot.ward); }},
            {"streets", list_of(text("A name."), "By name."), [](auto const& it) {
                 return text_list(it.streets(), [](auto const& name) { return Json(name); });
             }}};
        for (auto& member : finding_members()) {
            members.push_back(std::move(member));
        }
        return Shape<SeenHotspot>{
            "DeskHotspot", "A hotspot and why it was called last.", std::move(members)};
    }();
    return shape;
}

Response show_public(Call const& call)
{
    if (call.type == kGeoJson) {
        return content(kGeoJson, app::public_hotspots_geojson(call.app()));
    }
    return json_response(
        {{"hotspots", public_shape().write_all(app::public_hotspots(call.app()))}});
}

Response show_for_desk(Call const& call)
{
    auto const bcu = desk_unit(call.site, call.person, call.query());
    auto const seen = app::list_hotspots(call.app(), call.person, bcu);
    if (call.type == kGeoJson) {
        return content(kGeoJson, app::hotspots_geojson(seen));
    }
    return json_response({{"hotspots", desk_shape().write_all(seen)}});
}

template <class T>
Answer list_answer(Shape<T> const& shape, std::string_view about)
{
    return {
        200,
        "The list, or its points.",
        {{kJson, object_of(about, {{"hotspots", list_of(shape.schema(), about)}}, false)},
         {kGeoJson, geojson_schema("The middles of segments, with `id` and `state`.")}}};
}

} // namespace

void add_hotspot_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/hotspots",
         .id = "listHotspots",
         .tag = "public",
         .summary = "Where many women feel unsafe, as a person confirmed, and what is done there",
         .answer = list_answer(public_shape(), "Newest first."),
         .handle = show_public});
    all.push_back(
        {.path = "/desk/hotspots",
         .id = "listDeskHotspots",
         .tag = "desk",
         .summary = "The hotspots of a unit that are proposed or stand, and why they were called",
         .access = Access::staff,
         .parameters = {{.name = "bcu", .schema = id_text("For those without a unit.")}},
         .answer = list_answer(desk_shape(), "The proposed ones first."),
         .handle = show_for_desk});
}

} // namespace wt::web::api
