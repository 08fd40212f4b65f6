#include "web/response.hpp"

#include <fmt/format.h>

#include <cassert>

namespace wt::web {

Response& Response::with_header(std::string name, std::string value) &
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response&& Response::with_header(std::string name, std::string value) &&
{
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

std::string_view Response::header(std::string_view name) const
{
    for (auto const& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::string_view reason_of(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return status < 400 ? "Success" : status < 500 ? "Refused" : "Server Error";
    }
}

Response page(Html const& content, int status)
{
    Response response{.status = status, .body = content.str()};
    return std::move(response).with_header("Content-Type", "text/html; charset=utf-8");
}

Response see_other(std::string_view path)
{
    assert(path.starts_with('/') && !path.starts_with("//") && is_safe_url(path));
    Response response{.status = 303};
    return std::move(response).with_header("Location", std::string{path});
}

Response content(std::string_view type, std::string body, int status)
{
    Response response{.status = status, .body = std::move(body)};
    return std::move(response).with_header("Content-Type", std::string{type});
}

void set_cookie(
    Response& response, std::string_view name, std::string_view value, CookieOptions options)
{
    std::string cookie =
        fmt::format("{}={}; Path={}; HttpOnly; SameSite=Lax", name, value, options.path);
    if (options.max_age.count() > 0) {
        cookie += fmt::format("; Max-Age={}", options.max_age.count());
    }
    if (options.is_secure) {
        cookie += "; Secure";
    }
    response.with_header("Set-Cookie", std::move(cookie));
}

void drop_cookie(Response& response, std::string_view name, CookieOptions options)
{
    response.with_header(
        "Set-Cookie",
        fmt::format(
            "{}=; Path={}; HttpOnly; SameSite=Lax; Max-Age=0{}",
            name,
            options.path,
            options.is_secure ? "; Secure" : ""));
}

} // namespace wt::web
