#include "web/api/geojson.hpp"

namespace wt::web::api {

namespace {

/// A member that always says the same.
Json always(std::string_view words)
{
    return {{"const", words}};
}

Json object(Json const& members)
{
    Json needed = Json::array();
    for (auto const& [name, schema] : members.items()) {
        needed.push_back(name);
    }
    return {{"type", "object"}, {"properties", members}, {"required", std::move(needed)}};
}

} // namespace

Schema geojson_schema(std::string_view about)
{
    Json geometry = object(
        {{"type", {{"enum", Json::array({"Point", "LineString", "MultiPolygon"})}}},
         {"coordinates", {{"type", "array"}}}});
    geometry["type"] = Json::array({"object", "null"});
    auto const feature = object(
        {{"type", always("Feature")},
         {"geometry", std::move(geometry)},
         {"properties", {{"type", "object"}}}});
    auto collection = object(
        {{"type", always("FeatureCollection")},
         {"features", {{"type", "array"}, {"items", feature}}}});
    collection["description"] = about;
    return {std::move(collection)};
}

} // namespace wt::web::api
