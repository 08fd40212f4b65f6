#include "app/complaints.hpp"
#include "browser.hpp"
#include "support/given_concerns.hpp"
#include "support/given_staff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SomethingWasWrong : public testing::Test
{
protected:
    SomethingWasWrong()
    {
        given_walk_with_two_women(test);
        test.app().reload();
    }

    static Browser::Form complaint(std::string const& client_id = "complaint-1")
    {
        return {
            {"client_id", client_id},
            {"matters", "sexual"},
            {"matters", "unsafe"},
            {"about", "The tall one"},
            {"words", "He would not let me go."},
            {"recipient", "watchdog"}};
    }
    void sign_in(Person const& person)
    {
        browser.put_cookies(Fields{{{"session", given_session(test, person)}}});
    }

    TestApp test;
    Browser browser{test};
};

TEST_F(SomethingWasWrong, SaysAllThatIsMissingAndKeepsWhatWasTyped)
{
    auto const refused = browser.post(
        "/wrong", {{"client_id", "complaint-1"}, {"words", "He would not let me go."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(
        refused.body,
        AllOf(
            HasSubstr("Choose what was wrong."),
            HasSubstr("Choose who is to read it."),
            HasSubstr("He would not let me go.")));
}

TEST_F(SomethingWasWrong, GivesALinkThatShowsHowItStandsAndNotHerWords)
{
    auto const link = where_to(browser.post("/wrong", complaint()));
    EXPECT_THAT(link, HasSubstr("/wrong/"));
    EXPECT_EQ(where_to(browser.post("/wrong", complaint())), link);
    EXPECT_THAT(
        browser.get(link).body,
        AllOf(
            HasSubstr("Received"),
            HasSubstr("Keep the address of this page"),
            Not(HasSubstr("He would not"))));
    EXPECT_EQ(browser.get("/wrong/forged").status, 404);
}

TEST_F(SomethingWasWrong, IsReadAndAnsweredByThoseWhomSheChose)
{
    auto const link = where_to(browser.post("/wrong", complaint()));
    sign_in({.role = Role::watchdog, .id = 92});
    auto const id =
        app::list_complaints(test.app(), {.role = Role::watchdog, .id = 92}).at(0).id.value;
    auto const path = "/complaints/" + std::to_string(id);
    EXPECT_THAT(browser.get("/complaints").body, AllOf(HasSubstr(path), HasSubstr("Sexual words")));
    EXPECT_THAT(
        browser.get(path).body,
        AllOf(HasSubstr("He would not let me go."), HasSubstr("The tall one")));
    EXPECT_EQ(browser.post(path + "/answers", {{"version", "1"}, {"state", "upheld"}}).status, 422);
    EXPECT_EQ(
        where_to(browser.post(
            path + "/answers",
            {{"version", "1"},
             {"state", "upheld"},
             {"sentence", "You were right. He is off duty since today."}})),
        path);
    browser.forget_cookies();
    EXPECT_THAT(browser.get(link).body, HasSubstr("He is off duty since today."));
    std::int64_t staff = 100;
    for (auto const role : {Role::standards, Role::desk, Role::oversight, Role::safeguarding}) {
        sign_in({.role = role, .id = ++staff, .bcu = kSouth});
        EXPECT_EQ(browser.get(path).status, role == Role::standards ? 404 : 403);
    }
}

TEST_F(SomethingWasWrong, OnHerPageSheChoosesAnOfficerOfHerWalk)
{
    auto const form = browser.get("/mine/Ana/wrong").body;
    EXPECT_THAT(browser.get("/mine/Ana").body, HasSubstr("/mine/Ana/wrong"));
    EXPECT_THAT(form, AllOf(HasSubstr("value=\"21 11\""), HasSubstr("Eve, collar number E11")));
    auto hers = complaint();
    hers.emplace_back("who", "21 11");
    EXPECT_EQ(where_to(browser.post("/mine/Ana/wrong", hers)), "/mine/Ana/wrong");
    EXPECT_THAT(browser.get("/mine/Ana/wrong").body, HasSubstr("What you told us was wrong"));
    EXPECT_THAT(browser.get("/mine/Bea/wrong").body, Not(HasSubstr("What you told us was wrong")));
    hers.back().second = "21 13";
    hers.front().second = "complaint-2";
    EXPECT_EQ(browser.post("/mine/Ana/wrong", hers).status, 404);
}

TEST_F(SomethingWasWrong, OversightSeesNumbersAndNoSmallOnes)
{
    browser.post("/wrong", complaint());
    sign_in({.role = Role::oversight, .id = 62});
    EXPECT_THAT(
        browser.get("/oversight/complaints").body,
        AllOf(HasSubstr("fewer than 5"), Not(HasSubstr("Sexual"))));
    sign_in({.role = Role::desk, .id = 63, .bcu = kSouth});
    EXPECT_EQ(browser.get("/oversight/complaints").status, 403);
}

TEST_F(SomethingWasWrong, IsNotSentWithoutEnd)
{
    for (int i = 0; i < 20; ++i) {
        browser.post("/wrong", complaint("complaint-" + std::to_string(i)));
    }
    auto const refused = browser.post("/wrong", complaint("complaint-more"));
    EXPECT_EQ(refused.status, 429);
    EXPECT_THAT(refused.body, HasSubstr("He would not let me go."));
}

TEST_F(SomethingWasWrong, PicturesToShareHaveTheirWordsAsText)
{
    EXPECT_THAT(
        browser.get("/help/share").body,
        AllOf(HasSubstr("/help/share/child.svg"), HasSubstr("You did nothing wrong.")));
    auto const picture = browser.get("/help/share/home.svg");
    EXPECT_EQ(picture.header("Content-Type"), "image/svg+xml");
    EXPECT_THAT(
        picture.body, AllOf(HasSubstr("<text"), HasSubstr("0808 2000 247"), HasSubstr("</svg>")));
    EXPECT_EQ(browser.get("/help/share/nothing.svg").status, 404);
}

} // namespace
} // namespace wt::web
