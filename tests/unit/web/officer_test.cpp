#include "app/own_concerns.hpp"
#include "app/own_requests.hpp"
#include "app/word_of_walk.hpp"
#include "browser.hpp"
#include "support/given_staff.hpp"
#include "support/given_streets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Ana has said yes to a walk; an officer of hers is at the pages.
class OfficerPages : public testing::Test
{
protected:
    OfficerPages()
    {
        given_force(test);
        given_officers(test);
        given_streets(test);
        auto wish = given_wish();
        wish.details.places.push_back({"Camberwell Green", {51.4740, -0.0910}});
        token = app::ask_for_walk(test.app(), kVisitor, wish, "form of Ana").token;
        given_published_plan(test);
        app::accept_proposal(test.app(), she(), own().walks.at(0).id);
        walk = own().walks.at(0).id;
        test.now = own().walks.at(0).time.from;
        path = "/officer/walks/" + std::to_string(walk.value);
        sign_in(officer(own().walks.at(0).officers.at(0).id));
    }

    app::Participant she() { return app::require_participant(test.app(), token); }
    app::OwnRequest own() { return app::list_own_requests(test.app(), she()).at(0); }
    void sign_in(Person const& person)
    {
        officers.put_cookies(Fields{{{"session", given_session(test, person)}}});
    }
    /// One of the three officers who is not on the walk.
    Person another_officer()
    {
        for (auto const id : {kAmara, kBeth, kCara}) {
            auto const seated = own().walks.at(0).officers;
            if (std::ranges::find(seated, id, &store::WalkOfficer::id) == seated.end()) {
                return officer(id);
            }
        }
        return kVisitor;
    }
    Browser::Form concern(std::string const& client_id = "client-id-1")
    {
        return {
            {"client_id", client_id},
            {"place", "0"},
            {"category", "lighting"},
            {"severity", "2"},
            {"felt", "dark"},
            {"who", std::to_string(own().id.value)},
            {"words", "The lamp is out"}};
    }
    static Browser::Form with(Browser::Form form, std::string const& name, std::string value)
    {
        Fields fields{std::move(form)};
        fields.set(name, std::move(value));
        return {fields.begin(), fields.end()};
    }
    std::size_t count_recorded() { return app::list_own_concerns(test.app(), she()).size(); }

    TestApp test;
    Browser officers{test};
    std::string token;
    WalkId walk;
    std::string path;
};

TEST_F(OfficerPages, ListsHerWalksWithoutAnythingAboutTheWomen)
{
    EXPECT_THAT(
        officers.get("/officer/walks").body,
        AllOf(
            HasSubstr(path),
            HasSubstr("Camberwell"),
            HasSubstr("Agreed"),
            Not(HasSubstr("Ana")),
            Not(HasSubstr("Camberwell Road"))));
}

TEST_F(OfficerPages, ShowsAWalkWithAllSheNeeds)
{
    auto const page = officers.get(path).body;
    for (auto const& words :
         {app::word_of_walk(test.app(), walk),
          std::string{"Ana"},
          std::string{"Camberwell Road (you meet here)"},
          std::string{"The way, in words"},
          path + "?map=1"}) {
        EXPECT_THAT(page, HasSubstr(words));
    }
    EXPECT_THAT(officers.get(path + "?map=1").body, HasSubstr(path + "/route.geojson"));
    EXPECT_THAT(officers.get(path + "/route.geojson").body, HasSubstr("LineString"));
}

TEST_F(OfficerPages, LeadToTheSignInPageAndBack)
{
    officers.forget_cookies();
    EXPECT_EQ(where_to(officers.get("/officer/walks")), "/staff/sign-in?then=%2Fofficer%2Fwalks");
    EXPECT_EQ(where_to(officers.post(path + "/start")), "/staff/sign-in");
}

TEST_F(OfficerPages, OpenForNoOtherOfficerAndNoOtherRole)
{
    sign_in(another_officer());
    for (auto const* const page : {"", "/concerns/new", "/called-away", "/end", "/route.geojson"}) {
        EXPECT_EQ(officers.get(path + page).status, 404) << page;
    }
    for (auto const* const form : {"/start", "/concerns", "/called-away", "/end"}) {
        EXPECT_EQ(officers.post(path + form).status, 404) << form;
    }
    sign_in({.role = Role::desk, .id = 77, .bcu = kBcu});
    for (auto const* const page : {"", "/concerns/new", "/called-away", "/end", "/route.geojson"}) {
        EXPECT_EQ(officers.get(path + page).status, 403) << page;
    }
    for (auto const* const form : {"/start", "/concerns", "/called-away", "/end"}) {
        EXPECT_EQ(officers.post(path + form).status, 403) << form;
    }
    EXPECT_EQ(officers.get("/officer/walks").status, 403);
}

TEST_F(OfficerPages, RecordAConcernOnceHoweverOftenItIsSent)
{
    officers.post(path + "/start");
    EXPECT_EQ(where_to(officers.post(path + "/concerns", concern())), path);
    EXPECT_EQ(where_to(officers.post(path + "/concerns", concern())), path);
    EXPECT_EQ(count_recorded(), 1U);
    EXPECT_THAT(
        officers.get(path).body,
        AllOf(
            HasSubstr("1 concern recorded"),
            HasSubstr("Badly lit"),
            HasSubstr("Recorded."),
            Not(HasSubstr("The lamp is out"))));
    auto const other = with(concern(), "severity", "3");
    EXPECT_EQ(officers.post(path + "/concerns", other).status, 409);
}

TEST_F(OfficerPages, OfferTheStopAndTheOnlyWomanAsChosen)
{
    auto const page = officers.get(path + "/concerns/new?place=0").body;
    EXPECT_THAT(page, HasSubstr(R"(name="place" type="radio" value="0" checked)"));
    EXPECT_THAT(
        page,
        HasSubstr(
            R"(name="who" type="radio" value=")" + std::to_string(own().id.value) +
            R"(" checked)"));
}

TEST_F(OfficerPages, KeepWhatWasTypedAndSayAllThatIsMissing)
{
    auto const response = officers.post(path + "/concerns", {{"words", "The lamp is out"}});
    EXPECT_EQ(response.status, 422);
    for (auto const* const sentence :
         {"Choose where it is.",
          "Choose who says so.",
          "Choose what it is like there.",
          "Choose how bad it is.",
          "Choose when you feel it.",
          "The lamp is out"}) {
        EXPECT_THAT(response.body, HasSubstr(sentence));
    }
    EXPECT_EQ(count_recorded(), 0U);
}

TEST_F(OfficerPages, RecordWhereTheTelephoneIs)
{
    officers.post(path + "/start");
    auto const here = with(concern(), "place", "here");
    EXPECT_THAT(
        officers.post(path + "/concerns", here).body,
        HasSubstr("Your position is not known. Choose a stop instead."));
    auto const paris = with(with(here, "lat", "48.8566"), "lon", "2.3522");
    EXPECT_THAT(
        officers.post(path + "/concerns", paris).body,
        HasSubstr("outside the area of this police force"));
    auto const near = with(with(here, "lat", "51.4741"), "lon", "-0.0931");
    EXPECT_EQ(where_to(officers.post(path + "/concerns", near)), path);
}

TEST_F(OfficerPages, KeepNoWordsOfSomeoneTheyMet)
{
    officers.post(path + "/start");
    auto const met = with(concern(), "who", "passer_by");
    auto const refused = officers.post(path + "/concerns", met);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("own words are kept, under her own key"));
    EXPECT_EQ(where_to(officers.post(path + "/concerns", with(met, "words", ""))), path);
}

TEST_F(OfficerPages, EndAWalkAndSayWhoDidNotCome)
{
    EXPECT_EQ(where_to(officers.post(path + "/start")), path);
    EXPECT_EQ(officers.post(path + "/start").status, 409);
    EXPECT_THAT(officers.get(path + "/end").body, HasSubstr("Who did not come?"));
    EXPECT_EQ(
        where_to(officers.post(path + "/end", {{"absent", std::to_string(own().id.value)}})), path);
    EXPECT_EQ(own().walks.at(0).state, WalkState::held);
    EXPECT_EQ(own().walks.at(0).place, PlaceState::absent);
    EXPECT_THAT(officers.get(path).body, HasSubstr("Did not come"));
    EXPECT_EQ(officers.post(path + "/end").status, 409);
}

TEST_F(OfficerPages, SayThatNobodyCame)
{
    EXPECT_THAT(officers.get(path + "/missed").body, HasSubstr("Wait at least 15 minutes"));
    EXPECT_EQ(where_to(officers.post(path + "/missed")), path);
    EXPECT_THAT(officers.get(path).body, HasSubstr("Did not happen"));
    EXPECT_EQ(own().state, RequestState::waiting);
    EXPECT_EQ(officers.post(path + "/missed").status, 409);
}

TEST_F(OfficerPages, SayWhereSheWantsToBeBroughtWhenTheyAreCalledAway)
{
    EXPECT_THAT(
        officers.get(path + "/called-away").body, HasSubstr("Where does she want to be brought?"));
    auto const long_place =
        officers.post(path + "/called-away", {{"safe_place", std::string(101, 'x')}});
    EXPECT_EQ(long_place.status, 422);
    EXPECT_EQ(
        where_to(officers.post(path + "/called-away", {{"safe_place", "Denmark Hill station"}})),
        path);
    EXPECT_THAT(officers.get(path).body, HasSubstr("Called away"));
    EXPECT_EQ(own().state, RequestState::waiting);
}

} // namespace
} // namespace wt::web
