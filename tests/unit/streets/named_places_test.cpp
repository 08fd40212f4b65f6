#include "streets/named_places.hpp"
#include "tiny_map.hpp"

#include <gmock/gmock.h>

namespace wt::streets {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

/// Albany Road runs east; south of it lies Burgess Park, at its west end a station.
TinyMap park_beside_a_street()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 600, 0)
        .node(3, 100, -40)
        .node(4, 500, -60)
        .node(5, 500, -900)
        .node(6, 100, -900)
        .node(7, -30, 10, {{"railway", "station"}, {"name", "Elephant"}})
        .node(8, 0, 2000, {{"leisure", "park"}, {"name", "Far Park"}})
        .way(10, {1, 2}, {{"highway", "residential"}, {"name", "Albany Road"}});
}

std::vector<NamedPlace> places_of(TinyMap const& map)
{
    TestFile const file{".osm"};
    file.write(map.text());
    return read_named_places(file.path(), import_network(file.path()).network, [](double) {});
}

TEST(NamedPlaces, PeopleMeetOnTheStreetBesideAParkAndNotInItsMiddle)
{
    auto const places = places_of(park_beside_a_street().way(
        11, {3, 4, 5, 6, 3}, {{"leisure", "park"}, {"name", "Burgess Park"}}));
    ASSERT_THAT(
        places,
        ElementsAre(
            Field(&NamedPlace::name, "Burgess Park"), Field(&NamedPlace::name, "Elephant")));
    EXPECT_EQ(places.front().street, "Albany Road");
    EXPECT_FALSE(places.front().is_station);
    EXPECT_LT(distance(places.front().meeting, TinyMap::at(100, 0)), Metres{2.0});
    EXPECT_TRUE(places.back().is_station);
}

TEST(NamedPlaces, AParkOfSeveralOutlinesIsOne)
{
    auto const places = places_of(
        park_beside_a_street()
            .way(11, {3, 4}, {})
            .way(12, {4, 5, 6, 3}, {})
            .relation(
                20,
                {11, 12},
                {{"type", "multipolygon"}, {"leisure", "park"}, {"name", "Burgess Park"}}));
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places.front().name, "Burgess Park");
}

TEST(NamedPlaces, WhatHasNoNameIsNone)
{
    auto const map = TinyMap{}
                         .node(1, 0, 0)
                         .node(2, 600, 0)
                         .node(3, 10, 10, {{"leisure", "park"}})
                         .way(10, {1, 2}, {{"highway", "residential"}, {"name", "Albany Road"}});
    EXPECT_THAT(places_of(map), IsEmpty());
}

} // namespace
} // namespace wt::streets
