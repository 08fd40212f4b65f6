#include "geo/area_text.hpp"

#include "geo/geojson.hpp"

#include <fmt/format.h>

#include <iterator>
#include <sstream>

namespace wt {

namespace {

void append_ring(std::string& out, Ring const& ring)
{
    out += '[';
    auto const append = [&](LatLon point) {
        fmt::format_to(std::back_inserter(out), "[{},{}]", point.lon, point.lat);
    };
    for (LatLon const point : ring) {
        append(point);
        out += ',';
    }
    if (!ring.empty() && ring.front() != ring.back()) {
        append(ring.front());
    } else if (!ring.empty()) {
        out.pop_back();
    }
    out += ']';
}

} // namespace

std::string area_text(MultiPolygon const& area)
{
    std::string out = R"({"type":"MultiPolygon","coordinates":[)";
    for (auto const& polygon : area.polygons) {
        out += &polygon == &area.polygons.front() ? "[" : ",[";
        append_ring(out, polygon.outline);
        for (auto const& hole : polygon.holes) {
            out += ',';
            append_ring(out, hole);
        }
        out += ']';
    }
    return out + "]}";
}

MultiPolygon read_area_text(std::string_view geometry)
{
    if (geometry.empty() || geometry == "{}") {
        return {};
    }
    std::istringstream document{fmt::format(
        R"({{"features":[{{"properties":{{"name":"-","code":"-"}},"geometry":{}}}]}})", geometry)};
    return std::move(read_areas(document).front().area);
}

} // namespace wt
