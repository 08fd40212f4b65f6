#include "app/demo_areas.hpp"
#include "app/demo_streets.hpp"
#include "geo/geojson.hpp"
#include "support/grid_town.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace wt::app {
namespace {

DemoArea square(std::string const& code, double south, double west)
{
    return {
        .code = code,
        .name = "The " + code,
        .bcu = "",
        .area = {
            {{.outline = {{south, west}, {south, west + 1}, {south + 1, west + 1}}, .holes = {}}}}};
}

TEST(DemoAreas, TheClocksAreThoseOfTheMapsCountry)
{
    EXPECT_EQ(demo_time_zone({51.47, -0.09}), "Europe/London");
    EXPECT_EQ(demo_time_zone({53.8, -1.55}), "Europe/London");
    EXPECT_EQ(demo_time_zone({57.7, 11.97}), "Europe/Stockholm");
    EXPECT_EQ(demo_time_zone({40.7, -74.0}), "Etc/GMT+5");
    EXPECT_EQ(demo_time_zone({30.0, 31.2}), "Etc/GMT-2");
    EXPECT_EQ(demo_time_zone({5.6, -0.2}), "Etc/GMT");
}

TEST(DemoAreas, LeedsIsNotInGreaterLondon)
{
    EXPECT_TRUE(is_in_greater_london({51.54, -0.14}));
    EXPECT_FALSE(is_in_greater_london({53.8, -1.55}));
}

TEST(DemoAreas, NineWardsCoverATownEachNamedAfterAStreetOfItsOwn)
{
    auto const network = make_grid_town();
    auto const wards = make_grid_wards(network);
    ASSERT_EQ(wards.size(), 9U);
    std::set<std::string> names;
    for (auto const& ward : wards) {
        names.insert(ward.name);
        auto const streets = list_demo_streets(network, ward.area, 99);
        EXPECT_TRUE(std::ranges::any_of(
            streets, [&](DemoStreet const& street) { return street.name == ward.name; }));
    }
    EXPECT_EQ(names.size(), 9U);
    for (streets::NodeIndex node = 0; node < network.node_count(); ++node) {
        EXPECT_EQ(
            std::ranges::count_if(
                wards,
                [&](DemoArea const& ward) { return contains(ward.area, network.place_of(node)); }),
            1);
    }
}

TEST(DemoAreas, TwoInventedUnitsShareTheWards)
{
    std::vector<DemoArea> wards{square("a", 0, 0), square("b", 0, 1), square("c", 0, 2)};
    auto const bcus = invent_bcus(wards);
    ASSERT_EQ(bcus.size(), 2U);
    EXPECT_EQ(wards[0].bcu, bcus[0].code);
    EXPECT_EQ(wards[2].bcu, bcus[1].code);
    EXPECT_EQ(bcus[0].area.polygons.size() + bcus[1].area.polygons.size(), 3U);
}

TEST(DemoAreas, WhatIsWrittenCanBeRead)
{
    std::istringstream file{to_geojson({square("a", 50, 10)})};
    auto const read = read_areas(file, {});
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].code, "a");
    EXPECT_EQ(read[0].name, "The a");
    EXPECT_TRUE(contains(read[0].area, {50.1, 10.5}));
}

TEST(DemoAreas, WardsOffTheMapAreLeftOut)
{
    auto const network = make_grid_town();
    auto areas = make_grid_wards(network);
    areas.push_back(square("elsewhere", 10, 10));
    EXPECT_EQ(covered_by(network, areas).size(), 9U);
}

TEST(DemoStreets, TheLongestComeFirstEachOnceInItsWard)
{
    auto const network = make_grid_town();
    auto const ward = make_grid_wards(network).front();
    auto const streets = list_demo_streets(network, ward.area, 3);
    ASSERT_EQ(streets.size(), 3U);
    EXPECT_GE(streets[0].length, streets[1].length);
    EXPECT_GE(streets[1].length, streets[2].length);
    EXPECT_NE(streets[0].name, streets[1].name);
    for (auto const& point : streets[0].segments) {
        EXPECT_TRUE(contains(ward.area, point));
    }
}

} // namespace
} // namespace wt::app
