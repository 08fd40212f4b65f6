#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "geo/point.hpp"
#include "scheme/role.hpp"
#include "streets/named_places.hpp"

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// Adds postcodes or named places from CSV with the columns `postcode` or `name`, `lat`, `lon`
/// (WGS 84, degrees). A postcode that is there already is moved. All or nothing.
/// \throws Refusal: forbidden; invalid_input (the file as a whole cannot be read)
ImportResult import_places(App& app, Person const& person, std::istream& file);

/// Puts the parks, squares and stations of a map in place of those of the map before. Each is shown
/// with the street where people meet: "Burgess Park (Albany Road)".
void replace_places_of_map(store::Transaction& tx, std::vector<streets::NamedPlace> const& places);

/// A place that was found.
struct FoundPlace
{
    std::string name; ///< "SE5 0EN", "Burgess Park"
    LatLon point;

    friend bool operator==(FoundPlace const&, FoundPlace const&) = default;
};

/// Postcodes and names that begin with `text`, at most 10, the best first. Case, spaces, accents
/// and punctuation make no difference; fewer than two letters find nothing. Streets are found
/// through the network.
std::vector<FoundPlace> search_places(App const& app, std::string_view text);

} // namespace wt::app
