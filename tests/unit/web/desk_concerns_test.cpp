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

/// Ana raised a concern; the desk of its command unit is at the pages.
class DeskConcerns : public testing::Test
{
protected:
    DeskConcerns()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        concern = given_concern_of_ana(test);
        path = "/desk/concerns/" + std::to_string(concern.value);
        sign_in({.role = Role::desk, .id = 61, .bcu = kSouth});
    }

    void sign_in(Person const& person)
    {
        desk.put_cookies(Fields{{{"session", given_session(test, person)}}});
    }
    static Browser::Form answer(std::string const& version = "1")
    {
        return {
            {"version", version},
            {"kind", "done"},
            {"sentence", "Three lamps were repaired on Monday."},
            {"body", ""}};
    }

    TestApp test;
    Browser desk{test};
    ConcernId concern;
    std::string path;
};

TEST_F(DeskConcerns, StandInAListWithTheirClock)
{
    EXPECT_THAT(
        desk.get("/desk/concerns").body,
        AllOf(
            HasSubstr("Camden Street, One"),
            HasSubstr("Waiting for an answer"),
            Not(HasSubstr("Very late")),
            Not(HasSubstr("Three lamps"))));
    test.now += std::chrono::hours{24 * 120};
    sign_in({.role = Role::desk, .id = 62, .bcu = kSouth});
    EXPECT_THAT(desk.get("/desk/concerns?state=open").body, HasSubstr("Very late"));
    EXPECT_THAT(
        desk.get("/desk/concerns?state=done").body, HasSubstr("There are no such concerns."));
}

TEST_F(DeskConcerns, AreForTheirOwnDeskAlone)
{
    sign_in({.role = Role::desk, .id = 63, .bcu = kNorth});
    EXPECT_EQ(desk.get(path).status, 403);
    EXPECT_EQ(desk.post(path + "/words", {{"reason", "answering"}}).status, 403);
    EXPECT_EQ(desk.post(path + "/answers", answer()).status, 403);
    EXPECT_THAT(desk.get("/desk/concerns").body, Not(HasSubstr(path)));
    desk.forget_cookies();
    EXPECT_THAT(where_to(desk.get(path)), HasSubstr("/staff/sign-in"));
}

TEST_F(DeskConcerns, OversightReadsAndChangesNothing)
{
    sign_in({.role = Role::oversight, .id = 64});
    EXPECT_THAT(
        desk.get(path).body, AllOf(HasSubstr("Camden Street"), Not(HasSubstr("Publish this"))));
    EXPECT_EQ(desk.post(path + "/words", {{"reason", "answering"}}).status, 403);
    EXPECT_EQ(desk.post(path + "/answers", answer()).status, 403);
}

TEST_F(DeskConcerns, HerWordsNeedAReason)
{
    EXPECT_THAT(desk.get(path).body, Not(HasSubstr("Three lamps are out.")));
    auto const refused = desk.post(path + "/words");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Say why"), Not(HasSubstr("Three lamps are out."))));
    EXPECT_THAT(
        desk.post(path + "/words", {{"reason", "answering"}}).body,
        HasSubstr("Three lamps are out."));
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'read_words'"), 1);
}

TEST_F(DeskConcerns, AllThatIsWrongWithAnAnswerIsSaidAtOnce)
{
    auto const refused = desk.post(
        path + "/answers",
        {{"version", "1"},
         {"kind", "planned"},
         {"sentence", "Too short"},
         {"due-day", "40"},
         {"due-month", "1"},
         {"due-year", "2027"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(
        refused.body,
        AllOf(
            HasSubstr("Write at least 20 characters"),
            HasSubstr("Name who will do it."),
            HasSubstr("Enter a date, like 17 12 2026."),
            HasSubstr("Too short"),
            HasSubstr("value=\"40\"")));
    EXPECT_THAT(
        desk.post(path + "/answers", {{"version", "1"}}).body,
        HasSubstr("Choose what became of it."));
    EXPECT_EQ(count_rows(test, "answer"), 0);
}

TEST_F(DeskConcerns, AnAnswerIsPublicAtOnce)
{
    EXPECT_EQ(where_to(desk.post(path + "/answers", answer())), path);
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(
            HasSubstr("The answer is public."),
            HasSubstr("Three lamps were repaired on Monday."),
            HasSubstr("Answered on 2 December 2026")));
}

TEST_F(DeskConcerns, OfTwoWhoAnswerTheSecondKeepsWhatSheWrote)
{
    ASSERT_EQ(where_to(desk.post(path + "/answers", answer())), path);
    auto late = answer();
    late[2].second = "The trees were cut back on Friday.";
    auto const refused = desk.post(path + "/answers", late);
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(
        refused.body,
        AllOf(
            HasSubstr("has been answered or changed meanwhile"),
            HasSubstr("Three lamps were repaired on Monday."),
            HasSubstr("The trees were cut back on Friday."),
            HasSubstr("name=\"version\" value=\"2\"")));
}

TEST_F(DeskConcerns, WhatHappenedShowsThemWhereSeveralSpoke)
{
    desk.forget_cookies();
    auto const page = "/concerns/" + std::to_string(concern.value);
    EXPECT_EQ(desk.get(page).status, 404);
    EXPECT_THAT(desk.get("/concerns").body, AllOf(HasSubstr("fewer than 5"), Not(HasSubstr(page))));
    given_passers_by(test, 5, given_place());
    test.now += std::chrono::days{7};
    EXPECT_THAT(
        desk.get("/concerns").body,
        AllOf(HasSubstr("Camden Street, One"), HasSubstr(page), HasSubstr("data-map")));
    EXPECT_THAT(
        desk.get(page).body,
        AllOf(HasSubstr("There is no answer yet."), Not(HasSubstr("Three lamps are out."))));
    EXPECT_THAT(desk.get("/concerns?state=done").body, HasSubstr("Nothing is shown here yet."));
    auto const points = desk.get("/concerns/points.geojson?category=lighting");
    EXPECT_EQ(points.header("Content-Type"), "application/geo+json");
    EXPECT_THAT(points.body, HasSubstr("\"Point\""));
    EXPECT_THAT(
        desk.get("/concerns/points.geojson?category=police").body, Not(HasSubstr("\"Point\"")));
}

TEST_F(DeskConcerns, WithoutADrawnMapThereAreNoTiles)
{
    EXPECT_EQ(desk.get("/tiles/14/8185/5448.pbf").status, 404);
    EXPECT_EQ(desk.get("/tiles/14/8185/nonsense").status, 404);
}

} // namespace
} // namespace wt::web
