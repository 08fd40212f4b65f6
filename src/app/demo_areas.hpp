#pragma once

#include "geo/area.hpp"
#include "streets/network.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// A command unit or ward of the demonstration.
struct DemoArea
{
    std::string code;
    std::string name;
    std::string bcu; ///< of a ward: its unit's code
    MultiPolygon area;
};

/// As GeoJSON with the properties `code`, `name` and `bcu`.
std::string to_geojson(std::vector<DemoArea> const& areas);

/// True if the point lies in Greater London or right beside it.
bool is_in_greater_london(LatLon point) noexcept;

/// The time zone that the clocks of a demonstration show there: of Britain, of Sweden, else the
/// one of its longitude.
std::string demo_time_zone(LatLon point);

/// The wards of a map that has none of its own: up to nine cells of the same size over the
/// network, each with the name of the longest street in it that no other has; cells without a
/// named street are left out. `bcu` is empty.
std::vector<DemoArea> make_grid_wards(streets::Network const& network);

/// Shares wards without a unit out between two invented units, each made of its wards.
std::vector<DemoArea> invent_bcus(std::vector<DemoArea>& wards);

/// The wards among `areas` in which the network has at least five named streets.
std::vector<DemoArea> covered_by(streets::Network const& network, std::vector<DemoArea> areas);

} // namespace wt::app
