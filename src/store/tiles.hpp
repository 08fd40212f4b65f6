#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace wt::store {

/// The drawn map: vector tiles in an MBTiles file (MBTiles 1.3), made beside the street network.
class Tiles
{
public:
    /// Opens `file` for reading. \throws Refusal (invalid_input) if it is no MBTiles file.
    explicit Tiles(std::filesystem::path const& file);
    ~Tiles();
    Tiles(Tiles const&) = delete;
    Tiles& operator=(Tiles const&) = delete;

    /// The tile at zoom `z`, column `x` from the west, row `y` from the north, as it is stored:
    /// a Mapbox vector tile, gzip; nothing where there is none.
    [[nodiscard]] std::optional<std::string> find(int z, int x, int y) const;

    [[nodiscard]] int max_zoom() const noexcept { return max_zoom_; }

private:
    struct Connections;
    std::unique_ptr<Connections> connections_;
    int max_zoom_ = 14;
};

} // namespace wt::store
