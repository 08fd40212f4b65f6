#include "web/server.hpp"

#include "base/crypto.hpp"
#include "base/error_text.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/client.hpp"
#include "web/dispatch.hpp"
#include "web/guarded_socket.hpp"
#include "web/pages/errors.hpp"
#include "web/prepared.hpp"
#include "web/worker_pool.hpp"

#include <restinio/all.hpp>
#include <spdlog/spdlog.h>

#include <atomic>
#include <csignal>
#include <future>
#include <system_error>

namespace wt::web {

namespace {

struct ServerTraits : restinio::traits_t<
                          restinio::asio_timer_manager_t,
                          restinio::null_logger_t,
                          restinio::details::autodetect_request_handler_type,
                          restinio::default_strand_t,
                          GuardedSocket>
{
    static constexpr bool use_connection_count_limiter = true;
};

Method method_of(restinio::http_method_id_t method)
{
    for (auto const candidate :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::remove}) {
        if (name_of(candidate) == method.c_str()) {
            return candidate;
        }
    }
    return Method::other;
}

bool is_from_this_machine(restinio::request_t const& incoming, Request const& request)
{
    // A proxy on this machine speaks for the world.
    for (std::string_view const proxy : {"forwarded", "x-forwarded-for", "x-real-ip", "via"}) {
        if (!request.header(proxy).empty()) {
            return false;
        }
    }
    return incoming.remote_endpoint().address().is_loopback();
}

/// The client's network, hidden under `key`.
std::string
client_of(restinio::request_t const& incoming, Request const& request, SecretKey const& key)
{
    return keyed_hash(
        key,
        client_network(
            incoming.remote_endpoint().address().to_string(), request.header("x-forwarded-for")));
}

/// All but the client. Nothing if the path cannot be read.
std::optional<Request> read_request(restinio::request_t const& incoming)
{
    Request request;
    auto const& header = incoming.header();
    request.method = method_of(header.method());
    for (auto const& field : header) {
        auto const name = to_lower(field.name());
        request.headers.emplace(name, field.value());
        if (name == "x-forwarded-for") {
            request.headers[name] = field.value(); // some proxies add a line of their own, the last
        }
    }
    request.cookies = read_cookies(request.header("cookie"));
    request.is_loopback = is_from_this_machine(incoming, request);
    request.body = incoming.body();
    auto const target = std::string_view{header.request_target()};
    auto const question = target.find('?');
    auto path = percent_decoded(target.substr(0, question));
    if (!path || !path->starts_with('/')) {
        return std::nullopt;
    }
    request.path = std::move(*path);
    if (question != std::string_view::npos) {
        request.raw_query = target.substr(question + 1);
    }
    return request;
}

template <class Builder>
void add_headers(Builder& builder, Response const& response)
{
    for (auto const& [name, value] : response.headers) {
        builder.header().add_field(name, value);
    }
    builder.append_header_date_field();
}

/// Sends each part once the one before has gone, so that a long answer never stands in memory.
/// Keeps this thread until then; a client that takes nothing is cut off by `write_limit`.
void write_parts(
    restinio::request_handle_t const& incoming,
    restinio::http_status_line_t status,
    Response const& response)
{
    auto builder = incoming->create_response<restinio::chunked_output_t>(std::move(status));
    add_headers(builder, response);
    try {
        for (auto part = response.next_part(); !part.empty(); part = response.next_part()) {
            auto const gone = std::make_shared<std::promise<bool>>();
            auto is_gone = gone->get_future();
            builder.append_chunk(std::move(part));
            builder.flush([gone](auto const& error) { gone->set_value(!error); });
            if (!is_gone.get()) {
                return;
            }
        }
    } catch (std::exception const& error) {
        // The status has left: the missing last chunk tells the client.
        spdlog::error("a long answer broke off: {}", text_to_log(error));
        return;
    }
    builder.done();
}

void write(restinio::request_handle_t const& incoming, Response const& response)
{
    restinio::http_status_line_t status{
        restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)},
        std::string{reason_of(response.status)}};
    if (response.next_part && incoming->header().method() != restinio::http_method_head()) {
        write_parts(incoming, std::move(status), response);
        return;
    }
    auto const& body = response.shared_body ? *response.shared_body : response.body;
    if (incoming->header().method() == restinio::http_method_head()) {
        // The length that GET would send, without what has it.
        auto builder =
            incoming->create_response<restinio::user_controlled_output_t>(std::move(status));
        add_headers(builder, response);
        builder.set_content_length(body.size());
        builder.done();
        return;
    }
    auto builder = incoming->create_response(std::move(status));
    add_headers(builder, response);
    if (response.shared_body) {
        builder.set_body(response.shared_body);
    } else {
        builder.set_body(response.body);
    }
    builder.done();
}

} // namespace

struct Server::Impl
{
    using Running = restinio::running_server_handle_t<ServerTraits>;

    Impl(Site& the_site, Router const& the_router, ServerOptions const& options)
        : site{the_site}, router{the_router}, prepared{the_site, the_router},
          pool{options.workers, options.queue_limit}
    {
        try {
            server = restinio::run_async(
                restinio::own_io_context(), make_settings(options), options.io_threads);
        } catch (std::system_error const&) {
            throw Refusal{
                Refusal::invalid_input,
                {N_("Nothing can listen on {1}, port {2}: it is no address of this machine, or "
                    "something else listens there."),
                 {options.address, std::to_string(options.port)}}};
        }
    }

    ~Impl()
    {
        pool.stop(); // answers what is under way, while the connections are still there
        server->stop();
        server->wait();
    }

    restinio::server_settings_t<ServerTraits> make_settings(ServerOptions const& options)
    {
        restinio::server_settings_t<ServerTraits> settings;
        settings.address(options.address)
            .port(options.port)
            .read_next_http_message_timelimit(options.read_limit)
            .handle_request_timeout(options.handle_limit)
            .write_http_response_timelimit(options.write_limit)
            .max_parallel_connections(options.connection_limit)
            .buffer_size(16 * 1024)
            .max_pipelined_requests(8)
            .concurrent_accepts_count(options.io_threads)
            .acceptor_options_setter(
                [](auto& acceptor) { acceptor.set_option(asio::socket_base::reuse_address{true}); })
            .socket_options_setter(
                [](auto& socket) { socket.set_option(asio::ip::tcp::no_delay{true}); })
            .acceptor_post_bind_hook(
                [this](auto& acceptor) { port = acceptor.local_endpoint().port(); })
            .request_handler([this](auto const& incoming) { return take(incoming); });
        return settings;
    }

    /// On a thread of the network: answers at once what costs nothing, hands on the rest.
    restinio::request_handling_status_t take(restinio::request_handle_t const& incoming)
    {
        auto request = read_request(*incoming);
        if (!request) {
            Request const unreadable{.texts = &site.languages.list().front()};
            write(incoming, error_page(site, unreadable, 400));
            return restinio::request_accepted();
        }
        if (auto const* const made = prepared.find(site, *request)) {
            write(incoming, *made);
            site.metrics.count(
                request->path,
                name_of(request->method),
                made->status,
                std::chrono::duration<double>{});
            return restinio::request_accepted();
        }
        request->client = client_of(*incoming, *request, client_key);
        auto shared = std::make_shared<Request>(std::move(*request));
        bool const is_taken = pool.submit([this, incoming, shared] {
            write(incoming, respond(site, router, std::move(*shared)));
        });
        if (!is_taken) {
            shared->texts = &site.languages.list().front();
            write(incoming, error_page(site, *shared, 503).with_header("Retry-After", "5"));
            site.metrics.count("(queue)", "GET", 503, std::chrono::duration<double>{});
        }
        return restinio::request_accepted();
    }

    Site& site;
    Router const& router;
    PreparedPages prepared;
    WorkerPool pool;
    SecretKey const client_key = SecretKey::make_random();
    std::atomic<std::uint16_t> port = 0;
    Running server;
};

Server::Server(Site& site, Router const& router, ServerOptions const& options)
    : impl_{std::make_unique<Impl>(site, router, options)}
{
}

Server::~Server() = default;

std::uint16_t Server::port() const
{
    return impl_->port;
}

void serve_until_signal(
    Site& site,
    Router const& router,
    ServerOptions const& options,
    std::function<void(std::uint16_t)> const& on_ready)
{
    // Blocked before threads start, so that they inherit it and only we take the signal.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    Server const server{site, router, options};
    on_ready(server.port());
    int received = 0;
    sigwait(&signals, &received);
    spdlog::info("stopping");
}

} // namespace wt::web
