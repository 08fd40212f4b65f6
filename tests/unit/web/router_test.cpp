#include "base/refusal.hpp"
#include "scheme/ids.hpp"
#include "web/router.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

Response nothing(Site&, Request const&)
{
    return {};
}

Router make_small_router()
{
    Router router;
    for (auto const* const pattern :
         {"/",
          "/walks",
          "/walks/new",
          "/walks/{walk}",
          "/walks/{walk}/stops/{stop}",
          "/files/{path...}"}) {
        router.add(Method::get, pattern, nothing);
    }
    router.add(Method::post, "/walks/{walk}", nothing, {.body_limit = 10});
    return router;
}

TEST(Router, GivesPatternAndParameters)
{
    auto const found = make_small_router().find(Method::get, "/walks/7/stops/b");
    EXPECT_EQ(found.parameters.at("walk"), "7");
    EXPECT_EQ(found.parameters.at("stop"), "b");
}

TEST(Router, LetsWordsWinOverHoles)
{
    auto const router = make_small_router();
    EXPECT_EQ(router.find(Method::get, "/walks/new").route->pattern, "/walks/new");
    EXPECT_EQ(router.find(Method::get, "/walks/8").route->pattern, "/walks/{walk}");
}

TEST(Router, TakesTheRestWithItsSlashes)
{
    auto const found = make_small_router().find(Method::get, "/files/a/b/c.png");
    EXPECT_EQ(found.parameters.at("path"), "a/b/c.png");
}

TEST(Router, SaysWhichMethodsAPathHas)
{
    auto const router = make_small_router();
    auto const found = router.find(Method::put, "/walks/7");
    EXPECT_EQ(found.route, nullptr);
    EXPECT_EQ(found.allowed, "GET, HEAD, POST");
    EXPECT_NE(router.find(Method::head, "/walks/7").route, nullptr);
}

TEST(Router, FindsNoEmptySegmentsOrTails)
{
    auto const router = make_small_router();
    for (auto const* const path : {"/walks/", "/walks//stops/1", "//", "walks", "/walks/7/", ""}) {
        auto const found = router.find(Method::get, path);
        EXPECT_EQ(found.route, nullptr) << path;
        EXPECT_EQ(found.allowed, "") << path;
    }
}

TEST(Request, RefusesIdsThatAreNoPositiveNumbers)
{
    Request request{};
    for (auto const* const text : {"0", "-1", "x", "1x", "99999999999999999999", ""}) {
        request.parameters["walk"] = text;
        EXPECT_THROW((void)request.path_id<WalkId>("walk"), Refusal) << text;
    }
    request.parameters["walk"] = "12";
    EXPECT_EQ(request.path_id<WalkId>("walk"), WalkId{12});
}

} // namespace
} // namespace wt::web
