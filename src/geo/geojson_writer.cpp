#include "geo/geojson_writer.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace wt {
namespace {

template <class... Format>
void append_number(std::string& out, auto value, Format... format)
{
    std::array<char, 64> buffer{};
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format...);
    assert(end.ec == std::errc{});
    out.append(buffer.data(), end.ptr);
}

void append_degrees(std::string& out, double degrees)
{
    append_number(out, degrees, std::chars_format::fixed, 7);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') {
        out.pop_back();
    }
}

void append_position(std::string& out, LatLon point)
{
    assert(is_valid(point));
    out += '[';
    append_degrees(out, point.lon);
    out += ',';
    append_degrees(out, point.lat);
    out += ']';
}

template <class Items, class Append>
void append_list(std::string& out, Items const& items, Append const& append)
{
    out += '[';
    for (bool is_first = true; auto const& item : items) {
        out += is_first ? "" : ",";
        is_first = false;
        append(out, item);
    }
    out += ']';
}

/// Twice the area in square degrees, positive if the ring turns counter-clockwise.
double signed_area(Ring const& ring)
{
    double area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const& a = ring[i];
        auto const& b = ring[(i + 1) % ring.size()];
        area += a.lon * b.lat - b.lon * a.lat;
    }
    return area;
}

/// The ring, closed and turning the way it should.
Ring oriented(Ring ring, bool counter_clockwise)
{
    if ((signed_area(ring) > 0) != counter_clockwise) {
        std::ranges::reverse(ring);
    }
    if (ring.front() != ring.back()) {
        ring.push_back(ring.front());
    }
    return ring;
}

void append_polygon(std::string& out, Polygon const& polygon)
{
    std::vector<Ring> rings{oriented(polygon.outline, true)};
    for (auto const& hole : polygon.holes) {
        rings.push_back(oriented(hole, false));
    }
    append_list(out, rings, [](std::string& to, Ring const& ring) {
        append_list(to, ring, append_position);
    });
}

struct AppendValue
{
    std::string& out;

    void operator()(std::string_view text) const { append_json_string(out, text); }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { append_number(out, value); }
    void operator()(double value) const
    {
        assert(std::isfinite(value));
        append_number(out, value);
    }
};

} // namespace

void append_json_string(std::string& out, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '<' || c == '>' || c == '&') {
            out += "\\u00";
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
            continue;
        }
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    out += '"';
}

GeoJsonWriter::GeoJsonWriter() : text_{R"({"type":"FeatureCollection","features":[)"} {}

void GeoJsonWriter::begin_any_feature()
{
    text_ += is_first_ ? "" : ",";
    is_first_ = false;
    text_ += R"({"type":"Feature","geometry":)";
}

void GeoJsonWriter::begin_feature(std::string_view type)
{
    begin_any_feature();
    text_ += R"({"type":")";
    text_ += type;
    text_ += R"(","coordinates":)";
}

void GeoJsonWriter::end_feature(GeoJsonProperties const& properties)
{
    text_ += R"(,"properties":{)";
    for (bool is_first = true; auto const& [key, value] : properties) {
        text_ += is_first ? "" : ",";
        is_first = false;
        append_json_string(text_, key);
        text_ += ':';
        std::visit(AppendValue{text_}, value);
    }
    text_ += "}}";
}

void GeoJsonWriter::add_point(LatLon point, GeoJsonProperties const& properties)
{
    begin_feature("Point");
    append_position(text_, point);
    text_ += '}';
    end_feature(properties);
}

void GeoJsonWriter::add_line(std::span<LatLon const> line, GeoJsonProperties const& properties)
{
    assert(line.size() >= 2);
    begin_feature("LineString");
    append_list(text_, line, append_position);
    text_ += '}';
    end_feature(properties);
}

void GeoJsonWriter::add_area(MultiPolygon const& area, GeoJsonProperties const& properties)
{
    if (area.polygons.empty()) {
        begin_any_feature();
        text_ += "null";
    } else {
        begin_feature("MultiPolygon");
        append_list(text_, area.polygons, append_polygon);
        text_ += '}';
    }
    end_feature(properties);
}

std::string GeoJsonWriter::finish() &&
{
    text_ += "]}";
    return std::move(text_);
}

} // namespace wt
