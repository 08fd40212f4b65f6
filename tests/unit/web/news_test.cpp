#include "app/outbox.hpp"
#include "browser.hpp"
#include "support/given_concerns.hpp"
#include "support/keeping_channel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

/// Somebody leaves an address to get news.
class News : public testing::Test
{
protected:
    News()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        auto kept = std::make_unique<KeepingChannel>();
        email = kept.get();
        channels = {.email = std::move(kept), .text = std::make_unique<KeepingChannel>()};
    }

    Response ask(std::string const& address)
    {
        return browser.post("/news", {{"bcu", "1"}, {"ward", "1"}, {"address", address}});
    }
    /// The path of the page in the message that asks whether the address is hers.
    std::string path_in_mail()
    {
        while (app::send_one_message(test.app(), channels)) {
        }
        auto const& text = email->sent.at(0).text;
        auto const at = text.find("/news/");
        return text.substr(at, text.find('\n', at) - at);
    }

    TestApp test;
    Browser browser{test};
    app::Channels channels;
    KeepingChannel* email = nullptr;
};

TEST_F(News, TheUnitComesFirstAndThenItsWards)
{
    auto const first = browser.get("/news").body;
    EXPECT_THAT(first, HasSubstr("North"));
    EXPECT_THAT(first, Not(HasSubstr("address\"")));
    auto const second = browser.get("/news?bcu=1&ward=2").body;
    EXPECT_THAT(second, HasSubstr("All of South"));
    EXPECT_THAT(second, HasSubstr("<option value=\"2\" selected>Two"));
    EXPECT_THAT(second, Not(HasSubstr("Three"))) << "a ward of the other unit";
}

TEST_F(News, LookingChangesNothing)
{
    ask("joy@example.org");
    auto const path = path_in_mail();
    EXPECT_THAT(browser.get(path).body, HasSubstr("Yes, send me news"));
    EXPECT_THAT(browser.get(path + "/end").body, HasSubstr("Stop the news"));
    EXPECT_EQ(count_rows(test, "subscription WHERE confirmed_at IS NULL"), 1);
}

TEST_F(News, OneButtonConfirmsAndOneStops)
{
    EXPECT_EQ(where_to(ask("joy@example.org")), "/news/sent");
    auto const path = path_in_mail();
    EXPECT_EQ(browser.post(path + "/confirmation").status, 200);
    EXPECT_EQ(count_rows(test, "subscription WHERE confirmed_at IS NOT NULL"), 1);
    EXPECT_EQ(browser.post(path + "/confirmation").status, 200) << "a second press";
    EXPECT_THAT(browser.get(path).body, HasSubstr("Stop the news"));
    EXPECT_EQ(browser.post(path + "/end").status, 200);
    EXPECT_EQ(count_rows(test, "subscription"), 0);
    EXPECT_EQ(browser.get(path).status, 404);
}

TEST_F(News, AMailProgramStopsItInOneClick)
{
    ask("joy@example.org");
    auto const path = path_in_mail();
    Site site{test.app(), SecretKey::make_random()};
    auto const router = make_router();
    auto const response = respond(
        site,
        router,
        {.method = Method::post,
         .path = path + "/end",
         .headers =
             {{"content-type", "multipart/form-data; boundary=x"},
              {"origin", "https://mail.example"},
              {"sec-fetch-site", "cross-site"}},
         .body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                 "One-Click\r\n--x--\r\n"});
    EXPECT_EQ(response.status, 200) << "not led elsewhere";
    EXPECT_EQ(count_rows(test, "subscription"), 0);
}

TEST_F(News, SaysAllThatIsWrongAndKeepsWhatWasTyped)
{
    auto const response = browser.post("/news", {{"bcu", "1"}, {"ward", "3"}, {"address", "joy"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(response.body, HasSubstr("Choose a ward from the list."));
    EXPECT_THAT(response.body, HasSubstr("Enter an e-mail address"));
    EXPECT_THAT(response.body, HasSubstr("value=\"joy\""));
}

TEST_F(News, AClientMayAskTenTimesInTenMinutes)
{
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(ask("joy" + std::to_string(i) + "@example.org").status, 303);
    }
    EXPECT_EQ(ask("joy@example.org").status, 429);
    browser.move_to("another");
    EXPECT_EQ(ask("joy@example.org").status, 303);
}

} // namespace
} // namespace wt::web
