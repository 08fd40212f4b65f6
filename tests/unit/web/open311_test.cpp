#include "app/answer_concern.hpp"
#include "app/concerns.hpp"
#include "app/desk_referrals.hpp"
#include "app/receive_report.hpp"
#include "app/send_referral.hpp"
#include "browser.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"
#include "support/given_staff.hpp"
#include "support/given_streets.hpp"
#include "web/open311_text.hpp"
#include "web/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Open311Text, IsTheSameTreeInBothFormats)
{
    Open311Tree const tree = Open311Tree::array({{{"service_code", "a<b"}, {"metadata", true}}});
    EXPECT_EQ(
        open311_answer(Open311Format::xml, "services", tree).body,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<services><service>"
        "<service_code>a&lt;b</service_code><metadata>true</metadata></service></services>\n");
    EXPECT_EQ(
        open311_answer(Open311Format::json, "services", tree).body,
        "[{\"service_code\":\"a<b\",\"metadata\":true}]\n");
}

TEST(Open311Text, LeavesOutWhatXmlCannotHold)
{
    Open311Tree const tree{{"a", "x\x0b\x01y"}};
    EXPECT_THAT(open311_answer(Open311Format::xml, "r", tree).body, HasSubstr("<r><a>xy</a></r>"));
}

TEST(Open311Text, WritesAndReadsMomentsWithTheirOffset)
{
    auto const zone = daylight::require_zone("Europe/London");
    for (auto const* const text : {"2026-06-01T00:00:00+01:00", "2026-12-01T18:30:05+00:00"}) {
        EXPECT_EQ(w3c_time(zone, find_w3c_time(zone, text).value()), text);
    }
    EXPECT_EQ(find_w3c_time(zone, "2026-06-01"), find_w3c_time(zone, "2026-05-31T23:00:00Z"));
    for (auto const* const text :
         {"",
          "June",
          "2026-06-31",
          "2026-06-01T",
          "2026-06-01T10:00",
          "2026-06-01T10:00:61Z",
          "2026-06-01T25:00:00Z",
          "2026-06-01T10:00:00+1",
          "2026-06-01T10:00:00Zulu"}) {
        EXPECT_EQ(find_w3c_time(zone, text), std::nullopt) << text;
    }
}

/// Reports of Camberwell Road, and somebody who reads the list.
class Open311 : public testing::Test
{
protected:
    Open311()
    {
        given_force(test);
        given_streets(test);
        sender = {.role = Role::partner, .id = given_partner(test).value};
    }
    void given_reports(int count, Category category = Category::lighting)
    {
        for (int i = 0; i < count; ++i) {
            app::receive_report(test.app(), sender, {.category = category, .place = kCamberwell});
        }
        test.now += std::chrono::days{7}; // public from the next Monday on
    }

    TestApp test;
    Browser client{test};
    Person sender;
};

TEST_F(Open311, ListsNothingBelowTheThreshold)
{
    given_reports(4);
    EXPECT_EQ(client.get("/open311/v2/requests.json").body, "[]\n");
    given_reports(1);
    EXPECT_THAT(
        client.get("/open311/v2/requests.json").body,
        AllOf(HasSubstr("\"lat\":"), HasSubstr("Camberwell Road"), HasSubstr("2026-12-01T00:00")));
}

TEST_F(Open311, NeverGivesAPointOfWhatIsNeverMapped)
{
    given_reports(5, Category::loitering);
    EXPECT_THAT(
        client.get("/open311/v2/requests.xml").body,
        AllOf(HasSubstr("<service_code>loitering"), Not(HasSubstr("<lat>"))));
}

TEST_F(Open311, FiltersByCodeStatusAndMonth)
{
    given_reports(5);
    auto const holds = [&](std::string const& query) {
        return client.get("/open311/v2/requests.json?" + query).body != "[]\n";
    };
    EXPECT_TRUE(holds("service_code=path,lighting&status=open"));
    EXPECT_FALSE(holds("service_code=path"));
    EXPECT_FALSE(holds("status=closed"));
    EXPECT_TRUE(holds("start_date=2026-12-01T00:00:00Z"));
    EXPECT_FALSE(holds("start_date=2026-12-01T00:00:01Z"));
    EXPECT_FALSE(holds("end_date=2026-11-30T23:59:59Z"));
    EXPECT_TRUE(holds("page=2&page_size=4"));
    EXPECT_FALSE(holds("page=2&page_size=5"));
    EXPECT_EQ(client.get("/open311/v2/requests.json?page=0").status, 400);
    EXPECT_EQ(client.get("/open311/v2/requests.json?start_date=soon").status, 400);
    EXPECT_EQ(client.get("/open311/v2/requests.json?status=shut").status, 400);
    EXPECT_EQ(client.get("/open311/v2/requests.json?service_code=x").status, 404);
    EXPECT_EQ(client.get("/open311/v2/requests.json?jurisdiction_id=elsewhere").status, 404);
}

/// One force passes a concern to another, whose server is this program's.
TEST_F(Open311, OurClientAndOurServerUnderstandEachOther)
{
    auto const key = app::make_partner_key(test.app(), kPartnerKeeper, "City Lamps");
    Site site{test.app(), SecretKey::make_random()};
    auto const router = make_router();
    Server const server{site, router, {.port = 0}};

    TestApp other;
    given_walk_with_two_women(other);
    other.app().reload();
    auto place = given_place();
    place.segment.midpoint = kCamberwell;
    auto const concern = app::record_concern_at(other.app(), kOfficer, given_words_of_ana(), place);
    auto const partner = given_partner(
        other,
        {.name = "Camberwell",
         .kind = "other",
         .endpoint = "http://127.0.0.1:" + std::to_string(server.port()) + "/open311/v2",
         .api_key = key});
    app::answer_concern(
        other.app(),
        kSouthDesk,
        concern,
        1,
        {AnswerKind::referred, "We passed this to our neighbours in Camberwell.", ""},
        {.partner = partner});
    auto const referral = [&] {
        return app::list_referrals_of(other.app(), kSouthDesk, concern).at(0).referral;
    };
    app::send_referral(other.app(), std::to_string(referral().id.value));
    EXPECT_EQ(count_rows(test, "concern WHERE category = 'lighting'"), 1);

    auto const ask = [&] {
        other.now += 31min;
        app::poll_referrals(other.app(), {});
    };
    ask();
    EXPECT_EQ(referral().remote_id, ""); // nobody else spoke of the area
    EXPECT_EQ(referral().poll_error, "");
    given_reports(4);
    ask();
    EXPECT_NE(referral().remote_id, "");

    Person const desk{.role = Role::desk, .id = 7, .bcu = kBcu};
    given_session(test, desk);
    ConcernId const theirs{std::stoll(referral().remote_id)};
    app::answer_concern(
        test.app(), desk, theirs, 1, {AnswerKind::done, "Three lamps were mended.", ""});
    ask();
    EXPECT_EQ(referral().state, ReferralState::done);
    EXPECT_EQ(
        app::open_concern(other.app(), kSouthDesk, concern).answers.back().sentence,
        "Camberwell has closed this and says: Three lamps were mended.");
}

} // namespace
} // namespace wt::web
