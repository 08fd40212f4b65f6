#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace wt::web {

struct ServerOptions
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any free one
    std::size_t io_threads = 2;
    std::size_t workers = 32;      ///< threads that run handlers; writers among them share a commit
    std::size_t queue_limit = 512; ///< requests that wait for a worker; more are answered with 503
    std::size_t connection_limit = 4096;
    std::chrono::seconds read_limit{10};   ///< for a whole request, headers and body
    std::chrono::seconds handle_limit{30}; ///< for its answer
    std::chrono::seconds write_limit{30};
};

/// The HTTP server: starts in the constructor, stops in the destructor.
class Server
{
public:
    /// \throws std::exception if the address cannot be listened on
    Server(Site& site, Router const& router, ServerOptions const& options);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Serves until SIGTERM or SIGINT, then answers what is under way and returns.
/// To be called before other threads are started: they must inherit that these signals are blocked.
/// \param on_ready  called with the port once requests are taken
void serve_until_signal(
    Site& site,
    Router const& router,
    ServerOptions const& options,
    std::function<void(std::uint16_t)> const& on_ready);

} // namespace wt::web
