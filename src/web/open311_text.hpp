#pragma once

#include "daylight/zone.hpp"
#include "web/response.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

/// How Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2) writes what it says: the same
/// content as JSON and as XML, from one tree.
namespace wt::web {

/// Keeps the order in which its members were added.
using Open311Tree = nlohmann::ordered_json;

enum class Open311Format
{
    json,
    xml,
};

/// The last part of an address.
struct Open311Resource
{
    std::string name; ///< without the format
    Open311Format format = Open311Format::json;
};
/// From `lighting.json` or `lighting.xml`; nothing for another ending or an empty name.
std::optional<Open311Resource> find_open311_resource(std::string_view text);

/// An answer. In XML lists become elements of their singular, and control characters that XML
/// cannot hold are left out.
/// \param root  the outermost element in XML: "services"
Response open311_answer(
    Open311Format format, std::string_view root, Open311Tree const& content, int status = 200);

/// An error with one entry: code and description.
Response open311_error(Open311Format format, int status, std::string_view description);

/// A moment as W3C's profile of ISO 8601 has it, with the zone's offset.
std::string w3c_time(daylight::Zone const& zone, Instant moment);

/// The moment that such a text names (a day, or a date and time with an offset); a day begins at
/// midnight in `zone`. Nothing if it is neither.
std::optional<Instant> find_w3c_time(daylight::Zone const& zone, std::string_view text);

} // namespace wt::web
