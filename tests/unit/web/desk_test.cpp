#include "app/own_requests.hpp"
#include "app/participant.hpp"
#include "browser.hpp"
#include "support/given_staff.hpp"
#include "web/pages/desk_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Ana waits; a desk of her command unit is at the pages.
class DeskPages : public testing::Test
{
protected:
    DeskPages()
    {
        given_force(test);
        given_officers(test);
        asked = given_request(test);
        sign_in({.role = Role::desk, .id = 71, .bcu = kBcu});
        request_path = "/desk/requests/" + std::to_string(asked.request.value);
    }

    void sign_in(Person const& person)
    {
        desk.put_cookies(Fields{{{"session", given_session(test, person)}}});
    }
    std::string walk_path()
    {
        auto const she = app::require_participant(test.app(), asked.token);
        return "/desk/walks/" +
               std::to_string(app::list_own_requests(test.app(), she).at(0).walks.at(0).id.value);
    }
    Browser::Form days()
    {
        return {
            {"first-day", "3"},
            {"first-month", "12"},
            {"first-year", "2026"},
            {"last-day", "16"},
            {"last-month", "12"},
            {"last-year", "2026"}};
    }
    /// The days with the plan that was seen for them.
    Browser::Form seen_plan()
    {
        auto const body = desk.post("/desk/plan", days()).body;
        std::string const before = "name=\"plan\" value=\"";
        auto const at = body.find(before) + before.size();
        auto form = days();
        form.emplace_back("plan", body.substr(at, body.find('"', at) - at));
        return form;
    }

    TestApp test;
    Browser desk{test};
    app::AskedWalk asked;
    std::string request_path;
};

constexpr std::array kPages{
    "/desk/queue", "/desk/plan", "/desk/walks", "/desk/officers", "/desk/concerns"};

TEST_F(DeskPages, AreForThoseWhoAreSignedIn)
{
    desk.forget_cookies();
    for (auto const* const path : kPages) {
        EXPECT_THAT(where_to(desk.get(path)), HasSubstr("/staff/sign-in")) << path;
    }
    EXPECT_THAT(where_to(desk.get(request_path)), HasSubstr("/staff/sign-in"));
}

TEST_F(DeskPages, AreNotForOfficers)
{
    sign_in(officer(kAmara));
    for (auto const* const path : kPages) {
        EXPECT_EQ(desk.get(path).status, 403) << path;
    }
    EXPECT_EQ(desk.get(request_path).status, 403);
    EXPECT_EQ(desk.post("/desk/plan", days()).status, 403);
    EXPECT_EQ(desk.post(request_path + "/person", {{"reason", "planning"}}).status, 403);
    EXPECT_EQ(desk.post("/desk/officers/101/suspension").status, 404);
}

TEST_F(DeskPages, AreAllThereForTheDesk)
{
    for (auto const* const path : kPages) {
        EXPECT_EQ(desk.get(path).status, 200) << path;
    }
}

TEST_F(DeskPages, TheQueueShowsHowLongNotWho)
{
    test.now += std::chrono::hours{24 * 5};
    sign_in({.role = Role::desk, .id = 72, .bcu = kBcu});
    EXPECT_THAT(
        desk.get("/desk/queue").body,
        AllOf(
            HasSubstr("5 days"),
            HasSubstr("Camberwell"),
            HasSubstr(request_path),
            Not(HasSubstr("Ana")),
            Not(HasSubstr("ana@example.org"))));
    EXPECT_THAT(desk.get("/desk/queue?state=booked").body, HasSubstr("Nobody is here."));
    EXPECT_EQ(desk.get("/desk/queue?after=nonsense&state=nonsense").status, 200);
}

TEST_F(DeskPages, WhoSheIsNeedsAReason)
{
    EXPECT_THAT(desk.get(request_path).body, Not(HasSubstr("ana@example.org")));
    auto const refused = desk.post(request_path + "/person");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Say why"), Not(HasSubstr("ana@example.org"))));
    EXPECT_EQ(desk.post(request_path + "/person", {{"reason", "retention"}}).status, 422);
    EXPECT_THAT(
        desk.post(request_path + "/person", {{"reason", "planning"}}).body,
        AllOf(HasSubstr("Ana"), HasSubstr("ana@example.org")));
    EXPECT_EQ(desk.get("/desk/requests/7").status, 404);
}

TEST_F(DeskPages, ThePlanIsShownWithItsReasonsAndChangesNothing)
{
    auto const plan = desk.post("/desk/plan", days());
    EXPECT_EQ(plan.status, 200);
    EXPECT_THAT(
        plan.body,
        AllOf(
            HasSubstr("1 of 1 requests that wait get a walk."),
            HasSubstr("Both officers know the ward"),
            HasSubstr("no plan can serve more"),
            HasSubstr("Publish this plan")));
    EXPECT_THAT(desk.get("/desk/walks").body, HasSubstr("There are no walks on these days."));
}

TEST_F(DeskPages, APlanSaysWhyNot)
{
    auto form = days();
    form[0].second = form[3].second = "5"; // a Saturday: she can on weekdays
    EXPECT_THAT(
        desk.post("/desk/plan", form).body,
        AllOf(
            HasSubstr("Requests without a walk"),
            HasSubstr("free at no dark and quiet time"),
            Not(HasSubstr("Publish this plan"))));
}

TEST_F(DeskPages, AllThatIsWrongWithTheDaysIsSaidAtOnce)
{
    auto form = days();
    form[0].second = "1";  // yesterday
    form[3].second = "31"; // of February
    form[4].second = "2";
    auto const refused = desk.post("/desk/plan", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(
        refused.body,
        AllOf(
            HasSubstr("must be today or later"),
            HasSubstr("Enter the last day as a date"),
            HasSubstr("value=\"31\"")));
    form = days();
    form[4].second = "11";
    EXPECT_THAT(desk.post("/desk/plan", form).body, HasSubstr("must not be before the first"));
}

TEST_F(DeskPages, PublishingHoldsTheWalksOnce)
{
    auto const form = seen_plan();
    EXPECT_EQ(where_to(desk.post("/desk/plan/publication", form)), "/desk/walks");
    EXPECT_THAT(
        desk.get("/desk/walks").body,
        AllOf(
            HasSubstr("Walks held for women who are now asked: 1."),
            HasSubstr("Waiting for her yes"),
            HasSubstr("Camberwell")));
    auto const again = desk.post("/desk/plan/publication", form);
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(again.body, HasSubstr("have changed since you looked"));
}

TEST_F(DeskPages, CallingAWalkOffSaysSo)
{
    ASSERT_EQ(given_published_plan(test), 1U);
    auto const path = walk_path();
    EXPECT_THAT(
        desk.get(path).body, AllOf(HasSubstr("Call the walk off"), HasSubstr(request_path)));
    EXPECT_EQ(where_to(desk.post(path + "/cancellation")), path);
    EXPECT_THAT(
        desk.get(path).body,
        AllOf(HasSubstr("The walk is called off."), Not(HasSubstr("Call the walk off"))));
    EXPECT_EQ(desk.post(path + "/cancellation").status, 409);
    EXPECT_EQ(desk.get("/desk/walks/7").status, 404);
    EXPECT_THAT(desk.get(request_path).body, AllOf(HasSubstr("Called off"), HasSubstr(path)));
}

TEST_F(DeskPages, WalksStayWithinReachOfTheCalendar)
{
    EXPECT_EQ(desk.get("/desk/walks?from=9999-12-31").status, 200);
    EXPECT_EQ(desk.get("/desk/walks?from=nonsense").status, 200);
}

TEST_F(DeskPages, SuspendingAnOfficerIsAskedAboutAndSaysWhatItDid)
{
    ASSERT_EQ(given_published_plan(test), 1U);
    EXPECT_THAT(
        desk.get("/desk/officers").body,
        AllOf(HasSubstr("Amara"), HasSubstr("1101"), HasSubstr("Can walk")));
    auto const walk = desk.get(walk_path()).body;
    auto const* const id = walk.find("Amara") != std::string::npos ? "101" : "102";
    auto const path = std::string{"/desk/officers/"} + id + "/suspension";
    EXPECT_THAT(desk.get(path).body, HasSubstr("Suspend this officer"));

    EXPECT_EQ(where_to(desk.post(path)), "/desk/officers");

    EXPECT_THAT(
        desk.get("/desk/officers").body,
        AllOf(HasSubstr("Walks called off: 1."), HasSubstr("Suspended")));
    EXPECT_EQ(desk.post(path).status, 409);
    EXPECT_EQ(desk.get("/desk/officers/7/suspension").status, 404);
    EXPECT_THAT(desk.get(path).body, HasSubstr("Reinstate this officer"));
    EXPECT_EQ(where_to(desk.post(path + "/end")), "/desk/officers");
    EXPECT_THAT(
        desk.get("/desk/officers").body,
        AllOf(HasSubstr("The officer is reinstated."), Not(HasSubstr("Suspended"))));
    EXPECT_EQ(desk.post(path + "/end").status, 409);
}

TEST_F(DeskPages, EveryReasonOfAPlanHasASentenceOfItsOwn)
{
    std::set<std::string> sentences;
    for (int i = 0; i <= static_cast<int>(matching::Why::shared); ++i) {
        sentences.insert(sentence(static_cast<matching::Why>(i)).id);
    }
    for (int i = 0; i <= static_cast<int>(matching::WhyNot::others_first); ++i) {
        sentences.insert(sentence(static_cast<matching::WhyNot>(i)).id);
    }
    EXPECT_EQ(sentences.size(), 15U);
}

} // namespace
} // namespace wt::web
