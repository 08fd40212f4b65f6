#include "streets/name_fold.hpp"
#include "streets/named_streets.hpp"
#include "tiny_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::streets {
namespace {

/// Two High Streets a kilometre apart, each with a street of its own beside it.
Network two_villages()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 100, 0)
        .node(3, 200, 0)
        .node(4, 100, 100)
        .node(5, 1500, 0)
        .node(6, 1600, 0)
        .node(7, 1600, 100)
        .way(10, {1, 2}, {{"highway", "primary"}, {"name", "High Street"}})
        .way(11, {2, 3}, {{"highway", "primary"}, {"name", "High Street"}})
        .way(20, {2, 4}, {{"highway", "residential"}, {"name", "St Mary's Highway"}})
        .way(30, {5, 6}, {{"highway", "primary"}, {"name", "High Street"}})
        .way(40, {6, 7}, {{"highway", "residential"}, {"name", "Åvägen"}})
        .way(50, {4, 1}, {{"highway", "footway"}})
        .network();
}

std::vector<std::string> names_of(std::vector<NamedStreet> const& streets)
{
    std::vector<std::string> names;
    for (NamedStreet const& street : streets) {
        names.push_back(street.name);
    }
    return names;
}

TEST(ListStreetsNear, NamesEachOnceNearestFirst)
{
    auto const network = two_villages();
    auto const streets = list_streets_near(network, TinyMap::at(90, 60), Metres{200});
    EXPECT_THAT(names_of(streets), testing::ElementsAre("St Mary's Highway", "High Street"));
    EXPECT_NEAR(streets[0].away.value, 10, 0.2);
    EXPECT_NEAR(streets[1].away.value, 60, 0.2);
    EXPECT_EQ(streets[1].meets, "St Mary's Highway");
}

TEST(ListStreetsNear, KeepsToTheRadiusAndTheLimit)
{
    auto const network = two_villages();
    EXPECT_EQ(list_streets_near(network, TinyMap::at(90, 60), Metres{30}).size(), 1U);
    EXPECT_EQ(list_streets_near(network, TinyMap::at(90, 60), Metres{200}, 1).size(), 1U);
}

TEST(ListStreetsByName, PartsNamesakesAndTellsThemApart)
{
    auto const streets = list_streets_by_name(two_villages(), "high street");
    ASSERT_EQ(streets.size(), 2U);
    EXPECT_EQ(streets[0].meets, "St Mary's Highway");
    EXPECT_EQ(streets[1].meets, "Åvägen");
}

TEST(ListStreetsByName, PutsTheBestMatchFirst)
{
    EXPECT_THAT(
        names_of(list_streets_by_name(two_villages(), "high")),
        testing::ElementsAre("High Street", "High Street", "St Mary's Highway"));
    EXPECT_EQ(list_streets_by_name(two_villages(), "high", 1).size(), 1U);
}

TEST(ListStreetsByName, FindsNothingForNothing)
{
    EXPECT_TRUE(list_streets_by_name(two_villages(), " ").empty());
    EXPECT_TRUE(list_streets_by_name(two_villages(), "low").empty());
}

TEST(ListStreetsByName, TakesAccentsAndApostrophesLightly)
{
    EXPECT_THAT(
        names_of(list_streets_by_name(two_villages(), "avagen")), testing::ElementsAre("Åvägen"));
    EXPECT_EQ(list_streets_by_name(two_villages(), "st. marys").size(), 1U);
}

TEST(Folded, MakesAlikeWhatPeopleTypeAlike)
{
    EXPECT_EQ(folded("St. Mary’s-le-Bow"), "st marys le bow");
    EXPECT_EQ(folded("Ŵyddfa ÉCOLE"), "wyddfa ecole");
    EXPECT_EQ(folded("  "), "");
    EXPECT_EQ(folded("北京"), "北京");
}

} // namespace
} // namespace wt::streets
