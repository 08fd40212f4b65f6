#pragma once

#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace wt {

/// Answers on a port of this machine, one connection after the other, and keeps what it was told.
class FakeServer
{
public:
    /// Talks on one connection: reads lines with the first, writes with the second argument.
    using ReadLine = std::function<std::string()>;
    using Write = std::function<void(std::string const&)>;
    using Talk = std::function<void(ReadLine const&, Write const&)>;

    explicit FakeServer(Talk talk);
    ~FakeServer();
    FakeServer(FakeServer const&) = delete;
    FakeServer& operator=(FakeServer const&) = delete;

    [[nodiscard]] int port() const { return port_; }
    /// Stops serving. \returns every line that came in, without its line end.
    [[nodiscard]] std::vector<std::string> const& lines();

private:
    void stop();
    void serve();
    void talk_on(int connection);

    Talk talk_;
    int listener_;
    int port_ = 0;
    std::vector<std::string> lines_;
    std::thread thread_;
};

/// A mail server that answers RCPT with `rcpt_answer` and accepts everything else.
FakeServer::Talk smtp_talk(std::string const& rcpt_answer = "250 ok");

/// A web server that answers a POST with `status`.
FakeServer::Talk http_talk(int status);

struct HttpAnswer
{
    int status = 200;
    std::string body{};
};

/// A web server that gives its answers one after the other, and the last of them from then on.
FakeServer::Talk http_talk(std::vector<HttpAnswer> answers);

} // namespace wt
