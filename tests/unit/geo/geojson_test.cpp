#include "base/refusal.hpp"
#include "geo/geojson.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wt {
namespace {

std::string collection(std::string const& feature)
{
    return R"({"type":"FeatureCollection","features":[)" + feature + "]}";
}

std::string feature(std::string const& properties, std::string const& geometry)
{
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

constexpr char const* kSquare =
    R"({"type":"Polygon","coordinates":[[[0,50],[1,50],[1,51],[0,51],[0,50]]]})";

std::vector<AreaFeature> read(std::string const& text, AreaProperties const& properties = {})
{
    std::istringstream file{text};
    return read_areas(file, properties);
}

std::string refusal_of(std::string const& text)
{
    try {
        read(text);
    } catch (Refusal const& refusal) {
        EXPECT_EQ(refusal.kind(), Refusal::invalid_input);
        return refusal.what();
    }
    return "accepted";
}

TEST(ReadAreas, TakesNameCodeAndShape)
{
    auto const areas = read(collection(feature(R"({"WD":"Oval","id":7})", kSquare)), {"WD", "id"});
    ASSERT_EQ(areas.size(), 1U);
    EXPECT_EQ(areas[0].name, "Oval");
    EXPECT_EQ(areas[0].code, "7");
    EXPECT_TRUE(contains(areas[0].area, {50.5, 0.5}));
    EXPECT_FALSE(contains(areas[0].area, {0.5, 50.5}));
}

TEST(ReadAreas, TakesHolesAndSeveralPieces)
{
    auto const areas = read(collection(feature(
        R"({"name":"A","code":"1"})",
        R"({"type":"MultiPolygon","coordinates":[
            [[[0,0],[9,0],[9,9],[0,9],[0,0]],[[3,3],[6,3],[6,6],[3,6],[3,3]]],
            [[[20,20],[21,20],[21,21],[20,20]]]]})")));
    EXPECT_EQ(areas.at(0).area.polygons.size(), 2U);
    EXPECT_FALSE(contains(areas.at(0).area, {4, 4}));
}

TEST(ReadAreas, SaysWhatIsWrongWithAFile)
{
    std::string const named = R"({"name":"A","code":"1"})";
    EXPECT_EQ(refusal_of("{"), "This file is not a GeoJSON FeatureCollection.");
    EXPECT_EQ(refusal_of("[]"), "This file is not a GeoJSON FeatureCollection.");
    EXPECT_EQ(refusal_of(collection("")), "There are no areas in this file.");
    EXPECT_EQ(refusal_of(collection("5")), "Feature 1 of the file is not a well-formed area.");
    EXPECT_EQ(
        refusal_of(collection(feature(R"({"name":"A","code":null})", kSquare))),
        "Feature 1 has no property “code”.");
    EXPECT_EQ(
        refusal_of(collection(feature(named, R"({"type":"Point","coordinates":[0,0]})"))),
        "Feature 1 is no area: its geometry is a Point.");
    EXPECT_EQ(
        refusal_of(collection(
            feature(named, R"({"type":"Polygon","coordinates":[[[0,95],[1,0],[1,1],[0,95]]]})"))),
        "Feature 1 has a coordinate that is not on the earth.");
    EXPECT_EQ(
        refusal_of(
            collection(feature(named, R"({"type":"Polygon","coordinates":[[[0,5],[1,0]]]})"))),
        "Feature 1 has an outline of fewer than four points.");
    EXPECT_EQ(
        refusal_of(collection(feature(named, R"({"type":"Polygon","coordinates":"x"})"))),
        "Feature 1 of the file is not a well-formed area.");
}

TEST(ReadAreas, ReadsTheBoroughsOfLondon)
{
    char const* const shared = std::getenv("WALKTALK_SHARED");
    auto const file = std::filesystem::path{shared != nullptr ? shared : "../shared"} /
                      "data/areas/london-boroughs.geojson";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "no London boroughs in the shared data folder";
    }
    std::ifstream stream{file};
    auto const areas = read_areas(stream, {"name", "gss_code"});
    EXPECT_EQ(areas.size(), 33U);
    LatLon const holborn{51.517, -0.12};
    for (AreaFeature const& area : areas) {
        EXPECT_EQ(contains(area.area, holborn), area.name == "Camden") << area.name;
    }
}

} // namespace
} // namespace wt
