#include "app/demo_areas.hpp"

#include "app/demo_streets.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>

namespace wt::app {

namespace {

using Json = nlohmann::json;

constexpr int kCellsPerSide = 3;
constexpr double kMargin = 0.0005; ///< degrees, so that a street on the edge lies within

bool is_between(LatLon point, LatLon south_west, LatLon north_east)
{
    return Bounds{south_west, north_east}.contains(point);
}

Json to_json(Ring const& ring)
{
    Json points = Json::array();
    for (auto const& point : ring) {
        points.push_back({point.lon, point.lat});
    }
    if (!ring.empty() && ring.front() != ring.back()) {
        points.push_back({ring.front().lon, ring.front().lat});
    }
    return points;
}

Json to_json(MultiPolygon const& area)
{
    Json polygons = Json::array();
    for (auto const& polygon : area.polygons) {
        Json rings = Json::array({to_json(polygon.outline)});
        for (auto const& hole : polygon.holes) {
            rings.push_back(to_json(hole));
        }
        polygons.push_back(std::move(rings));
    }
    return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

MultiPolygon cell_of(Bounds const& bounds, int row, int column)
{
    auto const at = [](double from, double to, int step) {
        return from + (to - from) * step / kCellsPerSide;
    };
    auto const south = at(bounds.south_west.lat, bounds.north_east.lat, row);
    auto const north = at(bounds.south_west.lat, bounds.north_east.lat, row + 1);
    auto const west = at(bounds.south_west.lon, bounds.north_east.lon, column);
    auto const east = at(bounds.south_west.lon, bounds.north_east.lon, column + 1);
    return {
        {{.outline = {{south, west}, {south, east}, {north, east}, {north, west}}, .holes = {}}}};
}

} // namespace

std::string to_geojson(std::vector<DemoArea> const& areas)
{
    Json features = Json::array();
    for (auto const& area : areas) {
        features.push_back(
            {{"type", "Feature"},
             {"properties", {{"code", area.code}, {"name", area.name}, {"bcu", area.bcu}}},
             {"geometry", to_json(area.area)}});
    }
    return Json{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump();
}

bool is_in_greater_london(LatLon point) noexcept
{
    return is_between(point, {51.28, -0.52}, {51.70, 0.34});
}

std::string demo_time_zone(LatLon point)
{
    if (is_between(point, {49.8, -8.7}, {60.9, 1.8})) {
        return "Europe/London";
    }
    if (is_between(point, {55.3, 10.9}, {69.1, 24.2})) {
        return "Europe/Stockholm";
    }
    // The names of these zones count westwards: Etc/GMT-2 is two hours ahead.
    auto const hours = static_cast<int>(std::lround(point.lon / 15));
    return hours == 0 ? "Etc/GMT" : fmt::format("Etc/GMT{:+}", -hours);
}

std::vector<DemoArea> make_grid_wards(streets::Network const& network)
{
    auto bounds = network.bounds();
    bounds.extend({bounds.south_west.lat - kMargin, bounds.south_west.lon - kMargin});
    bounds.extend({bounds.north_east.lat + kMargin, bounds.north_east.lon + kMargin});
    std::vector<DemoArea> wards;
    std::set<std::string> taken;
    for (int cell = 0; cell < kCellsPerSide * kCellsPerSide; ++cell) {
        auto area = cell_of(bounds, cell / kCellsPerSide, cell % kCellsPerSide);
        auto const streets = list_demo_streets(network, area, kCellsPerSide * kCellsPerSide);
        auto const street = std::ranges::find_if(
            streets, [&](DemoStreet const& candidate) { return !taken.contains(candidate.name); });
        if (street != streets.end()) {
            taken.insert(street->name);
            wards.push_back({fmt::format("ward-{}", cell + 1), street->name, "", std::move(area)});
        }
    }
    return wards;
}

std::vector<DemoArea> invent_bcus(std::vector<DemoArea>& wards)
{
    std::vector<DemoArea> bcus{
        {"riverside", "Riverside", "", {}}, {"hillside", "Hillside", "", {}}};
    for (std::size_t i = 0; i < wards.size(); ++i) {
        auto& bcu = bcus[i * bcus.size() / wards.size()];
        wards[i].bcu = bcu.code;
        std::ranges::copy(wards[i].area.polygons, std::back_inserter(bcu.area.polygons));
    }
    std::erase_if(bcus, [](DemoArea const& bcu) { return bcu.area.polygons.empty(); });
    return bcus;
}

std::vector<DemoArea> covered_by(streets::Network const& network, std::vector<DemoArea> areas)
{
    constexpr std::size_t kFewest = 5;
    std::erase_if(areas, [&](DemoArea const& area) {
        return list_demo_streets(network, area.area, kFewest).size() < kFewest;
    });
    return areas;
}

} // namespace wt::app
