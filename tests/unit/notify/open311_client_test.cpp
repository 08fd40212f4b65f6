#include "notify/channel.hpp"
#include "notify/open311_client.hpp"
#include "notify/xml_records.hpp"
#include "support/fake_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::notify {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Pair;
using testing::UnorderedElementsAre;

Open311Server at(FakeServer const& server)
{
    return {
        .url = "http://127.0.0.1:" + std::to_string(server.port()) + "/v2",
        .jurisdiction = "example.org",
        .api_key = "a key"};
}

std::string requests(std::string const& fields)
{
    return R"(<?xml version="1.0" encoding="utf-8"?><service_requests><request>)" + fields +
           "</request></service_requests>";
}

Open311Report const kReport{
    .service_code = "LAMP & BULB",
    .lat = 51.5,
    .lon = -0.1,
    .address = "Camden Street",
    .description = "Badly lit",
    .external_id = "7"};

std::string error_of(HttpAnswer const& answer)
{
    FakeServer const server{http_talk({answer})};
    try {
        send_report(at(server), kReport);
    } catch (SendError const& error) {
        return error.what();
    }
    return "";
}

TEST(XmlRecords, AreTheTextsWithinEachElementOfTheName)
{
    auto const records =
        find_xml_records(requests("<a> x &amp; y </a><b/><c><d>deep</d></c>"), "request");
    ASSERT_TRUE(records.has_value());
    ASSERT_EQ(records->size(), 1U);
    EXPECT_THAT(
        records->front(), UnorderedElementsAre(Pair("a", "x & y"), Pair("b", ""), Pair("c", "")));
}

TEST(XmlRecords, RefuseWhatIsBrokenAndWhatDeclaresEntities)
{
    EXPECT_EQ(find_xml_records("<a><b></a>", "b"), std::nullopt);
    EXPECT_EQ(find_xml_records("", "b"), std::nullopt);
    EXPECT_EQ(find_xml_records("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "a"), std::nullopt);
}

TEST(Open311Client, SendsAFormAndReadsTheNumber)
{
    FakeServer server{http_talk(
        {{.status = 201, .body = requests("<service_request_id>293</service_request_id>")}})};
    auto const receipt = send_report(at(server), kReport);
    EXPECT_EQ(receipt.id, "293");
    EXPECT_EQ(receipt.token, "");
    EXPECT_THAT(
        server.lines(),
        AllOf(
            Contains("POST /v2/requests.xml HTTP/1.1"),
            Contains(AllOf(
                HasSubstr("api_key=a%20key&"),
                HasSubstr("jurisdiction_id=example.org&"),
                HasSubstr("service_code=LAMP%20%26%20BULB&"),
                HasSubstr("lat=51.500000&long=-0.100000&"),
                HasSubstr("attribute%5Bexternal_id%5D=7")))));
}

TEST(Open311Client, WhatItIsRefusedIsAnErrorWithoutTheServersWords)
{
    EXPECT_EQ(error_of({.status = 403, .body = "secret"}), "Open311 server answered 403");
    EXPECT_EQ(error_of({.body = "not XML"}), "Open311 server answered what cannot be read");
    EXPECT_EQ(error_of({.body = requests("")}), "Open311 server gave no number");
    EXPECT_NE(error_of({.body = std::string(1'100'000, ' ')}), "");
}

TEST(Open311Client, ATokenBecomesANumberLater)
{
    FakeServer server{http_talk(
        {{.body = requests("<token>t</token>")},
         {.body = requests("<token>t</token><service_request_id>9</service_request_id>")}})};
    EXPECT_EQ(find_request_id(at(server), "t/1"), std::nullopt);
    EXPECT_EQ(find_request_id(at(server), "t/1"), "9");
    EXPECT_THAT(
        server.lines(),
        Contains("GET /v2/tokens/t%2F1.xml?jurisdiction_id=example.org&api_key=a%20key HTTP/1.1"));
}

TEST(Open311Client, ReadsTheStatus)
{
    FakeServer server{http_talk(
        {{.body = requests("<status>closed</status><status_notes>Mended.</status_notes>")},
         {.status = 404}})};
    auto const status = find_request_status(at(server), "9");
    ASSERT_TRUE(status.has_value());
    EXPECT_TRUE(status->is_closed);
    EXPECT_EQ(status->notes, "Mended.");
    EXPECT_FALSE(find_request_status(at(server), "9").has_value());
}

} // namespace
} // namespace wt::notify
