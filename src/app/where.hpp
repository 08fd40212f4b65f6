#pragma once

#include "app/app.hpp"
#include "geo/point.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// A place that somebody may pick from a list.
struct PlaceOption
{
    std::string label; ///< "SE5 0EN", "Camberwell Road"
    std::string meets; ///< of a street: another that it crosses, to tell namesakes apart
    LatLon point;
    bool is_near = false; ///< not what was searched for, but a street close to the first of those
};

/// What `text` may mean: postcodes and names of places, then streets of that name;
/// last, where a postcode or place was found, the streets near it. Fewer than two letters find
/// nothing. The same text gives the same list until an import changes what is known.
std::vector<PlaceOption> list_place_options(App const& app, std::string_view text);

/// The nearest street's name for a point picked on a map; empty where none is near.
std::string street_near(App const& app, LatLon point);

/// Whether the force walks there.
bool is_in_area(App const& app, LatLon point);

} // namespace wt::app
