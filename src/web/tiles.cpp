#include "app/map_tile.hpp"
#include "base/text.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

constexpr std::string_view kSuffix = ".pbf";

/// A number of a tile's address; -1 for none, which no tile has.
int index_of(std::string_view text)
{
    constexpr long long kMost = 1 << 22; // beyond every zoom
    auto const number = find_integer(text).value_or(-1);
    return number >= 0 && number <= kMost ? static_cast<int>(number) : -1;
}

/// GET /tiles/{z}/{x}/{y}.pbf: a piece of the drawn map, as it was stored. 204 where the map has
/// nothing to draw, 404 where there is no map or no such piece.
Response show_tile(Site& site, Request const& request)
{
    auto file = request.path_text("file");
    bool const is_tile = file.ends_with(kSuffix);
    file.remove_suffix(is_tile ? kSuffix.size() : 0);
    auto tile = is_tile ? app::find_map_tile(
                              site.app,
                              index_of(request.path_text("z")),
                              index_of(request.path_text("x")),
                              index_of(file))
                        : std::nullopt;
    if (!tile) {
        return error_page(site, request, 404);
    }
    auto response = Response{.status = 204};
    if (!tile->empty()) {
        response = content("application/vnd.mapbox-vector-tile", std::move(*tile));
        response.with_header("Content-Encoding", "gzip");
    }
    // A new map comes seldom, and a day late is soon enough.
    return std::move(response).with_header("Cache-Control", "public, max-age=86400");
}

} // namespace

void add_tiles_routes(Router& router)
{
    router.add(Method::get, "/tiles/{z}/{x}/{file}", show_tile);
}

} // namespace wt::web
