#include "geo/geojson_writer.hpp"

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

void GeoJsonWriter::begin_feature(std::string_view type)
{
    text_ += is_first_ ? "" : ",";
    is_first_ = false;
    text_ += R"({"type":"Feature","geometry":{"type":")";
    text_ += type;
    text_ += R"(","coordinates":)";
}

void GeoJsonWriter::end_feature(GeoJsonProperties const& properties)
{
    text_ += R"(},"properties":{)";
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
    end_feature(properties);
}

void GeoJsonWriter::add_line(std::span<LatLon const> line, GeoJsonProperties const& properties)
{
    assert(line.size() >= 2);
    begin_feature("LineString");
    text_ += '[';
    for (bool is_first = true; LatLon const point : line) {
        text_ += is_first ? "" : ",";
        is_first = false;
        append_position(text_, point);
    }
    text_ += ']';
    end_feature(properties);
}

std::string GeoJsonWriter::finish() &&
{
    text_ += "]}";
    return std::move(text_);
}

} // namespace wt
