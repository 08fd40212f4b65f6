#include "geo/geojson.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"

#include <nlohmann/json.hpp>

namespace wt {
namespace {

using Json = nlohmann::json;

Refusal wrong(char const* sentence, std::vector<std::string> arguments)
{
    return Refusal{Refusal::invalid_input, {sentence, std::move(arguments)}};
}

Ring read_ring(Json const& points, std::string const& number)
{
    Ring ring;
    for (Json const& point : points) {
        LatLon const place{point.at(1).get<double>(), point.at(0).get<double>()};
        if (!is_valid(place)) {
            throw wrong(N_("Feature {1} has a coordinate that is not on the earth."), {number});
        }
        ring.push_back(place);
    }
    if (ring.size() < 4) {
        throw wrong(N_("Feature {1} has an outline of fewer than four points."), {number});
    }
    return ring;
}

Polygon read_polygon(Json const& rings, std::string const& number)
{
    Polygon polygon;
    polygon.outline = read_ring(rings.at(0), number);
    for (std::size_t i = 1; i < rings.size(); ++i) {
        polygon.holes.push_back(read_ring(rings[i], number));
    }
    return polygon;
}

MultiPolygon read_geometry(Json const& geometry, std::string const& number)
{
    auto const type = geometry.at("type").get<std::string>();
    Json const& coordinates = geometry.at("coordinates");
    MultiPolygon area;
    if (type == "Polygon") {
        area.polygons.push_back(read_polygon(coordinates, number));
    } else if (type == "MultiPolygon") {
        for (Json const& rings : coordinates) {
            area.polygons.push_back(read_polygon(rings, number));
        }
    } else {
        throw wrong(N_("Feature {1} is no area: its geometry is a {2}."), {number, type});
    }
    return area;
}

std::string read_property(Json const& feature, std::string const& key, std::string const& number)
{
    Json const& properties = feature.at("properties");
    auto const found = properties.find(key);
    std::string value;
    if (found != properties.end()) {
        value = found->is_string() ? found->get<std::string>() : found->dump();
    }
    value = std::string{trimmed(value)};
    if (value.empty() || value == "null") {
        throw wrong(N_("Feature {1} has no property “{2}”."), {number, key});
    }
    return value;
}

AreaFeature
read_feature(Json const& feature, AreaProperties const& properties, std::string const& number)
{
    try {
        return {
            read_property(feature, properties.name, number),
            read_property(feature, properties.code, number),
            read_geometry(feature.at("geometry"), number)};
    } catch (Json::exception const&) {
        throw wrong(N_("Feature {1} of the file is not a well-formed area."), {number});
    }
}

} // namespace

std::vector<AreaFeature> read_areas(std::istream& file, AreaProperties const& properties)
{
    Json const document = Json::parse(file, nullptr, false);
    if (!document.is_object() || !document.contains("features") ||
        !document["features"].is_array()) {
        throw wrong(N_("This file is not a GeoJSON FeatureCollection."), {});
    }
    std::vector<AreaFeature> areas;
    for (Json const& feature : document["features"]) {
        areas.push_back(read_feature(feature, properties, std::to_string(areas.size() + 1)));
    }
    if (areas.empty()) {
        throw wrong(N_("There are no areas in this file."), {});
    }
    return areas;
}

} // namespace wt
