#pragma once

#include "streets/street_point.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wt::streets {

/// A street that a person can pick from a list.
struct NamedStreet
{
    std::string name;
    std::string meets; ///< a street that it crosses or joins, to tell namesakes apart; may be empty
    StreetPoint point; ///< a point on it: the nearest, or one near its middle
    Metres away;       ///< from the place asked for; 0 where none was
};

/// The distinct named streets within the radius, the nearest first.
std::vector<NamedStreet>
list_streets_near(Network const& network, LatLon place, Metres radius, std::size_t limit = 20);

/// The streets whose name holds `text`, letters compared as `folded` does: first those with just
/// that name, then those that begin with it, then those with a word that does, then the rest; by
/// name within each. Streets of one name more than 400 m apart are different ones. An empty text
/// finds nothing.
std::vector<NamedStreet>
list_streets_by_name(Network const& network, std::string_view text, std::size_t limit = 20);

} // namespace wt::streets
