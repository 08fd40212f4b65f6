#include "web/api/endpoint.hpp"
#include "web/api/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faults_of(Schema const& schema, char const* json)
{
    FieldErrors errors;
    check(schema.json, Json::parse(json), "", errors);
    std::vector<std::string> faults;
    for (auto const& error : errors.list()) {
        faults.push_back(error.field + ": " + in_english(error.message));
    }
    return faults;
}

Schema walk()
{
    return object_of(
        "A walk.",
        {{"name", text("Hers.", {2, 4})},
         {"day", day("When.")},
         {"party", whole_number("How many.", 1, 4), false},
         {"light", one_of({"dark", "day"}, "How light."), false},
         {"places",
          list_of(object_of("A place.", {{"lat", number("North.", -90, 90)}}, true), "Where.", 2),
          false}},
        true);
}

TEST(CheckOfASchema, TakesWhatFits)
{
    EXPECT_THAT(
        faults_of(
            walk(),
            R"({"name":"Zoë","day":"2026-12-02","party":4,"light":"dark","places":[{"lat":51.5}]})"),
        IsEmpty());
}

TEST(CheckOfASchema, NamesEveryFaultBesideItsMember)
{
    EXPECT_THAT(
        faults_of(
            walk(),
            R"({"name":"Z","party":1.5,"light":"dim","places":[{"lat":91},{"lon":0}],"x":1})"),
        ElementsAre(
            "day: This is missing.",
            "name: This must have 2 to 4 characters.",
            "party: This must be a whole number.",
            "light: This must be one of: dark, day.",
            "places/0/lat: This must lie between -90.0 and 90.0.",
            "places/1/lat: This is missing.",
            "places/1/lon: Nothing of this name is read here.",
            "x: Nothing of this name is read here."));
}

TEST(CheckOfASchema, RefusesDaysThatAreNoneAndTextThatCannotBeKept)
{
    EXPECT_THAT(
        faults_of(walk(), R"({"name":"Z\u0000e","day":"2026-02-30","places":[1,2,3]})"),
        ElementsAre(
            "name: This holds characters that cannot be kept.",
            "day: This must be a day, such as 2026-12-17.",
            "places: This must have 2 entries at the most."));
}

TEST(CheckOfASchema, ReadsIdsThatNoDoubleHolds)
{
    auto const schema = object_of("It.", {{"id", id_text("Its.")}}, true);
    auto const json = Json::parse(R"({"id":"912350646136707322"})");
    EXPECT_THAT(faults_of(schema, json.dump().c_str()), IsEmpty());
    EXPECT_EQ(id_json(id_in<Id<struct Tag>>(json.at("id"))), json.at("id"));
    for (auto const* const wrong :
         {R"({"id":7})", R"({"id":"0"})", R"({"id":"7x"})", R"({"id":"-7"})"}) {
        EXPECT_THAT(faults_of(schema, wrong), testing::SizeIs(1)) << wrong;
    }
}

struct Pair
{
    int always = 0;
    std::optional<int> sometimes;
};

TEST(ShapeOfAValue, LeavesOutWhatIsNotThereAndSaysSoInItsSchema)
{
    Shape<Pair> const shape{
        "Pair",
        "Two.",
        {{"always", whole_number("One."), [](Pair const& pair) { return pair.always; }},
         {"sometimes",
          whole_number("The other."),
          [](Pair const& pair) { return or_null(pair.sometimes); },
          Presence::sometimes}}};
    EXPECT_EQ(shape.write({1, 2}).dump(), R"({"always":1,"sometimes":2})");
    EXPECT_EQ(shape.write({1, {}}).dump(), R"({"always":1})");
    auto const schema = shape.schema();
    EXPECT_EQ(schema.json.dump(), R"({"$ref":"#/components/schemas/Pair"})");
    EXPECT_EQ(schema.named.at("Pair").at("required").dump(), R"(["always"])");
}

TEST(PreferredType, IsTheOneLikedBestOrNone)
{
    std::vector<std::string_view> const types{kJson, kGeoJson};
    EXPECT_EQ(preferred("", types), kJson);
    EXPECT_EQ(preferred("text/html, */*;q=0.8", types), kJson);
    EXPECT_EQ(preferred("application/geo+json", types), kGeoJson);
    EXPECT_EQ(preferred("application/json;q=0.5, application/geo+json", types), kGeoJson);
    EXPECT_EQ(preferred("application/*, application/json;q=0", types), kGeoJson);
    EXPECT_EQ(preferred("text/html", types), std::nullopt);
    EXPECT_EQ(preferred("*/*;q=0", types), std::nullopt);
}

} // namespace
} // namespace wt::web::api
