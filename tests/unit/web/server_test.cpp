#include "support/test_app.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"
#include "web/worker_pool.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <future>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace wt::web {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// A connection to this machine that sends bytes as they are.
class Connection
{
public:
    explicit Connection(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the interface of sockets
        auto const* const generic = reinterpret_cast<sockaddr const*>(&address);
        is_open_ = ::connect(socket_, generic, sizeof address) == 0;
    }
    ~Connection() { ::close(socket_); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    void send(std::string_view bytes)
    {
        is_open_ = is_open_ && ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) >= 0;
    }

    /// Everything until the other side closes.
    std::string receive_all()
    {
        std::string all;
        std::array<char, 4096> part{};
        for (ssize_t size = 1; size > 0;) {
            size = ::recv(socket_, part.data(), part.size(), 0);
            all.append(part.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
        }
        return all;
    }

    [[nodiscard]] bool is_open() const { return is_open_; }

private:
    int socket_;
    bool is_open_ = false;
};

class ServerTest : public testing::Test
{
protected:
    std::string answer_to(std::string_view bytes)
    {
        Connection connection{server.port()};
        connection.send(bytes);
        return connection.receive_all();
    }

    TestApp test;
    Site site{test.app(), SecretKey::make_random()};
    Router router = make_router();
    Server server{site, router, {.port = 0, .workers = 2}};
};

TEST_F(ServerTest, ServesThePageMadeAheadPlainAndCompressed)
{
    auto const plain = answer_to("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(plain, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(plain, HasSubstr("Ask for a walk"));
    auto const zipped = answer_to(
        "GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(zipped, HasSubstr("Content-Encoding: gzip\r\n"));
    EXPECT_LT(zipped.size(), plain.size() / 2);
}

TEST_F(ServerTest, SendsHeadersOnlyForHead)
{
    auto const answer = answer_to("HEAD /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, GivesTheLengthOfTheBodyForHead)
{
    for (std::string const path : {"/", "/healthz", "/assets/none", "/ask/age"}) {
        for (std::string const encoding : {"", "Accept-Encoding: gzip\r\n"}) {
            auto const rest = fmt::format(
                " {} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{}\r\n", path, encoding);
            auto const got = answer_to("GET" + rest);
            auto const end = got.find("\r\n\r\n") + 4;
            auto const length = "Content-Length: " + std::to_string(got.size() - end) + "\r\n";
            EXPECT_THAT(got.substr(0, end), HasSubstr(length)) << path;
            auto const head = answer_to("HEAD" + rest);
            EXPECT_THAT(head, HasSubstr(length)) << path;
            EXPECT_TRUE(head.ends_with("\r\n\r\n")) << path;
        }
    }
}

TEST_F(ServerTest, ClosesOnWhoSendsItsRequestTooSlowly)
{
    using namespace std::chrono_literals;
    Server const strict{site, router, {.port = 0, .workers = 1, .read_limit = 1s}};
    Connection slow{strict.port()};
    auto const start = std::chrono::steady_clock::now();
    slow.send("POST /language HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n");
    // A byte now and then does not put the limit off.
    while (slow.is_open() && std::chrono::steady_clock::now() - start < 5s) {
        slow.send("a");
        std::this_thread::sleep_for(100ms);
    }
    EXPECT_FALSE(slow.is_open());
    EXPECT_THAT(slow.receive_all(), testing::IsEmpty());
}

TEST_F(ServerTest, RefusesAtTheDoorWhatTheParserWouldTake)
{
    EXPECT_THAT(answer_to("GET / HTTP/1.1\nHost: a\n\n"), StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(answer_to("GET / HTTP/1.1\r\nHost : a\r\n\r\n"), StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(
        answer_to("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                  "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(
        answer_to("POST /language HTTP/1.1\r\nHost: a\r\nContent-Length: 8388609\r\n\r\n"),
        StartsWith("HTTP/1.1 413"));
}

TEST_F(ServerTest, AnswersBesideFiveHundredHalfOpenConnections)
{
    std::vector<std::unique_ptr<Connection>> half_open;
    for (int i = 0; i < 500; ++i) {
        half_open.push_back(std::make_unique<Connection>(server.port()));
        half_open.back()->send("POST /language HTTP/1.1\r\nHost: a\r\nContent-Le");
        ASSERT_TRUE(half_open.back()->is_open());
    }
    EXPECT_THAT(
        answer_to("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
        StartsWith("HTTP/1.1 200"));
}

TEST(WorkerPool, TurnsAwayWhatItsQueueCannotHold)
{
    std::promise<void> gate;
    auto const opened = gate.get_future().share();
    std::promise<void> running;
    std::atomic<int> done = 0;
    WorkerPool pool{1, 2};
    ASSERT_TRUE(pool.submit([&] {
        running.set_value();
        opened.wait();
    }));
    running.get_future().wait();
    EXPECT_TRUE(pool.submit([&] { ++done; }));
    EXPECT_TRUE(pool.submit([&] { ++done; }));
    EXPECT_FALSE(pool.submit([&] { ++done; }));
    gate.set_value();
    pool.stop();
    EXPECT_EQ(done, 2);
    EXPECT_FALSE(pool.submit([&] { ++done; }));
}

} // namespace
} // namespace wt::web
