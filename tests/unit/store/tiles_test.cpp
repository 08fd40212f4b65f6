#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/tiles.hpp"

#include <gtest/gtest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>

namespace wt::store {
namespace {

namespace fs = std::filesystem;

class TilesTest : public testing::Test
{
protected:
    void TearDown() override { fs::remove(file); }

    void given_map()
    {
        soci::session session{soci::sqlite3, "dbname=\"" + file.string() + "\""};
        session << "CREATE TABLE metadata (name TEXT, value TEXT)";
        session << "INSERT INTO metadata VALUES ('maxzoom', '12')";
        session << "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, "
                   "tile_row INTEGER, tile_data BLOB)";
        // Zoom 2: row 3 of four from the south is row 0 from the north.
        session << "INSERT INTO tiles VALUES (2, 1, 3, x'1F8B00FF')";
    }

    fs::path file = fs::temp_directory_path() / ("wt_tiles_" + std::to_string(random_id()));
};

TEST_F(TilesTest, CountsRowsFromTheNorth)
{
    given_map();
    Tiles const tiles{file};
    EXPECT_EQ(tiles.find(2, 1, 0), std::string("\x1F\x8B\x00\xFF", 4));
    EXPECT_FALSE(tiles.find(2, 1, 3));
    EXPECT_EQ(tiles.max_zoom(), 12);
}

TEST_F(TilesTest, HasNothingOutsideTheWorld)
{
    given_map();
    Tiles const tiles{file};
    EXPECT_FALSE(tiles.find(2, 4, 0));
    EXPECT_FALSE(tiles.find(-1, 0, 0));
    EXPECT_FALSE(tiles.find(60, 0, 0));
}

TEST_F(TilesTest, RefusesWhatIsNoMap)
{
    std::ofstream{file} << "not a database, however long it goes on";
    EXPECT_THROW(Tiles{file}, Refusal);
}

} // namespace
} // namespace wt::store
