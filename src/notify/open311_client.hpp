#pragma once

#include <optional>
#include <string>

/// The client's side of Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2), in XML, which
/// the specification requires of every server. Each call gives up after 30 seconds.
namespace wt::notify {

/// A server of others.
struct Open311Server
{
    std::string url;          ///< without a resource at its end: "https://example.org/open311/v2"
    std::string jurisdiction; ///< empty where it wants none
    std::string api_key;      ///< empty where it wants none
};

/// What it is told.
struct Open311Report
{
    std::string service_code;
    double lat = 0.0; ///< WGS 84, degrees
    double lon = 0.0;
    std::string address; ///< in words
    std::string description;
    std::string external_id; ///< ours, so that a server that looks at it takes a second call once
};

/// How the server calls what it was told: by at least one of the two.
struct Open311Receipt
{
    std::string id;
    std::string token; ///< with which to ask for the id later
};

/// POST requests.xml.
/// \throws SendError (notify/channel.hpp), also if the answer names neither id nor token
Open311Receipt send_report(Open311Server const& server, Open311Report const& report);

/// GET tokens/TOKEN.xml. \returns nothing while there is no id yet. \throws SendError
std::optional<std::string> find_request_id(Open311Server const& server, std::string const& token);

/// How a request stands there.
struct Open311Status
{
    bool is_closed = false;
    std::string notes;    ///< in the server's words; may be empty
    std::string expected; ///< W3C date and time; may be empty
};

/// GET requests/ID.xml. \returns nothing if the server knows no such request. \throws SendError
std::optional<Open311Status>
find_request_status(Open311Server const& server, std::string const& id);

} // namespace wt::notify
