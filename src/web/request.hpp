#pragma once

#include "base/id.hpp"
#include "web/fields.hpp"
#include "web/texts.hpp"

#include <map>
#include <string>
#include <string_view>

namespace wt::web {

enum class Method
{
    get,
    head,
    post,
    put,
    patch,
    remove,
    other
};

/// What a browser asked, read and checked for form; a plain value, so tests make their own.
struct Request
{
    Method method = Method::get;
    std::string path{};      ///< decoded, starts with `/`, without query
    std::string raw_query{}; ///< as sent; read into `query` before a handler sees the request
    Fields query{};
    Fields cookies{};
    std::map<std::string, std::string, std::less<>> headers{}; ///< names in lower case
    std::string body{};
    bool is_loopback = false; ///< came from this machine and through no proxy
    std::string client{}; ///< tells clients apart, for limits: a hash that this process alone makes
    std::map<std::string, std::string, std::less<>> parameters{}; ///< `{name}` of the route
    /// Where a GET shows a page again: of a form that was refused, the page it stood on.
    std::string page_path{};
    Texts const* texts = nullptr; ///< set before a handler sees the request

    /// Translates: `t("Ask for a walk")`.
    [[nodiscard]] Texts const& t() const { return *texts; }

    /// The route's `{name}`; empty if the route has none.
    [[nodiscard]] std::string_view path_text(std::string_view name) const;

    /// The route's `{name}` as an id.
    /// \throws Refusal not_found if it is not a positive number
    template <class AnId>
    [[nodiscard]] AnId path_id(std::string_view name) const
    {
        return AnId{positive_number(path_text(name))};
    }

    /// The header, empty if absent.
    [[nodiscard]] std::string_view header(std::string_view lower_name) const;

    /// The fields of the posted form.
    /// \throws Refusal invalid_input if the body is of another kind or cannot be read
    [[nodiscard]] Fields form() const;

    /// True for methods that must not change anything.
    [[nodiscard]] bool is_safe() const { return method == Method::get || method == Method::head; }

private:
    static std::int64_t positive_number(std::string_view text);
};

} // namespace wt::web
