#pragma once

#include "app/private_data.hpp"
#include "web/html.hpp"
#include "web/response.hpp"
#include "web/site.hpp"
#include "web/texts.hpp"

#include <string>
#include <string_view>

/// The way of a walk, for her page and for her officers'.
namespace wt::web {

/// How long and how lit it is, and each turn; nothing if there is no way.
Html route_in_words(Texts const& t, app::PrivateWalk const& route);

struct RouteMap
{
    std::string geojson_href;
    std::string show_href; ///< the page with its map; empty: it is loaded already
};
/// The map or the link that loads it; nothing if there is no way.
Html route_on_map(
    Site const& site, Texts const& t, app::PrivateWalk const& route, RouteMap const& map);

/// The way, its stops and where to meet, for the map.
Response route_geojson(app::PrivateWalk const& route);

} // namespace wt::web
