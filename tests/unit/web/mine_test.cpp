#include "app/officer_walks.hpp"
#include "app/own_data.hpp"
#include "app/own_requests.hpp"
#include "app/word_of_walk.hpp"
#include "browser.hpp"
#include "web/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <libical/ical.h>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Mine : public testing::Test
{
protected:
    Mine()
    {
        given_force(test);
        given_officers(test);
        token = given_request(test).token;
        home = "/mine/" + token;
    }

    app::OwnRequest own() { return app::list_own_requests(test.app(), she()).front(); }
    app::Participant she() { return app::require_participant(test.app(), token); }
    std::string walk_path()
    {
        return home + "/walks/" + std::to_string(own().walks.front().id.value);
    }
    std::string request_path() { return home + "/requests/" + std::to_string(own().id.value); }

    TestApp test;
    Browser her{test};
    std::string token;
    std::string home;
};

TEST_F(Mine, ShowsHerPlaceInTheQueue)
{
    EXPECT_THAT(
        her.get(home).body,
        AllOf(HasSubstr("Hello Ana"), HasSubstr("You are the first in the queue.")));
}

TEST_F(Mine, SaysThatNobodySpeaksTheLanguageSheNeeds)
{
    auto const page_with = [&](std::string const& language, bool needs) {
        auto wish = given_wish();
        wish.details.language = language;
        wish.details.needs_language = needs;
        auto const form = language + (needs ? " only" : "");
        return her.get("/mine/" + app::ask_for_walk(test.app(), kVisitor, wish, form).token).body;
    };
    auto const sentence = HasSubstr("None of our officers here speaks Cymraeg");
    EXPECT_THAT(page_with("cy", true), sentence);
    EXPECT_THAT(page_with("cy", false), Not(sentence));
    EXPECT_THAT(page_with("en", true), Not(HasSubstr("None of our officers")));
}

TEST_F(Mine, LetsHerCorrectHerNameAndStopMessages)
{
    auto const path = home + "/about";
    EXPECT_THAT(her.get(home).body, HasSubstr("href=\"" + path + "\""));
    EXPECT_THAT(her.get(path).body, HasSubstr("value=\"ana@example.org\""));
    EXPECT_EQ(
        where_to(
            her.post(path, {{"name", "Anna"}, {"contact", "ana@example.org"}, {"messages", "no"}})),
        home);
    EXPECT_THAT(her.get(home).body, AllOf(HasSubstr("Hello Anna"), HasSubstr("No messages")));
    auto const wrong = her.post(path, {{"name", ""}, {"contact", "nobody"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(
        wrong.body,
        AllOf(
            HasSubstr("href=\"#name\""),
            HasSubstr("href=\"#contact\""),
            HasSubstr("href=\"#messages\""),
            HasSubstr("value=\"nobody\"")));
}

TEST_F(Mine, ConfirmsANewContactBeforeItCounts)
{
    auto const about = home + "/about";
    auto const confirm = home + "/contact";
    EXPECT_EQ(where_to(her.get(confirm)), about);
    EXPECT_EQ(
        where_to(her.post(
            about, {{"name", "Ana"}, {"contact", "new@example.org"}, {"messages", "yes"}})),
        confirm);
    EXPECT_THAT(her.get(confirm).body, HasSubstr("n…@example.org"));
    EXPECT_EQ(her.post(confirm, {{"code", "not a code"}}).status, 403);
    EXPECT_EQ(she().data.contact, "ana@example.org");
}

TEST_F(Mine, OpensForNobodyElse)
{
    EXPECT_EQ(her.get("/mine/forged").status, 404);
    EXPECT_THAT(
        her.get("/mine/forged").body, HasSubstr("href=\"/link\">Get your link again</a> · "));
    EXPECT_EQ(her.post("/mine/forged/code").status, 404);
    EXPECT_EQ(her.get("/mine/forged/requests/1").status, 404);
}

TEST_F(Mine, ShowsAProposalWithEverythingAtOnce)
{
    ASSERT_EQ(given_published_plan(test), 1U);
    auto const walk = own().walks.front();
    auto const page = her.get(home).body;
    EXPECT_THAT(page, HasSubstr("Held for you until you answer"));
    EXPECT_THAT(page, HasSubstr("(GMT)"));
    EXPECT_THAT(page, HasSubstr("Camberwell Road"));
    EXPECT_THAT(page, HasSubstr(walk.word));
    for (auto const& officer : walk.officers) {
        EXPECT_THAT(
            page, HasSubstr(officer.public_name + ", collar number " + officer.collar_number));
    }
    EXPECT_THAT(page, HasSubstr("Answer by"));
}

TEST_F(Mine, AcceptsOnlyByPost)
{
    given_published_plan(test);
    auto const path = walk_path();
    EXPECT_EQ(her.get(path + "/acceptance").status, 405);
    EXPECT_EQ(own().state, RequestState::proposed);
    EXPECT_EQ(where_to(her.post(path + "/acceptance")), home);
    EXPECT_EQ(own().state, RequestState::booked);
    EXPECT_THAT(
        her.get(home).body, AllOf(HasSubstr("Your walk is agreed"), HasSubstr("calendar.ics")));
}

TEST_F(Mine, SaysOnHerPageThatAWalkHasChanged)
{
    given_published_plan(test);
    auto const path = walk_path();
    her.post(path + "/refusal");
    auto const again = her.post(path + "/acceptance");
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(
        again.body,
        AllOf(HasSubstr("This has changed meanwhile."), HasSubstr("You are the first")));
}

TEST_F(Mine, ShowsTheSafePlaceSheChose)
{
    given_published_plan(test);
    her.post(walk_path() + "/acceptance");
    auto const walk = own().walks.front();
    app::call_walk_away(
        test.app(), officer(walk.officers.front().id), walk.id, "Denmark Hill station");
    EXPECT_THAT(her.get(home).body, HasSubstr("Your safe place: Denmark Hill station."));
}

TEST_F(Mine, CancelsAndKeepsHerPlace)
{
    given_published_plan(test);
    auto const path = walk_path();
    her.post(path + "/acceptance");
    EXPECT_EQ(where_to(her.post(path + "/refusal")), home);
    EXPECT_EQ(own().state, RequestState::waiting);
    EXPECT_THAT(her.get(home).body, HasSubstr("You keep your place in the queue."));
}

TEST_F(Mine, RefusesAnOfficerWithoutAReason)
{
    given_published_plan(test);
    auto const officer = std::to_string(own().walks.front().officers.front().id.value);
    EXPECT_EQ(where_to(her.post(walk_path() + "/officer-refusals", {{"officer", officer}})), home);
    EXPECT_EQ(own().state, RequestState::waiting);
    given_published_plan(test);
    EXPECT_EQ(her.post(walk_path() + "/officer-refusals", {{"officer", "999"}}).status, 404);
}

TEST_F(Mine, HidesTheWalksOfOthers)
{
    given_published_plan(test);
    auto const other = given_request(test, "bea@example.org").token;
    auto const walk = std::to_string(own().walks.front().id.value);
    auto const path = "/mine/" + other + "/walks/" + walk;
    EXPECT_EQ(her.get(path + "/calendar.ics").status, 404);
    EXPECT_EQ(her.get(path + "/route.geojson").status, 404);
    EXPECT_EQ(her.post(path + "/acceptance").status, 404);
}

TEST_F(Mine, GivesACalendarEntryThatTellsNothing)
{
    given_published_plan(test);
    auto const response = her.get(walk_path() + "/calendar.ics");
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(
        response.body,
        AllOf(
            HasSubstr("SUMMARY:Walk"),
            HasSubstr("LOCATION:See your page"),
            Not(HasSubstr(token)),
            Not(HasSubstr("Camberwell")),
            Not(HasSubstr("ana@example.org")),
            Not(HasSubstr("olice"))));
    auto* const parsed = icalparser_parse_string(response.body.c_str());
    ASSERT_NE(parsed, nullptr);
    EXPECT_TRUE(icalrestriction_check(parsed));
    icalcomponent_free(parsed);
}

TEST_F(Mine, DrawsTheRouteForHerMap)
{
    given_published_plan(test);
    auto const response = her.get(walk_path() + "/route.geojson");
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.body, HasSubstr("\"kind\":\"meeting\""));
}

TEST_F(Mine, ChangesWhatSheAskedFor)
{
    auto const path = request_path();
    EXPECT_THAT(her.get(path).body, HasSubstr("value=\"4-evening\" checked"));
    EXPECT_EQ(
        where_to(her.post(
            path,
            {{"do", "save"},
             {"free_times", "6-day"},
             {"light", "light"},
             {"party", "3"},
             {"share", "yes"},
             {"words", "The underpass"}})),
        home);
    EXPECT_EQ(own().party, 3);
    EXPECT_TRUE(own().may_share);
    EXPECT_THAT(her.get(home).body, HasSubstr("3 people, and others may join"));
    EXPECT_THAT(her.get(path).body, HasSubstr("value=\"3\" checked"));
    auto const details = own().details;
    EXPECT_EQ(details.words, "The underpass");
    EXPECT_TRUE(details.in_the_light);
    ASSERT_EQ(details.free_times.size(), 1U);
    EXPECT_EQ(details.free_times.front().weekday, 6);
    EXPECT_EQ(details.places.front().label, "Camberwell Road");
}

TEST_F(Mine, KeepsWhatWasTypedWhenAChangeIsWrong)
{
    auto const response = her.post(
        request_path(), {{"do", "save"}, {"party", "9"}, {"words", std::string(501, 'w')}});
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(response.body, HasSubstr("Choose how many of you would come."));
    EXPECT_THAT(response.body, HasSubstr("Choose at least one time when you could walk."));
    EXPECT_THAT(response.body, HasSubstr("What you write must be 500 characters or fewer."));
    EXPECT_THAT(response.body, HasSubstr(std::string(501, 'w')));
    EXPECT_EQ(own().version, 1);
}

TEST_F(Mine, ChangesAPlaceInSteps)
{
    auto const path = request_path();
    her.post(
        path, {{"do", "map"}, {"lat", "51.4800"}, {"lon", "-0.0900"}, {"free_times", "0-late"}});
    auto const page = her.get(path).body;
    EXPECT_THAT(page, HasSubstr("value=\"remove-1\""));
    EXPECT_THAT(page, HasSubstr("value=\"0-late\" checked"));
    her.post(path, {{"do", "save"}, {"free_times", "0-late"}, {"light", "dark"}});
    EXPECT_EQ(own().details.places.size(), 2U);
}

TEST_F(Mine, ChangesNothingOnceAWalkIsPlanned)
{
    given_published_plan(test);
    EXPECT_EQ(her.get(request_path()).status, 409);
    EXPECT_EQ(her.post(request_path(), {{"do", "save"}}).status, 409);
    EXPECT_THAT(her.get(home).body, HasSubstr("To change it, ask for another time first"));
}

TEST_F(Mine, KeepsTheOrderOfHerUsualWay)
{
    auto const path = request_path();
    her.post(path, {{"do", "map"}, {"lat", "51.4800"}, {"lon", "-0.0900"}});
    EXPECT_THAT(her.get(path).body, Not(HasSubstr("in_order")));
    her.post(path, {{"do", "map"}, {"lat", "51.4700"}, {"lon", "-0.0900"}});
    EXPECT_THAT(her.get(path).body, HasSubstr("in_order"));
    her.post(path, {{"do", "save"}, {"free_times", "0-late"}, {"in_order", "yes"}});
    EXPECT_TRUE(own().details.in_order);
    EXPECT_THAT(
        her.get(path).body, HasSubstr("name=\"in_order\" type=\"checkbox\" value=\"yes\" checked"));
    EXPECT_THAT(her.get(home).body, HasSubstr("Your usual way: walked in this order."));
}

TEST_F(Mine, TakesARequestBack)
{
    EXPECT_EQ(where_to(her.post(request_path() + "/withdrawal")), home);
    EXPECT_EQ(own().state, RequestState::withdrawn);
    EXPECT_EQ(where_to(her.post(request_path() + "/withdrawal")), home); // twice is once
}

TEST_F(Mine, AsksForACodeBeforeACopyOrErasure)
{
    EXPECT_EQ(where_to(her.post(home + "/code")), home + "/code");
    EXPECT_THAT(her.get(home + "/code").body, HasSubstr("a…@example.org"));
    auto const wrong = her.post(home + "/copy", {{"code", "000000x"}});
    EXPECT_EQ(wrong.status, 403);
    EXPECT_THAT(wrong.body, HasSubstr("This code is not right"));
    EXPECT_EQ(her.post(home + "/erasure", {{"code", ""}}).status, 403);
    EXPECT_EQ(her.get(home).status, 200);
}

class MineWithoutContact : public testing::Test
{
protected:
    MineWithoutContact()
    {
        given_force(test);
        auto const asked = given_request(test, "");
        home = "/mine/" + asked.token;
        code = asked.words;
        her.post(home + "/code");
    }

    TestApp test;
    Browser her{test};
    std::string home;
    std::string code;
};

TEST_F(MineWithoutContact, DownloadsWithTheCodeThatSheWroteDown)
{
    auto const copy = her.post(home + "/copy", {{"code", code}});
    EXPECT_EQ(copy.status, 200);
    EXPECT_EQ(copy.header("Content-Disposition"), "attachment; filename=\"my-data.json\"");
    EXPECT_THAT(copy.body, HasSubstr("\"name\": \"Ana\""));
}

TEST_F(MineWithoutContact, ErasesEverything)
{
    EXPECT_EQ(where_to(her.post(home + "/erasure", {{"code", code}})), "/");
    EXPECT_EQ(her.get(home).status, 404);
}

} // namespace
} // namespace wt::web
