#include "app/places.hpp"
#include "app/settings.hpp"
#include "base/refusal.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace wt::app {
namespace {

constexpr Person kAdministrator{.role = Role::administrator};

class PlacesTest : public AppOnBothDatabases
{
protected:
    ImportResult import(std::string const& text)
    {
        std::istringstream file{text};
        return import_places(test.app(), kAdministrator, file);
    }
};
WT_ON_BOTH_DATABASES(PlacesTest);

TEST_P(PlacesTest, FindsAPostcodeHoweverItIsTyped)
{
    import("postcode,lat,lon,other\nSE5 0EN,51.478,-0.094,x\nSE5 0EP,51.479,-0.095,x\n");
    for (auto const* const typed : {"SE5 0EN", "se50en", " Se5  0eN "}) {
        auto const found = search_places(test.app(), typed);
        ASSERT_EQ(found.size(), 1U) << typed;
        EXPECT_EQ(found[0], (FoundPlace{"SE5 0EN", {51.478, -0.094}}));
    }
    EXPECT_EQ(search_places(test.app(), "se5 0").size(), 2U);
}

TEST_P(PlacesTest, FindsNamesByTheirBeginningTheShortestFirst)
{
    import("name,lat,lon\nBurgess Park Lake,51.48,-0.08\nBurgess Park,51.48,-0.09\n"
           "Åsa park,57.3,12.1\n");
    auto const found = search_places(test.app(), "burgess p");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "Burgess Park");
    EXPECT_EQ(search_places(test.app(), "asa").size(), 1U);
    EXPECT_TRUE(search_places(test.app(), "park").empty());
}

TEST_P(PlacesTest, SeveralPlacesMayShareAName)
{
    std::string const file = "name,lat,lon\nHigh Street,51.1,0.1\nHigh Street,51.2,0.2\n";
    EXPECT_EQ(import(file).added, 2U);
    EXPECT_EQ(import(file).unchanged, 2U);
    EXPECT_EQ(search_places(test.app(), "High Street").size(), 2U);
}

TEST_P(PlacesTest, APostcodeMoves)
{
    import("postcode,lat,lon\nSE5 0EN,51.1,0.1\n");
    EXPECT_EQ(import("postcode,lat,lon\nSE5 0EN,51.2,0.1\n").changed, 1U);
    EXPECT_EQ(search_places(test.app(), "SE5 0EN").at(0).point.lat, 51.2);
}

TEST_P(PlacesTest, FindsTenAtMostAndNothingForOneLetter)
{
    std::string file = "postcode,lat,lon\n";
    for (int i = 0; i < 30; ++i) {
        file += "SE5 " + std::to_string(i) + "AA,51.1,0.1\n";
    }
    import(file);
    EXPECT_EQ(search_places(test.app(), "se5").size(), 10U);
    EXPECT_TRUE(search_places(test.app(), "s").empty());
    EXPECT_TRUE(search_places(test.app(), "%%%").empty());
    EXPECT_TRUE(search_places(test.app(), "\xFF\xFE").empty());
}

TEST_P(PlacesTest, ReportsEveryBadLineAndKeepsNothing)
{
    auto const result = import("postcode,lat,lon\nSE5 0EN,51.1,0.1\n,51,0\nSE5 0EP,north,0\n"
                               "SE5 0EX,91,0\n");
    ASSERT_EQ(result.faults.size(), 3U);
    EXPECT_EQ(result.faults[2].number, 5U);
    EXPECT_TRUE(search_places(test.app(), "SE5").empty());
}

TEST_P(PlacesTest, NeedsItsColumnsAndAnAdministrator)
{
    EXPECT_THROW(import("town,lat,lon\nx,1,1\n"), Refusal);
    std::istringstream file{"name,lat,lon\nx,1,1\n"};
    EXPECT_THROW(import_places(test.app(), kVisitor, file), Refusal);
}

class SettingsOfForceTest : public AppOnBothDatabases
{
};
WT_ON_BOTH_DATABASES(SettingsOfForceTest);

TEST_P(SettingsOfForceTest, AUnitMayHaveItsOwn)
{
    {
        store::Transaction tx{test.db()};
        store::put_bcu(tx, {{}, "south", "South", {}});
        tx.commit();
    }
    test.app().reload();
    change_setting(test.app(), kAdministrator, "reply_hours", "24");
    change_setting(test.app(), kAdministrator, "reply_hours", "12", "south");

    EXPECT_EQ(test.app().settings()->reply_hours, 24);
    EXPECT_EQ(list_settings(test.app(), kAdministrator, "south").at("reply_hours"), "12");
    EXPECT_THROW(
        change_setting(test.app(), kAdministrator, "time_zone", "Europe/Paris", "south"), Refusal);
}

TEST_P(SettingsOfForceTest, RefusesWhatCannotBeAndKeepsWhatWas)
{
    EXPECT_THROW(change_setting(test.app(), kAdministrator, "unit_size", "1"), Refusal);
    EXPECT_THROW(change_setting(test.app(), kAdministrator, "colour", "blue"), Refusal);
    EXPECT_THROW(change_setting(test.app(), kAdministrator, "time_zone", "Mars/Base"), Refusal);
    EXPECT_THROW(change_setting(test.app(), kAdministrator, "unit_size", "3", "none"), Refusal);
    EXPECT_THROW(change_setting(test.app(), kVisitor, "unit_size", "3"), Refusal);
    test.app().reload();
    EXPECT_EQ(*test.app().settings(), Settings{});
}

} // namespace
} // namespace wt::app
