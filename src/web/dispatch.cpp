#include "web/dispatch.hpp"

#include "base/crypto.hpp"
#include "base/error_text.hpp"
#include "base/refusal.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/errors.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace wt::web {

namespace {

int status_of(Refusal::Kind kind)
{
    switch (kind) {
    case Refusal::invalid_input:
        return 422;
    case Refusal::forbidden:
        return 403;
    case Refusal::not_found:
        return 404;
    case Refusal::conflict:
        return 409;
    case Refusal::too_many:
        return 429;
    }
    return 500;
}

/// Strict: no code or style within pages, nothing from or to other sites.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

void add_security_headers(Site const& site, Response& response)
{
    auto& headers = response.headers;
    headers.emplace_back("Content-Security-Policy", kContentSecurityPolicy);
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back(
        "Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
    if (site.is_https) {
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    }
    if (response.header("Cache-Control").empty()) {
        headers.emplace_back("Cache-Control", "no-store");
    }
}

/// Logs `what` under a number that she can quote and that says nothing.
Response broken(Site const& site, Request const& request, std::string_view route)
{
    auto const reference =
        fmt::format("{:04X}-{:04X}", random_below(0x10000), random_below(0x10000));
    try {
        throw;
    } catch (std::exception const& error) {
        spdlog::error(
            "reference {} at {} {}: {}",
            reference,
            name_of(request.method),
            route,
            text_to_log(error));
    } catch (...) {
        spdlog::error("reference {} at {} {}: unknown", reference, name_of(request.method), route);
    }
    return broken_page(site, request, reference);
}

Response handle(Site& site, Router::Found const& found, Request const& request)
{
    if (found.route == nullptr || (found.route->options.loopback_only && !request.is_loopback)) {
        if (found.route != nullptr || found.allowed.empty()) {
            return error_page(site, request, 404);
        }
        return error_page(site, request, 405).with_header("Allow", found.allowed);
    }
    auto const& options = found.route->options;
    if (request.body.size() > options.body_limit) {
        return error_page(site, request, 413);
    }
    if (!request.is_safe() && !options.cross_site && is_from_elsewhere(request, site.host)) {
        return error_page(site, request, 403);
    }
    return found.route->handler(site, request);
}

/// Where a GET shows what stands at `path`: of an address that only takes forms, the page above it.
std::string page_path_of(Router const& router, Method method, std::string_view path)
{
    if (method == Method::get || method == Method::head) {
        return std::string{path};
    }
    while (path.size() > 1 && router.find(Method::get, path).route == nullptr) {
        path = path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
    }
    return std::string{path};
}

} // namespace

bool is_from_elsewhere(Request const& request, std::string_view own_host)
{
    auto const fetch_site = request.header("sec-fetch-site");
    if (!fetch_site.empty()) {
        return fetch_site != "same-origin" && fetch_site != "none";
    }
    // Under our Referrer-Policy browsers send "Origin: null" with our own forms too.
    auto const origin = request.header("origin");
    if (origin.empty() || origin == "null") {
        return false;
    }
    auto const scheme_end = origin.find("://");
    auto const host =
        scheme_end == std::string_view::npos ? std::string_view{} : origin.substr(scheme_end + 3);
    return host != own_host && host != request.header("host");
}

Response respond(Site& site, Router const& router, Request request)
{
    request.page_path = page_path_of(router, request.method, request.path);
    auto const start = std::chrono::steady_clock::now();
    request.texts = &site.languages.choose(
        request.cookies.find("lang").value_or(""), request.header("accept-language"));
    auto found = router.find(request.method, request.path);
    request.parameters = std::move(found.parameters);
    std::string_view route = "(none)";
    if (found.route != nullptr) {
        route = found.route->pattern;
    }
    Response response;
    try {
        request.query = read_urlencoded(request.raw_query);
        response = handle(site, found, request);
    } catch (SignInNeeded const& needed) {
        response = see_other(sign_in_path(needed.then()));
    } catch (Refusal const& refusal) {
        response = refusal_page(site, request, status_of(refusal.kind()), refusal.message());
    } catch (...) {
        response = broken(site, request, route);
    }
    bool const is_page = response.header("Content-Type").starts_with("text/html");
    if (response.status == 200 && is_page && request.cookies.has("notice")) {
        drop_notice(site, response);
    }
    add_security_headers(site, response);
    auto const taken = std::chrono::duration<double>{std::chrono::steady_clock::now() - start};
    site.metrics.count(route, name_of(request.method), response.status, taken);
    spdlog::info(
        "{} {} {} {:.1f} ms",
        name_of(request.method),
        route,
        response.status,
        taken.count() * 1000.0);
    return response;
}

} // namespace wt::web
