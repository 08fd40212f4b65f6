#include "app/answer_concern.hpp"
#include "app/own_concerns.hpp"
#include "browser.hpp"
#include "support/given_concerns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class MineConcerns : public testing::Test
{
protected:
    MineConcerns()
    {
        given_walk_with_two_women(test);
        concern = given_concern_of_ana(test);
        home = "/mine/" + ana(test).data.token;
        path = home + "/concerns/" + std::to_string(concern.value);
    }

    app::OwnConcern hers() { return app::list_own_concerns(test.app(), ana(test)).front(); }

    std::string given_answer()
    {
        app::answer_concern(
            test.app(),
            kSouthDesk,
            concern,
            hers().concern.version,
            {AnswerKind::done, "Three lamps were repaired on Monday.", ""});
        return std::to_string(hers().answers.back().id.value);
    }

    TestApp test;
    Browser her{test};
    ConcernId concern;
    std::string home;
    std::string path;
};

TEST_F(MineConcerns, ShowsWhatWasRecordedAndItsAnswer)
{
    EXPECT_THAT(
        her.get(home).body,
        AllOf(
            HasSubstr("Camden Street"),
            HasSubstr("Three lamps are out."),
            HasSubstr("No answer yet."),
            Not(HasSubstr("/verdict"))));
    given_answer();
    EXPECT_THAT(
        her.get(home).body,
        AllOf(HasSubstr("Three lamps were repaired on Monday."), HasSubstr(path + "/verdict")));
}

TEST_F(MineConcerns, TakesHerVerdict)
{
    auto const answer = given_answer();
    EXPECT_EQ(
        where_to(her.post(path + "/verdict", {{"answer", answer}, {"verdict", "did_not"}})), home);
    EXPECT_EQ(hers().concern.state, ConcernState::open);
    EXPECT_EQ(her.post(path + "/verdict", {{"answer", answer}, {"verdict", "helped"}}).status, 409);
    EXPECT_EQ(her.post(path + "/verdict", {{"answer", answer}}).status, 422);
}

TEST_F(MineConcerns, TakesHerCorrection)
{
    auto const id = std::to_string(concern.value);
    Browser::Form const form{
        {"version", "1"},
        {"category-" + id, "path"},
        {"severity-" + id, "3"},
        {"felt-" + id, "day"},
        {"words-" + id, "Four lamps."}};
    EXPECT_EQ(where_to(her.post(path, form)), home);
    EXPECT_EQ(hers().words, "Four lamps.");
    EXPECT_EQ(hers().concern.category, Category::path);
    EXPECT_EQ(hers().concern.felt, FeltWhen::day);
    EXPECT_EQ(her.post(path, {{"version", "2"}}).status, 422);
}

TEST_F(MineConcerns, LosesNothingOfACorrectionThatIsTooOld)
{
    auto const id = std::to_string(concern.value);
    Browser::Form form{
        {"version", "1"},
        {"category-" + id, "path"},
        {"severity-" + id, "3"},
        {"felt-" + id, "day"},
        {"words-" + id, "Four lamps."}};
    her.post(path, form);
    form.back().second = "Five lamps by now.";
    auto const shown = her.post(path, form);
    EXPECT_EQ(shown.status, 409);
    EXPECT_THAT(
        shown.body,
        AllOf(
            HasSubstr("Five lamps by now."),
            HasSubstr("This has changed meanwhile."),
            HasSubstr("<details class=\"govuk-details\" open"),
            HasSubstr("name=\"version\" value=\"2\"")));
}

TEST_F(MineConcerns, SaysAllThatIsWrongWithACorrectionAndKeepsIt)
{
    auto const id = std::to_string(concern.value);
    std::string const words(3000, 'x');
    auto const shown = her.post(
        path,
        {{"version", "1"},
         {"category-" + id, "path"},
         {"severity-" + id, "7"},
         {"words-" + id, words}});
    EXPECT_EQ(shown.status, 422);
    EXPECT_THAT(
        shown.body,
        AllOf(
            HasSubstr(words),
            HasSubstr("href=\"#severity-" + id + "\""),
            HasSubstr("href=\"#felt-" + id + "\""),
            HasSubstr("href=\"#words-" + id + "\""),
            HasSubstr("<option value=\"path\" selected")));
}

TEST_F(MineConcerns, TakesAConcernBack)
{
    EXPECT_EQ(where_to(her.post(path + "/withdrawal")), home);
    EXPECT_EQ(hers().concern.state, ConcernState::withdrawn);
    EXPECT_THAT(her.get(home).body, Not(HasSubstr("Three lamps are out.")));
}

TEST_F(MineConcerns, LeavesThoseOfOthersAlone)
{
    auto const others =
        "/mine/" + bea(test).data.token + "/concerns/" + std::to_string(concern.value);
    EXPECT_EQ(her.post(others + "/withdrawal").status, 404);
    EXPECT_EQ(hers().concern.state, ConcernState::open);
}

} // namespace
} // namespace wt::web
