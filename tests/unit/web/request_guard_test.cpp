#include "web/request_guard.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

int verdict(std::string_view bytes)
{
    return RequestGuard{}.feed(bytes);
}

TEST(RequestGuard, LetsOrdinaryRequestsPassInAnyPieces)
{
    std::string const requests = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
                                 "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: "
                                 "5\r\n\r\na\nb\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t size = 1; size < requests.size(); ++size) {
        RequestGuard guard;
        for (std::size_t at = 0; at < requests.size(); at += size) {
            ASSERT_EQ(guard.feed(std::string_view{requests}.substr(at, size)), 0) << size;
        }
    }
}

TEST(RequestGuard, RefusesBareLineFeeds)
{
    EXPECT_EQ(verdict("GET / HTTP/1.1\nHost: a\n\n"), 400);
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"), 400);
}

TEST(RequestGuard, RefusesSpaceBeforeTheColonAndFoldedLines)
{
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\nHost : a\r\n\r\n"), 400);
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\nHost: a\r\n b: c\r\n\r\n"), 400);
}

TEST(RequestGuard, RefusesEveryDoubtAboutTheLength)
{
    std::string const start = "POST / HTTP/1.1\r\nHost: a\r\n";
    EXPECT_EQ(verdict(start + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
    EXPECT_EQ(verdict(start + "Transfer-Encoding: chunked\r\n\r\n"), 501);
    EXPECT_EQ(verdict(start + "Content-Length: 3\r\nContent-Length: 3\r\n\r\n"), 400);
    EXPECT_EQ(verdict(start + "Content-Length: +3\r\n\r\n"), 400);
    EXPECT_EQ(verdict(start + "Content-Length: 0x3\r\n\r\n"), 400);
    EXPECT_EQ(verdict(start + "Content-Length: 99999999999999999999\r\n\r\n"), 413);
    EXPECT_EQ(verdict(start + "Content-Length: 8388609\r\n\r\n"), 413);
    EXPECT_EQ(verdict(start + "Content-Length: 8388608\r\n\r\n"), 0);
}

TEST(RequestGuard, WantsExactlyOneHost)
{
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\n\r\n"), 400);
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
}

TEST(RequestGuard, BoundsTheHeaders)
{
    RequestGuard guard{{.header_bytes = 100}};
    EXPECT_EQ(guard.feed("GET / HTTP/1.1\r\nHost: a\r\nX: "), 0);
    EXPECT_EQ(guard.feed(std::string(100, 'x')), 431);
}

} // namespace
} // namespace wt::web
