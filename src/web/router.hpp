#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wt::web {

class Site;

/// One file per resource holds such functions: parse, call app, render.
using Handler = Response (*)(Site& site, Request const& request);

struct RouteOptions
{
    std::size_t body_limit = 64 * 1024; ///< bytes; more is answered with 413
    bool loopback_only = false;         ///< for others the page does not exist
    bool cross_site = false;            ///< other sites may post here (an API without cookies)
    bool same_for_everyone = false;     ///< GET without holes whose page depends on language alone
};

struct Route
{
    Method method;
    std::string pattern; ///< as added: what logs and metrics show instead of the path
    Handler handler;
    RouteOptions options;
};

/// Finds the handler for a path. A pattern is `/walks/{walk}/acceptance`; a `{name}` takes one
/// non-empty segment, `{name...}` at the end the whole rest; words win over holes.
class Router
{
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// \pre no route with this method and shape is there yet
    void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});

    struct Found
    {
        Route const* route = nullptr; ///< null: no such path, or not with this method
        std::map<std::string, std::string, std::less<>> parameters;
        std::string allowed; ///< methods for `Allow`; empty: no such path
    };

    /// Looks `path` up; HEAD is served by GET.
    [[nodiscard]] Found find(Method method, std::string_view path) const;

    /// The paths of pages that can be made ahead.
    [[nodiscard]] std::vector<std::string> const& list_same_for_everyone() const
    {
        return same_for_everyone_;
    }

private:
    struct Node;
    std::unique_ptr<Node> root_;
    std::vector<std::string> same_for_everyone_;
};

/// `GET`, `POST` …
std::string_view name_of(Method method);

} // namespace wt::web
