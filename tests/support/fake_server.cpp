#include "support/fake_server.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace wt {

FakeServer::FakeServer(Talk talk)
    : talk_{std::move(talk)}, listener_{::socket(AF_INET, SOCK_STREAM, 0)}
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, generic, length) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, generic, &length) != 0) {
        throw std::runtime_error{"cannot listen"};
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { serve(); }};
}

FakeServer::~FakeServer()
{
    stop();
    ::close(listener_);
}

void FakeServer::stop()
{
    if (thread_.joinable()) {
        ::shutdown(listener_, SHUT_RDWR); // ends accept
        thread_.join();
    }
}

std::vector<std::string> const& FakeServer::lines()
{
    stop();
    return lines_;
}

void FakeServer::serve()
{
    for (int connection = ::accept(listener_, nullptr, nullptr); connection >= 0;
         connection = ::accept(listener_, nullptr, nullptr)) {
        talk_on(connection);
        ::close(connection);
    }
}

void FakeServer::talk_on(int connection)
{
    auto const read_line = [&] {
        std::string line;
        char c = 0;
        while (::recv(connection, &c, 1, 0) == 1 && c != '\n') {
            line += c;
        }
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        return lines_.emplace_back(line);
    };
    auto const write = [&](std::string const& text) {
        ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    };
    talk_(read_line, write);
}

FakeServer::Talk smtp_talk(std::string const& rcpt_answer)
{
    return [rcpt_answer](FakeServer::ReadLine const& read, FakeServer::Write const& write) {
        write("220 fake\r\n");
        for (auto line = read(); !line.empty(); line = read()) {
            if (line == "QUIT") {
                write("221 bye\r\n");
                return;
            }
            if (line.starts_with("RCPT")) {
                write(rcpt_answer + "\r\n");
            } else if (line == "DATA") {
                write("354 go on\r\n");
                while (read() != ".") {
                }
                write("250 taken\r\n");
            } else {
                write("250 ok\r\n");
            }
        }
    };
}

FakeServer::Talk http_talk(int status)
{
    return http_talk(std::vector{HttpAnswer{.status = status}});
}

FakeServer::Talk http_talk(std::vector<HttpAnswer> answers)
{
    return [answers = std::move(answers), next = std::size_t{0}](
               FakeServer::ReadLine const& read, FakeServer::Write const& write) mutable {
        while (!read().empty()) {
        }
        auto const& [status, body] = answers.at(std::min(next++, answers.size() - 1));
        write(
            "HTTP/1.1 " + std::to_string(status) +
            " x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        read(); // the body; it ends when the client closes
    };
}

} // namespace wt
