#pragma once

#include "cli/files.hpp"
#include "geo/point.hpp"
#include "streets/network.hpp"
#include "streets/street_point.hpp"

#include <string>
#include <vector>

namespace wt::cli {

/// The streets of an OpenStreetMap file, which is imported with a bar on the terminal, or of the
/// program's own network file, whichever it is.
/// \throws Refusal if it cannot be read or is neither
streets::Network load_streets(std::string const& path);

/// A place given as "51.5363,-0.1033", latitude first.
/// \throws Refusal (invalid_input) if it is none
LatLon require_place(std::string const& text);

/// \throws Refusal (invalid_input) unless it is a place on the earth
LatLon require_place(double lat, double lon);

/// The street nearest to such a place. \throws Refusal (invalid_input) if there is none in reach
streets::StreetPoint require_street(streets::Network const& network, LatLon place, bool step_free);

/// A line of a table of places, put on the nearest street.
struct PlaceRow
{
    std::string id;
    streets::StreetPoint point;
};

/// The places of a table with the columns `id`, `lat` and `lon`, each on its nearest street.
/// \throws Refusal (invalid_input) naming the line: an empty id or one that comes twice, a place
///         that is none, or none whose street is within reach
std::vector<PlaceRow>
list_places(InputTable const& table, streets::Network const& network, bool step_free);

} // namespace wt::cli
