#include "base/refusal.hpp"
#include "support/test_app.hpp"
#include "web/dispatch.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/shell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace wt::web {
namespace {

using testing::HasSubstr;
using testing::Not;

Response refuse(Site&, Request const&)
{
    throw Refusal{Refusal::conflict, "This walk is no longer open."};
}

Response break_down(Site&, Request const&)
{
    throw std::runtime_error{"secret of the database"};
}

Response echo(Site&, Request const& request)
{
    return content("text/plain", request.form().get("name"));
}

Response count(Site&, Request const&)
{
    return content("text/plain", "1");
}

class Dispatch : public testing::Test
{
protected:
    Dispatch()
    {
        router.add(Method::get, "/refuse", refuse);
        router.add(Method::get, "/break", break_down);
        router.add(Method::post, "/echo", echo, {.body_limit = 20});
        router.add(Method::get, "/here", count, {.loopback_only = true});
    }

    Response post(std::string body, std::map<std::string, std::string, std::less<>> headers)
    {
        headers.emplace("content-type", "application/x-www-form-urlencoded");
        return respond(
            site,
            router,
            {.method = Method::post,
             .path = "/echo",
             .headers = std::move(headers),
             .body = std::move(body)});
    }

    TestApp test;
    Site site{test.app(), SecretKey::make_random()};
    Router router;
};

TEST_F(Dispatch, ShowsARefusalWithItsSentence)
{
    auto const response = respond(site, router, {.path = "/refuse"});
    EXPECT_EQ(response.status, 409);
    EXPECT_THAT(response.body, HasSubstr("This walk is no longer open."));
}

TEST_F(Dispatch, HidesWhatBrokeBehindANumber)
{
    auto const response = respond(site, router, {.path = "/break"});
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, Not(HasSubstr("secret")));
    EXPECT_THAT(response.body, testing::ContainsRegex("[0-9A-F]{4}-[0-9A-F]{4}"));
}

TEST_F(Dispatch, AnswersUnknownPathsAndMethods)
{
    EXPECT_EQ(respond(site, router, {.path = "/none"}).status, 404);
    auto const wrong = respond(site, router, {.method = Method::put, .path = "/echo"});
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("Allow"), "POST");
}

TEST_F(Dispatch, KeepsOtherSitesFromPosting)
{
    EXPECT_EQ(post("name=a", {{"sec-fetch-site", "cross-site"}}).status, 403);
    EXPECT_EQ(post("name=a", {{"sec-fetch-site", "same-site"}}).status, 403);
    EXPECT_EQ(post("name=a", {{"origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(post("name=a", {{"sec-fetch-site", "same-origin"}, {"origin", "null"}}).status, 200);
    EXPECT_EQ(post("name=a", {{"origin", "http://127.0.0.1:8080"}}).status, 200);
    EXPECT_EQ(post("name=a", {}).status, 200);
}

TEST_F(Dispatch, RefusesBodiesThatAreTooLargeOrUnreadable)
{
    EXPECT_EQ(post("name=" + std::string(16, 'x'), {}).status, 413);
    EXPECT_EQ(post("name=%00", {}).status, 422);
    EXPECT_EQ(post("name=1", {{"content-type", "text/plain"}}).status, 422);
    EXPECT_EQ(respond(site, router, {.path = "/refuse", .raw_query = "a=%FF"}).status, 422);
}

TEST_F(Dispatch, HidesPagesOfThisMachine)
{
    EXPECT_EQ(respond(site, router, {.path = "/here"}).status, 404);
    EXPECT_EQ(respond(site, router, {.path = "/here", .is_loopback = true}).status, 200);
}

TEST_F(Dispatch, SendsSecurityHeadersAlways)
{
    auto const response = respond(site, router, {.path = "/none"});
    EXPECT_THAT(
        std::string{response.header("Content-Security-Policy")}, HasSubstr("default-src 'self'"));
    EXPECT_EQ(response.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
}

TEST_F(Dispatch, CountsByPatternNeverByPath)
{
    (void)respond(site, router, {.path = "/none/0123-secret"});
    EXPECT_THAT(site.metrics.text(), HasSubstr("route=\"(none)\""));
    EXPECT_THAT(site.metrics.text(), Not(HasSubstr("secret")));
}

/// The cookies of a response as the next request has them.
Request with_cookies_of(Response const& response)
{
    Request request{.path = "/"};
    for (auto const& [name, value] : response.headers) {
        if (name == "Set-Cookie" && value.find("Max-Age=0") == std::string::npos) {
            for (auto const& [key, text] : read_cookies(value.substr(0, value.find(';')))) {
                request.cookies.set(key, text);
            }
        }
    }
    return request;
}

TEST_F(Dispatch, KeepsADraftInSeveralCookies)
{
    Response response;
    keep_draft(site, response, "ask", Fields{{{"why", std::string(6000, 'x')}}});
    auto const request = with_cookies_of(response);
    EXPECT_EQ(find_draft(site, request, "ask").get("why").size(), 6000U);
    EXPECT_TRUE(find_draft(site, request, "tell").empty());
}

TEST_F(Dispatch, ForgetsADraftAfterTwoHours)
{
    Response response;
    keep_draft(site, response, "ask", Fields{{{"why", "x"}}});
    auto const request = with_cookies_of(response);
    test.now += std::chrono::minutes{119};
    EXPECT_FALSE(find_draft(site, request, "ask").empty());
    test.now += std::chrono::minutes{2};
    EXPECT_TRUE(find_draft(site, request, "ask").empty());
}

TEST_F(Dispatch, RefusesADraftThatIsChangedOrTooLarge)
{
    Response response;
    keep_draft(site, response, "ask", Fields{{{"why", "x"}}});
    auto request = with_cookies_of(response);
    auto text = request.cookies.get("draft_ask_0");
    text[40] = text[40] == 'A' ? 'B' : 'A';
    request.cookies.set("draft_ask_0", text);
    EXPECT_TRUE(find_draft(site, request, "ask").empty());
    EXPECT_THROW(
        keep_draft(site, response, "ask", Fields{{{"why", std::string(20000, 'x')}}}), Refusal);
}

TEST_F(Dispatch, CallsDoneOnlyWhatWasDone)
{
    Response response;
    keep_notice(site, response, N_("Nothing was sent."), NoticeKind::important);
    router.add(Method::get, "/", [](Site& here, Request const& request) {
        return show(here, request, {.title = "Home", .content = Html{}});
    });
    auto const shown = respond(site, router, with_cookies_of(response)).body;
    EXPECT_THAT(shown, HasSubstr("Nothing was sent."));
    EXPECT_THAT(shown, HasSubstr(">Important<"));
    EXPECT_THAT(shown, Not(HasSubstr(">Done<")));
}

TEST_F(Dispatch, ARefusedFormNamesThePageItStoodOnForAnotherLanguage)
{
    router.add(Method::get, "/mine/{token}", count);
    router.add(Method::post, "/mine/{token}/walks/{walk}/acceptance", refuse);
    router.add(Method::post, "/refuse", refuse);
    auto const back_of = [&](Method method, std::string path) {
        auto const body = respond(site, router, {.method = method, .path = std::move(path)}).body;
        auto const at = body.find("name=\"back\" value=\"") + 19;
        return body.substr(at, body.find('"', at) - at);
    };
    EXPECT_EQ(back_of(Method::post, "/mine/abc/walks/7/acceptance"), "/mine/abc");
    EXPECT_EQ(back_of(Method::post, "/refuse"), "/refuse");
    EXPECT_EQ(back_of(Method::post, "/nothing/here"), "/");
    EXPECT_EQ(back_of(Method::get, "/nothing/here"), "/nothing/here");
}

TEST_F(Dispatch, ShowsANoticeOnce)
{
    Response response;
    keep_notice(site, response, Message{"{1} is cancelled.", {"The walk"}});
    auto const request = with_cookies_of(response);
    auto const notice = find_notice(site, request);
    ASSERT_TRUE(notice);
    EXPECT_EQ(in_english(notice->message), "The walk is cancelled.");
    EXPECT_EQ(notice->kind, NoticeKind::done);
    router.add(Method::get, "/", [](Site&, Request const&) { return page(Html{}); });
    auto const shown = respond(site, router, request);
    EXPECT_THAT(std::string{shown.header("Set-Cookie")}, HasSubstr("notice=; "));
}

} // namespace
} // namespace wt::web
