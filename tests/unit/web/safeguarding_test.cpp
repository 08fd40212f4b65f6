#include "app/disclosures.hpp"
#include "browser.hpp"
#include "support/given_concerns.hpp"
#include "support/given_staff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr Person kSam{.role = Role::safeguarding, .id = 81};

class SafeguardingPages : public testing::Test
{
protected:
    SafeguardingPages()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        sign_in(kSam);
    }

    void sign_in(Person const& person)
    {
        browser.put_cookies(Fields{{{"session", given_session(test, person)}}});
    }
    std::string given_disclosure()
    {
        app::record_disclosure(
            test.app(),
            kOfficer,
            {.client_id = "disclosure-1", .walk = kTheWalk, .spoken_at = test.now});
        auto const id = app::list_disclosures(test.app(), kSam).at(0).id;
        return "/safeguarding/disclosures/" + std::to_string(id.value);
    }

    TestApp test;
    Browser browser{test};
};

TEST_F(SafeguardingPages, ListShowsTheClockInWords)
{
    EXPECT_THAT(browser.get("/safeguarding/disclosures").body, HasSubstr("There are none."));
    auto const path = given_disclosure();
    EXPECT_THAT(
        browser.get("/safeguarding/disclosures").body,
        AllOf(HasSubstr(path), HasSubstr("24 hours left"), HasSubstr("Told to an officer")));
    test.now += 25h;
    sign_in({.role = Role::safeguarding, .id = 82});
    EXPECT_THAT(browser.get("/safeguarding/disclosures").body, HasSubstr("1 hour late"));
}

TEST_F(SafeguardingPages, LeadFromNewToClosed)
{
    auto const path = given_disclosure();
    EXPECT_THAT(
        browser.get(path).body,
        AllOf(
            HasSubstr("I take this on"),
            HasSubstr("Eve"),
            HasSubstr("she was told"),
            Not(HasSubstr("Close it"))));
    EXPECT_EQ(where_to(browser.post(path + "/reader", {{"version", "1"}})), path);
    auto const refused = browser.post(path + "/crime", {{"version", "2"}, {"reference", "hurt"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(
        refused.body, AllOf(HasSubstr("3 to 30 letters and digits"), HasSubstr("value=\"hurt\"")));
    EXPECT_EQ(
        where_to(browser.post(path + "/crime", {{"version", "2"}, {"reference", "46/26"}})), path);
    EXPECT_EQ(
        browser.post(path + "/crime", {{"version", "2"}, {"reference", "47/26"}}).status, 409);
    EXPECT_EQ(browser.post(path + "/closure", {{"version", "3"}}).status, 422);
    EXPECT_EQ(
        where_to(
            browser.post(path + "/closure", {{"version", "3"}, {"outcome", "crime_recorded"}})),
        path);
    EXPECT_THAT(
        browser.get(path).body,
        AllOf(HasSubstr("46/26"), HasSubstr("Recorded as a crime"), Not(HasSubstr("Close it"))));
}

TEST_F(SafeguardingPages, AreForSafeguardingAlone)
{
    auto const path = given_disclosure();
    std::int64_t id = 100;
    for (auto const role : {Role::desk, Role::oversight, Role::administrator, Role::standards}) {
        sign_in({.role = role, .id = ++id, .bcu = kSouth});
        EXPECT_EQ(browser.get("/safeguarding/disclosures").status, 403);
        EXPECT_EQ(browser.get(path).status, 403);
        EXPECT_EQ(browser.post(path + "/reader", {{"version", "1"}}).status, 403);
    }
    browser.forget_cookies();
    EXPECT_THAT(where_to(browser.get(path)), HasSubstr("/staff/sign-in"));
}

TEST_F(SafeguardingPages, AnOfficerHandsOverWithoutAWordOfWhatWasSaid)
{
    sign_in({.role = Role::officer, .id = 43, .bcu = kSouth, .officer = OfficerId{11}});
    EXPECT_THAT(browser.get("/officer/walks/21").body, HasSubstr("disclosures/new"));
    auto const form = browser.get("/officer/walks/21/disclosures/new").body;
    EXPECT_THAT(form, AllOf(HasSubstr("value=\"12:00\""), Not(HasSubstr("<textarea"))));
    auto const refused = browser.post(
        "/officer/walks/21/disclosures",
        {{"client_id", "disclosure-1"}, {"time", "25:00"}, {"reference", "she said"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(
        refused.body,
        AllOf(
            HasSubstr("Enter a time such as 21:40"),
            HasSubstr("3 to 30 letters and digits"),
            HasSubstr("value=\"25:00\"")));
    EXPECT_EQ(count_rows(test, "disclosure"), 0);
}

TEST_F(SafeguardingPages, ADeskFindsOneInWords)
{
    auto const concern = given_concern_of_ana(test);
    auto const path = "/desk/concerns/" + std::to_string(concern.value);
    sign_in({.role = Role::desk, .id = 61, .bcu = kSouth});
    EXPECT_THAT(browser.get(path).body, HasSubstr(path + "/disclosure"));
    EXPECT_THAT(browser.get(path + "/disclosure").body, HasSubstr("This cannot be undone."));
    EXPECT_EQ(browser.post(path + "/disclosure", {{"reference", "she said"}}).status, 422);
    EXPECT_EQ(where_to(browser.post(path + "/disclosure")), "/desk/concerns");
    EXPECT_EQ(browser.get(path).status, 404);
    sign_in({.role = Role::oversight, .id = 62});
    auto const other = given_concern_of_ana(test, "from-ana-2");
    EXPECT_EQ(
        browser.post("/desk/concerns/" + std::to_string(other.value) + "/disclosure").status, 403);
}

} // namespace
} // namespace wt::web
