#pragma once

#include "support/given.hpp"
#include "support/test_app.hpp"
#include "web/dispatch.hpp"
#include "web/routes.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wt::web {

/// Someone at the pages of a test installation: keeps cookies as a browser does, follows nothing.
class Browser
{
public:
    explicit Browser(TestApp& test) : site_{test.app(), SecretKey::make_random()} {}

    Response get(std::string const& path)
    {
        auto const query = path.find('?');
        return send(
            {.method = Method::get,
             .path = path.substr(0, query),
             .raw_query = query == std::string::npos ? "" : path.substr(query + 1)});
    }

    /// From the machine itself, as Prometheus asks.
    Response get_from_here(std::string const& path)
    {
        return send({.method = Method::get, .path = path, .is_loopback = true});
    }

    using Form = std::vector<std::pair<std::string, std::string>>;

    Response post(std::string const& path, Form form = {})
    {
        return post_body(path, write_urlencoded(Fields{std::move(form)}));
    }

    Response post_body(std::string const& path, std::string body)
    {
        return send(
            {.method = Method::post,
             .path = path,
             .headers = {{"content-type", "application/x-www-form-urlencoded"}},
             .body = std::move(body)});
    }

    void forget_cookies() { cookies_ = Fields{}; }
    /// From another network from now on.
    void move_to(std::string client) { client_ = std::move(client); }
    [[nodiscard]] Fields const& cookies() const { return cookies_; }
    void put_cookies(Fields cookies) { cookies_ = std::move(cookies); }

private:
    Response send(Request request)
    {
        request.cookies = cookies_;
        request.client = client_;
        auto response = respond(site_, router_, std::move(request));
        for (auto const& [name, value] : response.headers) {
            if (name == "Set-Cookie") {
                keep(value);
            }
        }
        return response;
    }

    void keep(std::string_view header)
    {
        auto const pair = header.substr(0, header.find(';'));
        auto const name = pair.substr(0, pair.find('='));
        bool const is_dropped = header.find("Max-Age=0") != std::string_view::npos;
        if (is_dropped) {
            cookies_.set_list(name, {});
        } else {
            cookies_.set(name, std::string{pair.substr(name.size() + 1)});
        }
    }

    Site site_;
    Router router_ = make_router();
    Fields cookies_;
    std::string client_ = "hers";
};

/// Where a response leads; empty if it leads nowhere.
inline std::string where_to(Response const& response)
{
    return response.status == 303 ? std::string{response.header("Location")} : std::string{};
}

} // namespace wt::web
