#include "app/own_requests.hpp"
#include "browser.hpp"
#include "store/areas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::HasSubstr;

class Public : public testing::Test
{
protected:
    Public() { given_force(test); }

    TestApp test;
    Browser someone{test};
};

TEST_F(Public, ChecksAnOfficerOfAWalkToday)
{
    given_officers(test);
    auto const token = given_request(test).token;
    given_published_plan(test);
    auto const she = app::require_participant(test.app(), token);
    auto const walk = app::list_own_requests(test.app(), she).front().walks.front();
    app::accept_proposal(test.app(), she, walk.id);
    test.now = walk.time.from;
    auto const collar = walk.officers.front().collar_number;
    EXPECT_THAT(
        someone.post("/officers/check", {{"collar", collar}, {"words", walk.word}}).body,
        HasSubstr("Yes: this officer is on your walk"));
    auto const no = someone.post("/officers/check", {{"collar", "9999"}, {"words", walk.word}});
    EXPECT_EQ(no.status, 200);
    EXPECT_THAT(no.body, HasSubstr("No: this does not fit any walk now"));
    EXPECT_THAT(no.body, HasSubstr("tel:999"));
}

TEST_F(Public, AsksForBothAndStopsGuessing)
{
    auto const empty = someone.post("/officers/check");
    EXPECT_EQ(empty.status, 422);
    EXPECT_THAT(empty.body, HasSubstr("Enter the two words of your walk."));
    int status = 0;
    for (int i = 0; i < 21; ++i) {
        status = someone.post("/officers/check", {{"collar", "7777"}, {"words", "a"}}).status;
    }
    EXPECT_EQ(status, 429);
}

TEST_F(Public, FailingToSignInAgainAndAgainEndsForThatClientAndName)
{
    auto const attempt = [&](char const* name) {
        return someone
            .post("/staff/sign-in", {{"name", name}, {"password", "x"}, {"code", "000000"}})
            .status;
    };
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(attempt("ola"), 403);
    }
    EXPECT_EQ(attempt("Ola "), 429);
    EXPECT_EQ(attempt("olga"), 403);
}

TEST_F(Public, SaysTheSameOfKnownAndUnknownContacts)
{
    given_request(test, "known@example.org");
    auto const known = someone.post("/link", {{"contact", "known@example.org"}});
    auto const known_page = someone.get(where_to(known)).body;
    auto const unknown = someone.post("/link", {{"contact", "unknown@example.org"}});
    EXPECT_EQ(known.status, unknown.status);
    EXPECT_EQ(someone.get(where_to(unknown)).body, known_page);
    EXPECT_THAT(known_page, HasSubstr("its link is on the way"));
}

TEST_F(Public, RefusesAContactThatIsNoneAndTooManyTries)
{
    EXPECT_EQ(someone.post("/link", {{"contact", "nobody"}}).status, 422);
    int status = 0;
    for (int i = 0; i < 6; ++i) {
        status = someone.post("/link", {{"contact", "often@example.org"}}).status;
    }
    EXPECT_EQ(status, 429);
}

TEST_F(Public, OpensHerPageByTheWordsSheWroteDown)
{
    auto const asked = given_request(test, "");
    EXPECT_THAT(someone.get("/link").body, HasSubstr("href=\"/link/words\""));
    auto const opened = someone.post("/link/words", {{"words", "  " + asked.words + "\r\n"}});
    EXPECT_EQ(where_to(opened), "/mine/" + asked.token);
    EXPECT_EQ(someone.post("/link/words", {{"words", " "}}).status, 422);
}

TEST_F(Public, SaysTheSameOfAllWordsThatOpenNothingAndStopsGuessing)
{
    auto const unknown = "amber acorn amber acorn amber acorn amber acorn amber acorn";
    for (auto const* const typed : {unknown, "no words"}) {
        auto const response = someone.post("/link/words", {{"words", typed}});
        EXPECT_EQ(response.status, 403);
        EXPECT_THAT(response.body, HasSubstr("These words do not open a page."));
        EXPECT_THAT(response.body, HasSubstr(typed));
    }
    int status = 0;
    for (int i = 0; i < 9; ++i) {
        status = someone.post("/link/words", {{"words", unknown}}).status;
    }
    EXPECT_EQ(status, 429);
}

TEST_F(Public, NamesAllThatIsMissingOfAPlace)
{
    auto const response = someone.post("/tell", {{"do", "send"}, {"severity", "9"}});
    EXPECT_EQ(response.status, 422);
    for (auto const* const sentence :
         {"Search for the place and choose it.",
          "Choose what it is like there.",
          "Choose how bad it is.",
          "Choose when you feel it."}) {
        EXPECT_THAT(response.body, HasSubstr(sentence));
    }
}

} // namespace
} // namespace wt::web
