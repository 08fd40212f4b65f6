#include "app/answer_concern.hpp"
#include "browser.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"
#include "support/given_staff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Ana's concern, a partner for lamps, its desk and the partner at their browsers.
class ReferralPages : public testing::Test
{
protected:
    ReferralPages()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        concern = given_concern_of_ana(test);
        path = "/desk/concerns/" + std::to_string(concern.value);
        lamps = given_partner(test);
        given_partner(test, {.name = "A park", .kind = "parks", .email = "p@example.org"});
        desk.put_cookies(Fields{
            {{"session", given_session(test, {.role = Role::desk, .id = 61, .bcu = kSouth})}}});
    }

    Response pass_on(std::string const& body = "", std::string const& kind = "referred")
    {
        return desk.post(
            path + "/answers",
            {{"version", "1"},
             {"kind", kind},
             {"sentence", "We passed this to those who look after the lamps."},
             {"partner", std::to_string(lamps.value)},
             {"body", body}});
    }
    std::string link() { return "/referrals/" + token_of_letter(test); }
    Response reply(Browser::Form form, std::string const& version = "2")
    {
        form.emplace_back("version", version);
        return partner.post(link() + "/answers", std::move(form));
    }

    TestApp test;
    Browser desk{test};
    Browser partner{test};
    ConcernId concern;
    PartnerId lamps;
    std::string path;
};

TEST_F(ReferralPages, TheDeskChoosesAPartnerAndSeesHowItStands)
{
    EXPECT_THAT(
        desk.get(path).body, HasSubstr("City Lamps (Street lighting, looks after this here)"));
    EXPECT_EQ(where_to(pass_on()), path);
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(
            HasSubstr("By: City Lamps"),
            HasSubstr("Waits for the partner"),
            HasSubstr("On its way"),
            HasSubstr("Send another link")));
    EXPECT_THAT(desk.get("/desk/referrals").body, AllOf(HasSubstr("City Lamps"), HasSubstr(path)));
}

TEST_F(ReferralPages, AChoiceThatDoesNotFitIsRefusedAndKept)
{
    auto const both = pass_on("The railway");
    EXPECT_EQ(both.status, 422);
    EXPECT_THAT(
        both.body,
        AllOf(HasSubstr("not both"), HasSubstr("value=\"The railway\""), HasSubstr("selected")));
    EXPECT_EQ(pass_on("", "done").status, 422);
    EXPECT_EQ(count_rows(test, "referral"), 0);
}

TEST_F(ReferralPages, ThePartnerSeesTheStreetAndNoWords)
{
    pass_on();
    auto const page = partner.get(link());
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("Referrer-Policy"), "no-referrer");
    EXPECT_THAT(
        page.body,
        AllOf(
            HasSubstr("Camden Street, One"),
            HasSubstr("51.50700, -0.10000"),
            HasSubstr("City Lamps"),
            Not(HasSubstr("Three lamps")),
            Not(HasSubstr("Ana"))));
    EXPECT_THAT(partner.get(link() + "/place.geojson").body, HasSubstr("Point"));
    EXPECT_EQ(partner.get("/referrals/forged").status, 404);
}

TEST_F(ReferralPages, ThePartnerAnswersAndEverybodyReadsIt)
{
    pass_on();
    auto const done =
        reply({{"reply", "done"}, {"sentence", "Three lamps were replaced with brighter ones."}});
    EXPECT_EQ(where_to(done), link());
    EXPECT_THAT(
        partner.get(link()).body,
        AllOf(
            HasSubstr("brighter ones"),
            HasSubstr("not in your hands"),
            Not(HasSubstr("<textarea"))));
    EXPECT_THAT(desk.get(path).body, HasSubstr("Done, says the partner"));
    EXPECT_EQ(
        reply({{"reply", "done"}, {"sentence", "Three lamps were replaced again."}}).status, 409);
}

TEST_F(ReferralPages, AllThatIsWrongIsSaidAtOnceAndWhatWasTypedIsKept)
{
    pass_on();
    auto const answer = reply({{"reply", "plan"}, {"sentence", "Soon."}, {"due-day", "41"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(
        answer.body,
        AllOf(
            HasSubstr("Write at least 20"),
            HasSubstr("Enter a date"),
            HasSubstr("Soon."),
            HasSubstr("value=\"41\"")));
    EXPECT_THAT(reply({{"sentence", "Soon."}}).body, HasSubstr("Choose what you say."));
    EXPECT_THAT(
        reply({{"reply", "hand_on"}, {"sentence", "This is a matter for the park."}}).body,
        HasSubstr("Choose a partner from the list."));
    EXPECT_EQ(count_rows(test, "answer"), 1);
}

TEST_F(ReferralPages, AnOldPageIsAConflictAndKeepsWhatWasTyped)
{
    pass_on();
    auto const answer = reply(
        {{"reply", "done"}, {"sentence", "Three lamps were replaced with brighter ones."}}, "1");
    EXPECT_EQ(answer.status, 409);
    EXPECT_THAT(answer.body, HasSubstr("brighter ones"));
}

TEST_F(ReferralPages, AnotherLinkIsAButtonOfTheOwnDesk)
{
    pass_on();
    auto const before = link();
    auto const id = [&] {
        auto const body = desk.get(path).body;
        auto const at = body.find("/desk/referrals/", body.find("Passed on")) + 16;
        return body.substr(at, body.find('/', at) - at);
    }();
    EXPECT_EQ(where_to(desk.post("/desk/referrals/" + id + "/letters")), path);
    EXPECT_EQ(partner.get(before).status, 404);
    EXPECT_EQ(partner.get(link()).status, 200);
    EXPECT_THAT(where_to(partner.post("/desk/referrals/" + id + "/letters")), HasSubstr("sign-in"));
}

} // namespace
} // namespace wt::web
