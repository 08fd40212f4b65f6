#include "browser.hpp"
#include "support/given_concerns.hpp"
#include "support/given_staff.hpp"
#include "support/given_streets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// Somebody tells of a place without a walk and without a name.
class Tell : public testing::Test
{
protected:
    Tell()
    {
        given_force(test);
        given_streets(test);
    }

    /// As a browser without JavaScript sends it: the place first, then the rest.
    Response tell()
    {
        her.get("/tell");
        her.post("/tell", {{"do", "search"}, {"search", "Camberwell"}});
        her.post("/tell", {{"do", "choose"}, {"searched", "Camberwell"}, {"found", "0"}});
        return send();
    }
    Response send()
    {
        return her.post(
            "/tell",
            {{"do", "send"}, {"category", "lighting"}, {"severity", "2"}, {"felt", "dark"}});
    }

    TestApp test;
    Browser her{test};
};

TEST_F(Tell, StandsAtTheDeskFromThatDay)
{
    EXPECT_EQ(where_to(tell()), "/tell/done");
    EXPECT_THAT(her.get("/tell/done").body, HasSubstr("Nothing leads to you."));
    EXPECT_EQ(count_rows(test, "concern WHERE source = 'report' AND walk_id IS NULL"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'report_place'"), 1);
    EXPECT_EQ(count_rows(test, "concern_private"), 0);

    Browser desk{test};
    desk.put_cookies(
        Fields{{{"session", given_session(test, {.role = Role::desk, .id = 61, .bcu = kBcu})}}});
    EXPECT_THAT(
        desk.get("/desk/concerns").body,
        AllOf(HasSubstr("Camberwell Road"), HasSubstr("Waiting for an answer")));
}

TEST_F(Tell, OnceSentTheNextIsAnotherOne)
{
    tell();
    auto const before = her.cookies();
    EXPECT_EQ(where_to(tell()), "/tell/done");
    EXPECT_EQ(count_rows(test, "concern"), 2);
    her.put_cookies(before);
    EXPECT_EQ(send().status, 422); // its place was kept with the draft that is gone
    EXPECT_EQ(count_rows(test, "concern"), 2);
}

TEST_F(Tell, TwoSendingsOfOneFormAreOne)
{
    her.get("/tell");
    her.post("/tell", {{"do", "map"}, {"lat", "51.4740"}, {"lon", "-0.0930"}});
    auto const before = her.cookies();
    send();
    her.put_cookies(before);
    EXPECT_EQ(where_to(send()), "/tell/done");
    EXPECT_EQ(count_rows(test, "concern"), 1);
}

TEST_F(Tell, LosesNothingWhereTooManyComeFromOneNetwork)
{
    for (int i = 0; i < 30; ++i) {
        EXPECT_EQ(where_to(tell()), "/tell/done");
    }
    auto const response = tell();
    EXPECT_EQ(response.status, 429);
    EXPECT_THAT(
        response.body,
        AllOf(
            HasSubstr("Nothing is lost"),
            HasSubstr("Camberwell"),
            HasSubstr("value=\"lighting\" checked")));
    EXPECT_EQ(count_rows(test, "concern"), 30);
    test.now += std::chrono::minutes{11};
    EXPECT_EQ(where_to(send()), "/tell/done");
    her.move_to("elsewhere");
    EXPECT_EQ(where_to(tell()), "/tell/done");
}

} // namespace
} // namespace wt::web
