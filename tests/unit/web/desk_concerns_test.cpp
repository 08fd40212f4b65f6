#include "browser.hpp"
#include "store/sql.hpp"
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

    std::string id_of(std::string const& query)
    {
        store::Reading reading{test.db()};
        return std::to_string(store::find_value<std::int64_t>(reading, query).value());
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

TEST_F(DeskConcerns, SeveralAreAnsweredAtOneTimeEachWithItsOwnSentence)
{
    given_passers_by(test, 1, given_place(9, {2}, "Well Street"));
    auto const other = id_of("SELECT max(id) FROM concern WHERE source = 'passer_by'");
    auto const own = std::to_string(concern.value);
    EXPECT_THAT(desk.get("/desk/concerns").body, HasSubstr("id=\"concern-" + own + "\""));
    desk.post(
        "/desk/templates",
        {{"name", "Lamps"}, {"kind", "done"}, {"sentence", "The council repaired all of them."}});
    auto const query = "/desk/answers?concern=" + own + "&concern=" + other;
    auto const page = desk.get(query + "&template=1").body;
    EXPECT_THAT(
        page,
        AllOf(HasSubstr("What is so at Well Street, Two"), HasSubstr("The council repaired all")));
    Browser::Form form{
        {"concern", own},
        {"version-" + own, "1"},
        {"own-" + own, "Lamp 14 by the gate is lit again."},
        {"concern", other},
        {"version-" + other, "1"},
        {"own-" + other, "Lamp 14 by the gate is lit again."},
        {"kind", "done"},
        {"common", "The council repaired all of them."}};
    auto const refused = desk.post("/desk/answers", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Another place has the same sentence"));
    form[5].second = "Lamp 80 at the corner is lit again.";
    EXPECT_EQ(where_to(desk.post("/desk/answers", form)), "/desk/concerns");
    EXPECT_EQ(count_rows(test, "answer"), 2);
    auto const again = desk.post("/desk/answers", form);
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(again.body, HasSubstr("Nothing of yours is published"));
    EXPECT_EQ(where_to(desk.get("/desk/answers")), "/desk/concerns");
    sign_in({.role = Role::desk, .id = 63, .bcu = kNorth});
    EXPECT_EQ(where_to(desk.get(query)), "/desk/concerns");
    EXPECT_EQ(desk.post("/desk/templates/1/removal").status, 403);
}

TEST_F(DeskConcerns, ARedactionWithoutItsReasonComesBackWithItsForm)
{
    auto const refused = desk.post(path + "/words/redactions", {{"passage", "lamps"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(
        refused.body,
        AllOf(
            HasSubstr("href=\"#why\""),
            HasSubstr("id=\"why\""),
            Not(HasSubstr("Three lamps are out."))));
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

TEST_F(DeskConcerns, TheDeskSeesWhatThePublicSees)
{
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(
            HasSubstr("The public does not see this concern by itself"),
            HasSubstr("on the Monday after it was told"),
            HasSubstr("must not name the street")));
    given_passers_by(test, 5, given_place(9, {1}, "Hope Lane"));
    test.now += std::chrono::days{7};
    sign_in({.role = Role::desk, .id = 62, .bcu = kSouth});
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(
            HasSubstr("The public sees: Badly lit, One, December 2026."),
            HasSubstr("must not name the street"),
            Not(HasSubstr("on the Monday after"))));
    given_passers_by(test, 5, given_place());
    test.now += std::chrono::days{7};
    sign_in({.role = Role::desk, .id = 66, .bcu = kSouth});
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(HasSubstr("and a point in the middle"), Not(HasSubstr("must not name the street"))));
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

TEST_F(DeskConcerns, AnAnswerCanBePutRightByAnotherOne)
{
    desk.post(path + "/answers", answer());
    auto const first = id_of("SELECT id FROM answer");
    EXPECT_THAT(desk.get(path).body, HasSubstr("value=\"" + first + "\""));
    auto right = answer("2");
    right[2].second = "Two lamps were repaired on Monday.";
    right.emplace_back("corrects", first);
    EXPECT_EQ(where_to(desk.post(path + "/answers", right)), path);
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(
            HasSubstr("Corrected on 2 December 2026"),
            HasSubstr("<s>Three lamps were repaired on Monday.</s>"),
            Not(HasSubstr("<s>Two lamps")),
            Not(HasSubstr("value=\"" + first + "\""))));
    right[0].second = "3";
    EXPECT_EQ(desk.post(path + "/answers", right).status, 422) << "corrected already";
}

TEST_F(DeskConcerns, AnAnswerIsTakenBackWithinTenMinutes)
{
    desk.post(path + "/answers", answer());
    auto const taking_back = path + "/answers/" + id_of("SELECT id FROM answer") + "/withdrawal";
    EXPECT_THAT(desk.get(path).body, HasSubstr(taking_back));
    EXPECT_EQ(where_to(desk.post(taking_back)), path);
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(
            HasSubstr("Taken back by the desk"),
            HasSubstr("Taken back on 2 December 2026"),
            HasSubstr("<s>Three lamps were repaired on Monday.</s>"),
            Not(HasSubstr(taking_back))));
    EXPECT_EQ(desk.post(taking_back).status, 409);
    sign_in({.role = Role::desk, .id = 63, .bcu = kNorth});
    EXPECT_EQ(desk.post(taking_back).status, 403);
}

TEST_F(DeskConcerns, AreHandedOverAndFoundByWhoseTheyAre)
{
    EXPECT_THAT(desk.get("/desk/concerns?owner=nobodys").body, HasSubstr(path));
    EXPECT_THAT(desk.get(path).body, HasSubstr("Anybody of this desk"));
    Browser::Form const form{{"version", "1"}, {"owner", "61"}};
    EXPECT_EQ(where_to(desk.post(path + "/owner", form)), path);
    EXPECT_EQ(desk.post(path + "/owner", form).status, 409);
    EXPECT_THAT(desk.get("/desk/concerns?owner=mine").body, HasSubstr(path));
    EXPECT_THAT(desk.get("/desk/concerns?owner=nobodys").body, Not(HasSubstr(path)));
    EXPECT_THAT(desk.get(path).body, HasSubstr("Staff 61"));
    sign_in({.role = Role::oversight, .id = 64});
    EXPECT_EQ(desk.post(path + "/owner", form).status, 403);
}

TEST_F(DeskConcerns, NearOnesAreAnsweredTogether)
{
    auto const other = given_concern_of_ana(test, "from-ana-2");
    auto const other_path = "/desk/concerns/" + std::to_string(other.value);
    EXPECT_THAT(desk.get(path).body, HasSubstr("Answer it together with this one"));
    EXPECT_EQ(
        where_to(desk.post(path + "/merged", {{"concern", std::to_string(other.value)}})), path);
    EXPECT_THAT(
        desk.get(other_path).body,
        AllOf(HasSubstr("answered together with a leading one"), Not(HasSubstr("Publish this"))));
    EXPECT_THAT(desk.get("/desk/concerns").body, HasSubstr("Together"));
    EXPECT_EQ(desk.post(path + "/merged", {{"concern", "1"}}).status, 404);
    EXPECT_EQ(where_to(desk.post(other_path + "/lead/withdrawal")), other_path);
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(HasSubstr("Put together on 2 December"), HasSubstr("Taken apart on 2 December")));
}

TEST_F(DeskConcerns, APartOfHerWordsIsRemovedWhereTheyAreRead)
{
    auto const redactions = path + "/words/redactions";
    EXPECT_THAT(desk.get(path).body, Not(HasSubstr(redactions)));
    EXPECT_THAT(desk.post(path + "/words", {{"reason", "answering"}}).body, HasSubstr(redactions));
    EXPECT_EQ(desk.post(redactions, {{"passage", "lamps"}}).status, 422);
    Browser::Form const form{{"passage", "lamps"}, {"why", "names_somebody"}};
    EXPECT_EQ(where_to(desk.post(redactions, form)), path);
    EXPECT_EQ(desk.post(redactions, form).status, 409);
    EXPECT_THAT(
        desk.post(path + "/words", {{"reason", "answering"}}).body,
        HasSubstr("Three [removed] are out."));
    sign_in({.role = Role::desk, .id = 63, .bcu = kNorth});
    EXPECT_EQ(desk.post(redactions, form).status, 403);
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
    EXPECT_THAT(points.content(), HasSubstr("\"Point\""));
    EXPECT_THAT(
        desk.get("/concerns/points.geojson?category=police").content(),
        Not(HasSubstr("\"Point\"")));
}

TEST_F(DeskConcerns, WithoutADrawnMapThereAreNoTiles)
{
    EXPECT_EQ(desk.get("/tiles/14/8185/5448.pbf").status, 404);
    EXPECT_EQ(desk.get("/tiles/14/8185/nonsense").status, 404);
}

} // namespace
} // namespace wt::web
