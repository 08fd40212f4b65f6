#pragma once

#include "web/request_guard.hpp"

#include <asio.hpp>

#include <string>

namespace wt::web {

/// A socket that shows every byte it reads to a `RequestGuard` first. On a refusal it answers by
/// itself and reports an error, upon which the server closes the connection.
class GuardedSocket : public asio::ip::tcp::socket
{
public:
    using asio::ip::tcp::socket::socket;

    template <class Buffer, class ReadHandler>
    void async_read_some(Buffer const& buffer, ReadHandler handler)
    {
        auto executor = asio::get_associated_executor(handler, get_executor());
        asio::ip::tcp::socket::async_read_some(
            buffer,
            asio::bind_executor(
                executor,
                [this, data = asio::mutable_buffer{buffer}.data(), next = std::move(handler)](
                    asio::error_code const& error, std::size_t size) mutable {
                    auto outcome = error;
                    if (!error) {
                        int const status = guard_.feed({static_cast<char const*>(data), size});
                        if (status != 0) {
                            refuse(status);
                            outcome = asio::error::connection_aborted;
                        }
                    }
                    next(outcome, size);
                }));
    }

private:
    void refuse(int status)
    {
        auto const answer = "HTTP/1.1 " + std::to_string(status) +
                            " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        asio::error_code ignored; // who sent such a thing may also not listen
        asio::write(*this, asio::buffer(answer), ignored);
        ignored = shutdown(shutdown_send, ignored);
    }

    RequestGuard guard_;
};

} // namespace wt::web
