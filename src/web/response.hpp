#pragma once

#include "web/html.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wt::web {

/// What goes back to the browser. Security headers are added to every response by the server.
struct Response
{
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    /// Bytes that many responses share (assets, pages made ahead); used instead of `body` if set.
    std::shared_ptr<std::string const> shared_body{};
    /// Makes a body too long to be held at once, part by part, each once the one before has gone;
    /// an empty part is the end. Used instead of `body` if set.
    std::function<std::string()> next_part{};

    Response& with_header(std::string name, std::string value) &;
    Response&& with_header(std::string name, std::string value) &&;
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] std::string_view content() const
    {
        return shared_body ? std::string_view{*shared_body} : std::string_view{body};
    }
};

/// "Not Found" of 404.
std::string_view reason_of(int status);

/// A complete page; never kept by a cache unless it says otherwise.
Response page(Html const& content, int status = 200);

/// "Look there instead", after a form was taken (303).
/// \pre `path` is one of ours: starts with a single `/`
Response see_other(std::string_view path);

/// Plain text, GeoJSON and the like.
Response content(std::string_view type, std::string body, int status = 200);

struct CookieOptions
{
    std::chrono::seconds max_age{0}; ///< 0: until the browser is closed
    bool is_secure = true;           ///< https only
    std::string_view path = "/";
};

/// Sets a cookie that scripts cannot read and other sites cannot send along with a form.
/// \pre `value` holds only what a cookie may (base64url, %-escapes)
void set_cookie(
    Response& response, std::string_view name, std::string_view value, CookieOptions options);
void drop_cookie(Response& response, std::string_view name, CookieOptions options);

} // namespace wt::web
