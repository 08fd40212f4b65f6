#pragma once

#include "streets/network.hpp"
#include "streets/osm_data.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace wt::streets {

/// A park, a square or a station, and where people meet there: on a street that leads past it,
/// never in its middle.
struct NamedPlace
{
    std::string name;
    std::string street; ///< with a name of its own, at most 150 m away
    LatLon meeting;     ///< on that street, where it is nearest
    bool is_station = false;

    friend bool operator==(NamedPlace const&, NamedPlace const&) = default;
};

/// The named parks, commons, squares and stations of the file `network` was made of, by name and
/// then street. Those without a named street beside them are left out. Memory grows with their
/// outlines and not with the file.
/// \pre `read_osm` could read the file
std::vector<NamedPlace> read_named_places(
    std::filesystem::path const& file, Network const& network, Progress const& progress);

} // namespace wt::streets
