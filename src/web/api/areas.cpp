#include "app/areas.hpp"

#include "geo/geojson_writer.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/geojson.hpp"
#include "web/api/values.hpp"
#include "web/list_address.hpp"

/// Command units and wards, as lists and with their outlines.
namespace wt::web::api {

namespace {

Shape<app::Bcu> const& bcu_shape()
{
    static Shape<app::Bcu> const shape{
        "Bcu",
        "A command unit of the force.",
        {{"id",
          id_text("As other answers name it."),
          [](auto const& it) { return id_json(it.id); }},
         {"code", text("As files name it."), [](auto const& it) { return it.code; }},
         {"name", text("For people."), [](auto const& it) { return it.name; }}}};
    return shape;
}

Shape<app::Ward> const& ward_shape()
{
    static Shape<app::Ward> const shape{
        "Ward",
        "A ward of the force.",
        {{"id",
          id_text("As other answers name it."),
          [](auto const& it) { return id_json(it.id); }},
         {"code", text("As files name it."), [](auto const& it) { return it.code; }},
         {"name", text("For people."), [](auto const& it) { return it.name; }},
         {"bcu",
          id_text("The command unit that it belongs to."),
          [](auto const& it) { return id_json(it.bcu); }},
         {"centre", point_shape().schema(), [](auto const& it) {
              return point_shape().write(it.centre);
          }}}};
    return shape;
}

Response show_bcus(Call const& call)
{
    auto const areas = call.app().areas();
    auto const bcus = areas->list_bcus();
    if (call.type == kJson) {
        return json_response({{"bcus", bcu_shape().write_all(bcus)}});
    }
    GeoJsonWriter writer;
    for (std::size_t i = 0; i < bcus.size(); ++i) {
        writer.add_area(
            areas->bcu_area(i),
            {{"id", bcus[i].id.value},
             {"code", std::string_view{bcus[i].code}},
             {"name", std::string_view{bcus[i].name}}});
    }
    return content(kGeoJson, std::move(writer).finish());
}

Response show_wards(Call const& call)
{
    auto const areas = call.app().areas();
    auto const bcu = find_id<BcuId>(call.query(), "bcu");
    auto const wards = bcu ? areas->list_wards(*bcu) : areas->list_wards();
    if (call.type == kJson) {
        return json_response({{"wards", ward_shape().write_all(wards)}});
    }
    auto const all = areas->list_wards();
    GeoJsonWriter writer;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!bcu || all[i].bcu == *bcu) {
            writer.add_area(
                areas->ward_area(i),
                {{"id", all[i].id.value},
                 {"code", std::string_view{all[i].code}},
                 {"name", std::string_view{all[i].name}},
                 {"bcu", all[i].bcu.value}});
        }
    }
    return content(kGeoJson, std::move(writer).finish());
}

Answer areas_answer(std::string const& name, Schema const& shape)
{
    auto const about = "By name.";
    return {
        200,
        "The list, or with its outlines.",
        {{kJson, object_of(about, {{name, list_of(shape, about)}}, false)},
         {kGeoJson,
          geojson_schema("One feature for each, of the geometry MultiPolygon, or none "
                         "where no outline is known.")}}};
}

} // namespace

void add_area_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/bcus",
         .id = "listBcus",
         .tag = "public",
         .summary = "The command units",
         .answer = areas_answer("bcus", bcu_shape().schema()),
         .handle = show_bcus});
    all.push_back(
        {.path = "/wards",
         .id = "listWards",
         .tag = "public",
         .summary = "The wards",
         .parameters = {{.name = "bcu", .schema = id_text("Of this command unit alone.")}},
         .answer = areas_answer("wards", ward_shape().schema()),
         .handle = show_wards});
}

} // namespace wt::web::api
