#pragma once

#include "geo/point.hpp"
#include "web/html.hpp"
#include "web/site.hpp"
#include "web/texts.hpp"

#include <optional>
#include <string>

namespace wt::web {

/// A map beside a list or fields that do the same. The page needs `has_map`.
struct MapBox
{
    std::string label;
    std::string points{};   ///< address of GeoJSON to draw
    std::string parent{};   ///< a point of `points` with an `id` leads to PARENT/id
    std::string pick_lat{}; ///< ids of the inputs that a tap fills
    std::string pick_lon{};
    std::optional<LatLon> centre{}; ///< else the middle of the force's area
    int zoom = 12;
};
Html map_box(Site const& site, MapBox const& box);

/// A list and, beside it, the map of what it lists; on a small screen below it, with a link there.
Html list_beside_map(Site const& site, Texts const& t, Html const& list, MapBox const& box);

} // namespace wt::web
