#pragma once

#include "geo/area.hpp"

#include <istream>
#include <string>
#include <vector>

namespace wt {

/// A named area, such as a borough or a ward.
struct AreaFeature
{
    std::string name;
    std::string code;
    MultiPolygon area;
};

/// Which properties of a feature hold its name and its code.
struct AreaProperties
{
    std::string name = "name";
    std::string code = "code";
};

/// The Polygon and MultiPolygon features of a GeoJSON FeatureCollection (RFC 7946), in its order.
/// \throws Refusal::invalid_input that says which feature is wrong: not GeoJSON, none in it,
///         a missing or empty name or code, another geometry, a coordinate off the earth, a ring
///         of fewer than four points
std::vector<AreaFeature> read_areas(std::istream& file, AreaProperties const& properties = {});

} // namespace wt
