#include "geo/geojson_writer.hpp"

#include <gtest/gtest.h>

#include <array>

namespace wt {
namespace {

using namespace std::string_view_literals;

TEST(GeoJsonWriter, WritesPointsLongitudeFirst)
{
    GeoJsonWriter writer;
    writer.add_point({51.5, -0.125}, {{"name", "Oval"sv}, {"count", std::int64_t{3}}});
    EXPECT_EQ(
        std::move(writer).finish(),
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point",)"
        R"("coordinates":[-0.125,51.5]},"properties":{"name":"Oval","count":3}}]})");
}

TEST(GeoJsonWriter, WritesLinesWithACommaBetweenFeatures)
{
    std::array<LatLon, 2> const line{LatLon{1, 2}, LatLon{3.00000004, 4}};
    GeoJsonWriter writer;
    writer.add_line(line, {{"lit", true}, {"share", 0.5}});
    writer.add_point({0, 0});
    EXPECT_EQ(
        std::move(writer).finish(),
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":)"
        R"("LineString","coordinates":[[2,1],[4,3]]},"properties":{"lit":true,"share":0.5}},)"
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]},"properties":{}}]})");
}

TEST(GeoJsonWriter, ClosesRingsAndTurnsThemAsTheStandardWants)
{
    Ring const clockwise{{0, 0}, {4, 0}, {4, 4}, {0, 4}};
    Ring const hole{{1, 1}, {1, 2}, {2, 2}, {1, 1}};
    GeoJsonWriter writer;
    writer.add_area({{{clockwise, {hole}}}}, {{"code", "a"sv}});
    writer.add_area({}, {});
    EXPECT_EQ(
        std::move(writer).finish(),
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":)"
        R"("MultiPolygon","coordinates":[[[[4,0],[4,4],[0,4],[0,0],[4,0]],)"
        R"([[1,1],[2,2],[2,1],[1,1]]]]},"properties":{"code":"a"}},)"
        R"({"type":"Feature","geometry":null,"properties":{}}]})");
}

TEST(GeoJsonWriter, AnEmptyCollectionIsWhole)
{
    EXPECT_EQ(GeoJsonWriter{}.finish(), R"({"type":"FeatureCollection","features":[]})");
}

TEST(AppendJsonString, LetsNothingOutOfItsQuotationMarks)
{
    std::string out;
    append_json_string(out, "a\"b\\c\n</script>é");
    EXPECT_EQ(out, R"("a\"b\\c\u000a\u003c/script\u003eé")");
}

} // namespace
} // namespace wt
