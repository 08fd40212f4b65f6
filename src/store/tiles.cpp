#include "store/tiles.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"

#include <soci/connection-pool.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace wt::store {

struct Tiles::Connections
{
    static constexpr std::size_t kCount = 4;
    soci::connection_pool pool{kCount};
};

Tiles::Tiles(std::filesystem::path const& file) : connections_{std::make_unique<Connections>()}
{
    try {
        for (std::size_t i = 0; i < Connections::kCount; ++i) {
            auto& session = connections_->pool.at(i);
            session.open(soci::sqlite3, "dbname=\"" + file.string() + "\" readonly=1");
            session << "PRAGMA query_only = ON";
        }
        std::string value;
        soci::session session{connections_->pool};
        soci::statement statement{session};
        statement.exchange(soci::into(value));
        statement.alloc();
        statement.prepare("SELECT value FROM metadata WHERE name = 'maxzoom'");
        statement.define_and_bind();
        if (statement.execute(true)) {
            max_zoom_ = static_cast<int>(find_integer(value).value_or(max_zoom_));
        }
    } catch (soci::soci_error const&) {
        throw Refusal{
            Refusal::invalid_input,
            Message{N_("{1} is not a map of vector tiles (MBTiles)."), {file.filename().string()}}};
    }
}

Tiles::~Tiles() = default;

std::optional<std::string> Tiles::find(int z, int x, int y) const
{
    if (z < 0 || z > 22 || x < 0 || y < 0 || x >= (1 << z) || y >= (1 << z)) {
        return std::nullopt;
    }
    // MBTiles counts rows from the south (TMS).
    int const row = (1 << z) - 1 - y;
    soci::session session{connections_->pool};
    soci::blob tile{session};
    soci::statement statement{session};
    statement.exchange(soci::use(z));
    statement.exchange(soci::use(x));
    statement.exchange(soci::use(row));
    statement.exchange(soci::into(tile));
    statement.alloc();
    statement.prepare("SELECT tile_data FROM tiles WHERE zoom_level = :z AND tile_column = :x "
                      "AND tile_row = :row");
    statement.define_and_bind();
    if (!statement.execute(true)) {
        return std::nullopt;
    }
    std::string bytes(tile.get_len(), '\0');
    if (!bytes.empty()) {
        tile.read(0, bytes.data(), bytes.size());
    }
    return bytes;
}

} // namespace wt::store
