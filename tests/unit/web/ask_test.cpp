#include "app/settings.hpp"
#include "browser.hpp"
#include "store/areas.hpp"
#include "store/places.hpp"
#include "store/requests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Ask : public testing::Test
{
protected:
    Ask()
    {
        given_force(test);
        store::Transaction tx{test.db()};
        store::put_place(tx, {"SE5 0EN", "se50en", kCamberwell, true});
        store::put_place(tx, {"Paris Garden", "parisgarden", kParis, false});
        tx.commit();
    }

    void answer_until_when()
    {
        her.post("/ask/age", {{"age", "yes"}});
        her.post("/ask/you", {{"name", "Ana"}, {"contact_by", "none"}});
        her.post("/ask/where", {{"do", "search"}, {"search", "se5 0en"}});
        her.post("/ask/where", {{"do", "choose"}, {"searched", "se5 0en"}, {"found", "0"}});
        her.post("/ask/where", {{"do", "done"}});
    }

    void answer_all()
    {
        answer_until_when();
        her.post("/ask/when", {{"free_times", "4-evening"}, {"light", "dark"}});
        her.post("/ask/more", {{"party", "2"}, {"words", "By the canal"}});
    }

    std::int64_t count_requests()
    {
        store::Reading reading{test.db()};
        return static_cast<std::int64_t>(
            store::list_queue(reading, std::nullopt, RequestState::waiting).size());
    }

    TestApp test;
    Browser her{test};
};

TEST_F(Ask, LeadsFromPageToPage)
{
    EXPECT_EQ(where_to(her.get("/ask")), "/ask/age");
    EXPECT_EQ(where_to(her.post("/ask/age", {{"age", "yes"}})), "/ask/you");
    EXPECT_EQ(
        where_to(her.post(
            "/ask/you",
            {{"name", "Ana"},
             {"contact_by", "contact"},
             {"contact", "ana@example.org"},
             {"messages", "no"}})),
        "/ask/where");
    EXPECT_EQ(
        where_to(her.post("/ask/where", {{"do", "search"}, {"search", "se5 0en"}})), "/ask/where");
    EXPECT_THAT(her.get("/ask/where").body, HasSubstr("SE5 0EN"));
    her.post("/ask/where", {{"do", "choose"}, {"searched", "se5 0en"}, {"found", "0"}});
    EXPECT_EQ(where_to(her.post("/ask/where", {{"do", "done"}})), "/ask/when");
    EXPECT_EQ(
        where_to(her.post("/ask/when", {{"free_times", "4-evening"}, {"light", "dark"}})),
        "/ask/more");
    EXPECT_EQ(where_to(her.post("/ask/more", {{"party", "1"}})), "/ask/check");
    EXPECT_THAT(her.get("/ask/check").body, HasSubstr("ana@example.org"));
}

TEST_F(Ask, PutsHerInTheQueueAndShowsHerLinkAndWords)
{
    answer_all();
    her.get("/ask/check");
    EXPECT_EQ(where_to(her.post("/ask/check")), "/ask/done");
    EXPECT_EQ(count_requests(), 1);
    auto const done = her.get("/ask/done").body;
    EXPECT_THAT(done, HasSubstr("/mine/"));
    EXPECT_THAT(done, testing::ContainsRegex("wt-two-words\">[a-z]+ [a-z]+<"));
    EXPECT_THAT(done, HasSubstr("<svg class=\"wt-qr\""));
    test.now += std::chrono::minutes{11};
    EXPECT_EQ(where_to(her.get("/ask/done")), "/link");
}

TEST_F(Ask, MakesOneRequestOfTwoSendings)
{
    answer_all();
    her.get("/ask/check");
    auto const before = her.cookies();
    her.post("/ask/check");
    auto const first = her.get("/ask/done").body;
    her.put_cookies(before); // the second press of an impatient finger
    EXPECT_EQ(where_to(her.post("/ask/check")), "/ask/done");
    EXPECT_EQ(her.get("/ask/done").body, first);
    EXPECT_EQ(count_requests(), 1);
}

TEST_F(Ask, LosesNothingWhereTooManySendFromOneNetwork)
{
    answer_all();
    her.get("/ask/check");
    auto const before = her.cookies();
    for (int i = 0; i < 60; ++i) {
        her.put_cookies(before);
        EXPECT_EQ(her.post("/ask/check").status, 303);
    }
    her.put_cookies(before);
    auto const response = her.post("/ask/check");
    EXPECT_EQ(response.status, 429);
    EXPECT_EQ(response.header("Retry-After"), "600");
    EXPECT_THAT(response.body, HasSubstr("Nothing is lost"));
    EXPECT_THAT(response.body, HasSubstr("By the canal"));
    her.move_to("elsewhere");
    EXPECT_EQ(where_to(her.post("/ask/check")), "/ask/done");
}

TEST_F(Ask, StoresNothingBeforeSheSends)
{
    answer_all();
    her.get("/ask/check");
    EXPECT_EQ(count_requests(), 0);
}

TEST_F(Ask, SendsTheYoungToHelp)
{
    EXPECT_EQ(where_to(her.post("/ask/age", {{"age", "no"}})), "/ask/under-age");
    EXPECT_THAT(her.get("/ask/under-age").body, HasSubstr("0800 1111"));
    EXPECT_EQ(where_to(her.get("/ask/you")), "/ask/age");
}

TEST_F(Ask, ShowsAllErrorsOfAPageAndKeepsWhatWasTyped)
{
    her.post("/ask/age", {{"age", "yes"}});
    auto const response = her.post(
        "/ask/you",
        {{"name", std::string(61, 'x')}, {"contact_by", "contact"}, {"contact", "nonsense"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(response.body, HasSubstr("The name must be 60 characters or fewer."));
    EXPECT_THAT(response.body, HasSubstr("value=\"nonsense\""));
    EXPECT_THAT(response.body, HasSubstr("Choose whether we may send you messages."));
    EXPECT_THAT(response.body, HasSubstr("<title>Error: "));
}

TEST_F(Ask, EscapesScripts)
{
    her.post("/ask/age", {{"age", "yes"}});
    her.post("/ask/you", {{"name", "<script>alert(1)</script>"}, {"contact_by", "none"}});
    auto const page = her.get("/ask/you").body;
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)"));
    EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
}

TEST_F(Ask, RefusesBytesThatAreNoText)
{
    EXPECT_EQ(her.post_body("/ask/you", "name=A%00na").status, 422);
    EXPECT_EQ(her.post_body("/ask/you", "name=%FF").status, 422);
}

TEST_F(Ask, IsKindAboutAPlaceOutside)
{
    her.post("/ask/where", {{"do", "search"}, {"search", "Paris"}});
    auto const response =
        her.post("/ask/where", {{"do", "choose"}, {"searched", "Paris"}, {"found", "0"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(response.body, HasSubstr("does not walk there"));
}

TEST_F(Ask, SaysWhenNothingWasFound)
{
    answer_until_when();
    her.post("/ask/where", {{"do", "search"}, {"search", "Nowhere Lane"}});
    EXPECT_THAT(
        her.get("/ask/where").body, HasSubstr("We found nothing for &#39;Nowhere Lane&#39;"));
}

TEST_F(Ask, EnterSearchesAndKeepsTheFirstPlace)
{
    answer_until_when();
    auto const page = her.get("/ask/where").body;
    EXPECT_LT(page.find("value=\"enter\""), page.find("value=\"remove-0\""));
    her.post("/ask/where", {{"do", "enter"}, {"search", "paris"}});
    EXPECT_THAT(
        her.get("/ask/where").body, AllOf(HasSubstr("remove-0"), HasSubstr("Paris Garden")));
    her.post(
        "/ask/where",
        {{"do", "enter"}, {"search", "se5 0en"}, {"searched", "se5 0en"}, {"found", "0"}});
    EXPECT_THAT(her.get("/ask/where").body, Not(HasSubstr("Which of these?")));
    EXPECT_EQ(where_to(her.post("/ask/where", {{"do", "enter"}, {"search", ""}})), "/ask/when");
}

TEST_F(Ask, DropsNoPlaceThatWasTypedAndNotChosen)
{
    answer_until_when();
    auto const shown = her.post("/ask/where", {{"do", "done"}, {"search", "paris"}});
    EXPECT_EQ(shown.status, 422);
    EXPECT_THAT(
        shown.body, AllOf(HasSubstr("is not among your places yet"), HasSubstr("Paris Garden")));
    EXPECT_EQ(where_to(her.post("/ask/where", {{"do", "done"}, {"search", ""}})), "/ask/when");
}

TEST_F(Ask, NamesTheAgeOfTheForce)
{
    app::change_setting(test.app(), {.role = Role::administrator}, "minimum_age", "16");
    test.app().reload();
    EXPECT_THAT(
        her.get("/ask/under-age").body, HasSubstr("These walks are for women of 16 and over."));
}

TEST_F(Ask, RefusesAChoiceThatIsNotInTheList)
{
    for (auto const* const found : {"7", "-1", "x", ""}) {
        auto const response =
            her.post("/ask/where", {{"do", "choose"}, {"searched", "se5 0en"}, {"found", found}});
        EXPECT_EQ(response.status, 422) << found;
    }
}

TEST_F(Ask, TakesAPointOfTheMapAndRemovesIt)
{
    answer_until_when();
    her.post("/ask/where", {{"do", "map"}, {"lat", "51.4750"}, {"lon", "-0.0930"}});
    EXPECT_THAT(her.get("/ask/where").body, HasSubstr("value=\"remove-1\""));
    her.post("/ask/where", {{"do", "remove-1"}});
    auto const page = her.get("/ask/where").body;
    EXPECT_THAT(page, Not(HasSubstr("value=\"remove-1\"")));
    EXPECT_THAT(page, HasSubstr("value=\"remove-0\""));
    EXPECT_EQ(
        her.post("/ask/where", {{"do", "map"}, {"lat", "north"}, {"lon", "1e999"}}).status, 422);
}

TEST_F(Ask, AsksForTheOrderOfThreePlaces)
{
    answer_all();
    her.get("/ask/check");
    for (auto const* const lat : {"51.4750", "51.4760"}) {
        her.post("/ask/where", {{"do", "map"}, {"lat", lat}, {"lon", "-0.0930"}});
    }
    EXPECT_THAT(her.get("/ask/check").body, Not(HasSubstr("Your usual way: walked")));
    her.post("/ask/where", {{"do", "done"}, {"in_order", "yes"}});
    EXPECT_THAT(her.get("/ask/check").body, HasSubstr("Your usual way: walked in this order."));
    her.post("/ask/where", {{"do", "remove-2"}, {"in_order", "yes"}});
    EXPECT_THAT(her.get("/ask/check").body, Not(HasSubstr("Your usual way: walked")));
}

TEST_F(Ask, LeadsBackToTheCheckAfterAChange)
{
    answer_all();
    her.get("/ask/check");
    EXPECT_EQ(
        where_to(her.post("/ask/when", {{"free_times", "5-day"}, {"light", "light"}})),
        "/ask/check");
    EXPECT_THAT(her.get("/ask/check").body, HasSubstr("Saturday: Daytime"));
}

TEST_F(Ask, SendsHerToTheFirstPageWithAnError)
{
    answer_all();
    her.get("/ask/check");
    her.post("/ask/where", {{"do", "remove-0"}});
    EXPECT_EQ(where_to(her.post("/ask/check")), "/ask/where");
    EXPECT_THAT(her.get("/ask/where").body, HasSubstr("Choose where you would like to walk."));
    EXPECT_EQ(count_requests(), 0);
}

TEST_F(Ask, KeepsLongWordsOnThePageAndTakesLongScripts)
{
    answer_until_when();
    her.post("/ask/when", {{"free_times", "4-evening"}, {"light", "dark"}});
    auto const too_long = her.post("/ask/more", {{"words", std::string(501, 'w')}});
    EXPECT_EQ(too_long.status, 422);
    EXPECT_THAT(too_long.body, HasSubstr(std::string(501, 'w')));
    std::string emoji;
    for (int i = 0; i < 500; ++i) {
        emoji += "\xF0\x9F\x8C\x99";
    }
    EXPECT_EQ(where_to(her.post("/ask/more", {{"words", emoji}})), "/ask/check");
    EXPECT_THAT(her.get("/ask/check").body, HasSubstr(emoji));
}

TEST_F(Ask, SaysSoWhenTheAnswersAreTooOld)
{
    answer_all();
    her.get("/ask/check");
    test.now += std::chrono::hours{3};
    EXPECT_EQ(where_to(her.post("/ask/check")), "/ask/age");
    EXPECT_THAT(her.get("/ask/age").body, HasSubstr("Nothing was sent."));
    EXPECT_EQ(count_requests(), 0);
}

} // namespace
} // namespace wt::web
