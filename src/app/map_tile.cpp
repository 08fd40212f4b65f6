#include "app/map_tile.hpp"

#include "store/tiles.hpp"

namespace wt::app {

std::optional<std::string> find_map_tile(App const& app, int z, int x, int y)
{
    auto const tiles = app.tiles();
    bool const exists = tiles && z >= 0 && z <= tiles->max_zoom() && x >= 0 && x < (1 << z) &&
                        y >= 0 && y < (1 << z);
    return exists ? std::optional{tiles->find(z, x, y).value_or("")} : std::nullopt;
}

} // namespace wt::app
