#include "app/areas.hpp"
#include "app/areas_import.hpp"
#include "base/csv.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wt::app {
namespace {

constexpr Person kAdministrator{.role = Role::administrator};

/// A feature of one degree whose south-west corner is given.
std::string square(std::string const& code, std::string const& bcu, int lat, int lon)
{
    std::ostringstream out;
    out << R"({"type":"Feature","properties":{"name":"Area )" << code << R"(","code":")" << code
        << R"(","unit":")" << bcu << R"("},"geometry":{"type":"Polygon","coordinates":[[[)" << lon
        << "," << lat << "],[" << lon + 1 << "," << lat << "],[" << lon + 1 << "," << lat + 1
        << "],[" << lon << "," << lat + 1 << "],[" << lon << "," << lat << "]]]}}";
    return out.str();
}

std::string collection(std::vector<std::string> const& features)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (auto const& feature : features) {
        text += (&feature == &features.front() ? "" : ",") + feature;
    }
    return text + "]}";
}

class AreasTest : public AppOnBothDatabases
{
protected:
    ImportResult import(
        AreaKind kind,
        std::vector<std::string> const& features,
        std::string const& bcu_property = "",
        std::string const& boroughs = "")
    {
        std::istringstream geojson{collection(features)};
        std::istringstream mapping{boroughs};
        return import_areas(
            test.app(),
            kAdministrator,
            {.kind = kind,
             .geojson = geojson,
             .name_property = "name",
             .code_property = "code",
             .bcu_property = bcu_property,
             .boroughs = boroughs.empty() ? nullptr : &mapping});
    }
};
WT_ON_BOTH_DATABASES(AreasTest);

TEST_P(AreasTest, FindsTheWardAroundAPoint)
{
    import(AreaKind::bcu, {square("south", "", 0, 0), square("north", "", 1, 0)});
    EXPECT_EQ(import(AreaKind::ward, {square("W1", "", 0, 0), square("W2", "", 1, 0)}).added, 2U);

    auto const areas = test.app().areas();
    auto const ward = areas->find_ward(LatLon{1.5, 0.5});
    ASSERT_TRUE(ward);
    EXPECT_EQ(ward->code, "W2");
    EXPECT_EQ(areas->require_bcu(ward->bcu).code, "north");
    EXPECT_EQ(areas->find_ward(ward->centre)->id, ward->id);
    EXPECT_EQ(areas->list_wards(ward->bcu).size(), 1U);
    EXPECT_FALSE(areas->find_ward(LatLon{5, 5}));
    EXPECT_THROW(static_cast<void>(areas->require_ward(WardId{99})), Refusal);
}

TEST_P(AreasTest, AWardMayNameItsUnit)
{
    import(AreaKind::bcu, {square("south", "", 0, 0), square("north", "", 1, 0)});
    import(AreaKind::ward, {square("W1", "north", 0, 0)}, "unit");

    auto const areas = test.app().areas();
    EXPECT_EQ(areas->find_ward("W1")->bcu, areas->find_bcu("north")->id);
}

TEST_P(AreasTest, ImportingAgainKeepsIds)
{
    import(AreaKind::bcu, {square("south", "", 0, 0)});
    import(AreaKind::ward, {square("W1", "", 0, 0)});
    auto const id = test.app().areas()->find_ward("W1")->id;

    EXPECT_EQ(import(AreaKind::ward, {square("W1", "", 0, 0)}).unchanged, 1U);
    EXPECT_EQ(import(AreaKind::bcu, {square("south", "", 0, 1)}).changed, 1U);
    EXPECT_EQ(test.app().areas()->find_ward("W1")->id, id);
}

TEST_P(AreasTest, ReportsEveryWardWithoutUnitAndKeepsNone)
{
    import(AreaKind::bcu, {square("south", "", 0, 0)});
    auto const result = import(
        AreaKind::ward, {square("W1", "", 0, 0), square("W2", "", 7, 7), square("W3", "", 8, 8)});

    ASSERT_EQ(result.faults.size(), 2U);
    EXPECT_EQ(result.faults[0].number, 2U);
    EXPECT_EQ(result.faults[1].number, 3U);
    EXPECT_TRUE(test.app().areas()->list_wards().empty());
}

TEST_P(AreasTest, RefusesACodeThatComesTwice)
{
    EXPECT_EQ(
        import(AreaKind::bcu, {square("south", "", 0, 0), square("south", "", 1, 0)}).faults.size(),
        1U);
}

TEST_P(AreasTest, MakesUnitsOfBoroughsAndLeavesTheOthersOut)
{
    auto const result = import(
        AreaKind::bcu,
        {square("E1", "", 0, 0), square("E2", "", 1, 0), square("E9", "", 2, 0)},
        "",
        "bcu,borough_gss,borough\nCentral South,E1,One\nCentral South,E2,Two\n");

    EXPECT_EQ(result.added, 1U);
    EXPECT_EQ(result.left_out, 1U);
    auto const areas = test.app().areas();
    EXPECT_EQ(areas->find_bcu("central-south")->name, "Central South");
    EXPECT_TRUE(contains(areas->bcu_area(0), {0.5, 0.5}));
    EXPECT_TRUE(contains(areas->bcu_area(0), {1.5, 0.5}));
}

TEST_P(AreasTest, RefusesAMappingThatNamesAnUnknownBorough)
{
    EXPECT_EQ(
        import(AreaKind::bcu, {square("E1", "", 0, 0)}, "", "bcu,borough_gss\nSouth,E1\nSouth,E7\n")
            .faults.size(),
        1U);
    EXPECT_TRUE(test.app().areas()->list_bcus().empty());
}

TEST_P(AreasTest, TheWardsOfLambethAndSouthwarkLieInCentralSouth)
{
    char const* const told = std::getenv("WALKTALK_SHARED");
    std::filesystem::path const areas =
        std::filesystem::path{told != nullptr ? told : "../shared"} / "data/areas";
    if (!std::filesystem::exists(areas / "met-bcus.csv")) {
        GTEST_SKIP() << "the shared data with London's areas are not there";
    }
    std::ifstream boroughs{areas / "london-boroughs.geojson"};
    std::ifstream mapping{areas / "met-bcus.csv"};
    auto const bcus = import_areas(
        test.app(),
        kAdministrator,
        {.kind = AreaKind::bcu,
         .geojson = boroughs,
         .name_property = "name",
         .code_property = "gss_code",
         .boroughs = &mapping});
    EXPECT_EQ(bcus.added, 12U);
    for (auto const* const name : {"lambeth", "southwark"}) {
        std::ifstream wards{areas / (std::string{name} + "-wards-2013.geojson")};
        auto const result = import_areas(
            test.app(),
            kAdministrator,
            {.kind = AreaKind::ward,
             .geojson = wards,
             .name_property = "WD13NM",
             .code_property = "WD13CD"});
        EXPECT_EQ(result.added, 21U);
    }
    auto const known = test.app().areas();
    EXPECT_EQ(known->list_wards(known->find_bcu("central-south")->id).size(), 42U);

    // Each postcode says in which ward it lies.
    std::ifstream places{areas.parent_path() / "places/postcodes-lambeth-southwark-2014.csv"};
    CsvTable const postcodes{places};
    std::size_t agreeing = 0;
    for (auto const& row : postcodes.rows()) {
        auto const ward = known->find_ward(LatLon{
            *find_number(postcodes.cell(row, "lat")), *find_number(postcodes.cell(row, "lon"))});
        agreeing += ward && ward->code == postcodes.cell(row, "ward") ? 1U : 0U;
    }
    EXPECT_GT(agreeing * 1000, postcodes.rows().size() * 995);
}

} // namespace
} // namespace wt::app
