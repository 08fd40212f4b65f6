#include "../browser.hpp"
#include "app/receive_report.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"
#include "support/given_staff.hpp"
#include "support/given_streets.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/openapi.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web::api {
namespace {

using testing::HasSubstr;
using testing::Not;
using Headers = std::map<std::string, std::string, std::less<>>;

/// Somebody's program, on every database.
class Api : public AppOnBothDatabases
{
protected:
    Api()
    {
        given_force(test);
        given_streets(test);
    }

    Response send(Method method, std::string const& path, Json const& body, Headers headers = {})
    {
        headers.emplace("content-type", "application/json");
        auto const query = path.find('?');
        return respond(
            site,
            router,
            {.method = method,
             .path = "/api/v1" + path.substr(0, query),
             .raw_query = query == std::string::npos ? "" : path.substr(query + 1),
             .headers = std::move(headers),
             .body = body.is_null() ? "" : body.dump(),
             .client = "hers"});
    }
    Response get(std::string const& path, Headers headers = {})
    {
        return send(Method::get, path, {}, std::move(headers));
    }
    Response post(std::string const& path, Json const& body, Headers headers = {})
    {
        return send(Method::post, path, body, std::move(headers));
    }
    Response ask(Json const& wish, std::string const& key = "key-of-ana")
    {
        return post("/requests", wish, {{"idempotency-key", key}});
    }

    Site site{test.app(), SecretKey::make_random()};
    Router router = make_router();
};
WT_ON_BOTH_DATABASES(Api);

Json point()
{
    return {{"lat", kCamberwell.lat}, {"lon", kCamberwell.lon}};
}

Json wish_of(std::string const& name)
{
    return {
        {"age", true},
        {"name", name},
        {"wants_messages", false},
        {"places", Json::array({point()})},
        {"free_times", Json::array({{{"weekday", 4}, {"time", "evening"}}})}};
}

Headers bearer(std::string_view token)
{
    return {{"authorization", "Bearer " + std::string{token}}};
}

TEST_P(Api, ListsNoConcernBelowTheThresholdAndNoMoreThanThePages)
{
    Person const sender{.role = Role::partner, .id = given_partner(test).value};
    auto const report = [&] {
        app::receive_report(
            test.app(), sender, {.category = Category::loitering, .place = kCamberwell});
    };
    for (int i = 0; i < 4; ++i) {
        report();
    }
    test.now += std::chrono::days{7};
    EXPECT_EQ(get("/concerns").body, "{\"concerns\":[]}\n");
    report();
    test.now += std::chrono::days{7};
    auto const concerns = Json::parse(get("/concerns").body).at("concerns");
    ASSERT_EQ(concerns.size(), 5U);
    EXPECT_EQ(concerns[0].at("month"), "2026-12");
    EXPECT_TRUE(concerns[0].contains("street"));
    EXPECT_FALSE(concerns[0].contains("point")) << "loitering is never on a map";
    EXPECT_EQ(Json::parse(get("/concerns?category=path").body).at("concerns").size(), 0U);
}

TEST_P(Api, OneKeyAndBodyMakeOneRequestAndAKeyAloneShowsNothing)
{
    auto const first = ask(wish_of("Ana"));
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(ask(wish_of("Ana")).body, first.body);
    EXPECT_NE(
        Json::parse(ask(wish_of("Eve")).body).at("token"), Json::parse(first.body).at("token"));
    EXPECT_EQ(count_rows(test, "request"), 2);
}

TEST_P(Api, TellsAllThatIsWrongWithARequestAtOnce)
{
    auto wish = wish_of("");
    wish["age"] = false;
    wish["places"] = Json::array({{{"lat", kParis.lat}, {"lon", kParis.lon}}});
    auto const response = ask(wish);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.header("Content-Type"), kProblemType);
    std::vector<std::string> fields;
    auto const problem = Json::parse(response.body);
    for (auto const& error : problem.at("errors")) {
        fields.push_back(error.at("field"));
    }
    EXPECT_THAT(fields, testing::ElementsAre("age", "name", "places"));
    EXPECT_EQ(count_rows(test, "request"), 0);
}

TEST_P(Api, HerTokenOpensHersAndNothingElseDoes)
{
    auto const token = Json::parse(ask(wish_of("Ana")).body).at("token").get<std::string>();
    auto const page = Json::parse(get("/mine", bearer(token)).body);
    EXPECT_EQ(page.at("name"), "Ana");
    EXPECT_EQ(page.at("requests")[0].at("free_times")[0].at("time"), "evening");
    for (auto const& headers : {Headers{}, bearer("forged"), Headers{{"authorization", token}}}) {
        auto const response = get("/mine", headers);
        EXPECT_EQ(response.status, 401);
        EXPECT_EQ(response.header("WWW-Authenticate"), "Bearer");
        EXPECT_THAT(response.body, Not(HasSubstr("Ana")));
    }
}

TEST_P(Api, ASessionsCookieCountsOnlyFromOurOwnPages)
{
    auto const token = given_session(test, {.role = Role::desk, .id = 7, .bcu = kBcu});
    auto const sign_out = [&](std::string const& from) {
        Request request{
            .method = Method::remove,
            .path = "/api/v1/sessions/current",
            .headers = {{"sec-fetch-site", from}}};
        request.cookies.set("session", token);
        return respond(site, router, std::move(request)).status;
    };
    EXPECT_EQ(sign_out("cross-site"), 403);
    EXPECT_EQ(get("/sessions/current", bearer(token)).status, 200);
    EXPECT_EQ(sign_out("same-origin"), 204);
    EXPECT_EQ(get("/sessions/current", bearer(token)).status, 401);
}

TEST_P(Api, TheDeskAnswersByVersionAndOthersMayNot)
{
    Person const sender{.role = Role::partner, .id = given_partner(test).value};
    app::receive_report(test.app(), sender, {.category = Category::path, .place = kCamberwell});
    auto const desk = bearer(given_session(test, {.role = Role::desk, .id = 7, .bcu = kBcu}));
    auto const olive = bearer(given_session(test, {.role = Role::oversight, .id = 8}));
    auto const concern = Json::parse(get("/desk/concerns", desk).body).at("concerns")[0];
    auto const path = "/desk/concerns/" + concern.at("id").get<std::string>() + "/answers";
    Json const answer{
        {"version", concern.at("version")},
        {"kind", "done"},
        {"sentence", "The path was cleared on Monday."}};
    EXPECT_EQ(post(path, answer, olive).status, 403);
    EXPECT_EQ(post(path, answer, desk).status, 201);
    EXPECT_EQ(post(path, answer, desk).status, 409);
    EXPECT_EQ(count_rows(test, "answer"), 1);
}

TEST_P(Api, SaysWhenToTryAgainAfterTooMany)
{
    Json report{{"place", point()}, {"category", "path"}, {"severity", 1}, {"felt", "dark"}};
    int status = 0;
    Response last;
    for (int i = 0; i < 31; ++i) {
        report["client_id"] = fmt::format("report-{:03}", i);
        last = post("/reports", report);
        status = i < 30 ? std::max(status, last.status) : status;
    }
    EXPECT_EQ(status, 204);
    EXPECT_EQ(last.status, 429);
    EXPECT_EQ(last.header("Retry-After"), "600");
}

TEST_P(Api, SaysWhereBrokenJsonStops)
{
    auto const response = respond(
        site,
        router,
        {.method = Method::post,
         .path = "/api/v1/reports",
         .headers = {{"content-type", "application/json"}},
         .body = R"({"a": 1,})"});
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.body, HasSubstr("stopped at byte 9"));
}

TEST(ApiTable, HasEachOperationOnceWithAllThatItNeeds)
{
    std::set<std::string_view> ids;
    for (auto const& endpoint : list_endpoints()) {
        EXPECT_TRUE(ids.insert(endpoint.id).second) << endpoint.id;
        EXPECT_NE(endpoint.handle, nullptr) << endpoint.id;
        EXPECT_EQ(endpoint.answer.status == 204, endpoint.answer.contents.empty()) << endpoint.id;
    }
    auto const document = Json::parse(openapi_text());
    std::size_t operations = 0;
    for (auto const& [path, methods] : document.at("paths").items()) {
        operations += methods.size();
    }
    EXPECT_EQ(operations, list_endpoints().size());
}

} // namespace
} // namespace wt::web::api
