#include "web/api/api.hpp"

#include "web/api/endpoints.hpp"
#include "web/api/openapi.hpp"
#include "web/components/content.hpp"
#include "web/resources.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace wt::web {

namespace {

constexpr std::size_t kMostEndpoints = 128;

/// A handler is a plain function; each of these finds its endpoint by its place in the table.
template <std::size_t n>
Response serve_nth(Site& site, Request const& request)
{
    return api::serve(site, request, api::list_endpoints()[n]);
}

template <std::size_t... n>
constexpr std::array<Handler, sizeof...(n)> handlers(std::index_sequence<n...>)
{
    return {serve_nth<n>...};
}

/// GET /api/v1/openapi.json
Response show_document(Site&, Request const&)
{
    static std::string const text = api::openapi_text();
    return content(api::kJson, text).with_header("Access-Control-Allow-Origin", "*");
}

/// GET /api: what a program can do here, in short.
Response show_about(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("For programs"),
         .content = html<R"({}{}<p class="govuk-body">{}</p>{}{}{}{}{})">(
             heading(t("For programs")),
             paragraph(
                 t("What these pages do, a program can do too: read what women told us and what "
                   "became of it, tell us about a place, ask for a walk. What is public needs no "
                   "account and no key.")),
             t.html(
                 "All of it is described in {1} (OpenAPI 3.1). Try {2}.",
                 {link("openapi.json", "/api/v1/openapi.json"),
                  link("/api/v1/concerns", "/api/v1/concerns")}),
             heading(t("Who may do what"), 2, "m"),
             bullets(
                 {escaped(t("What belongs to a woman opens with the token of her secret link, sent "
                            "as a bearer token and never as part of an address.")),
                  escaped(t("Staff sign in with POST /api/v1/sessions: name, password and code. "
                            "The token lasts 12 hours. The same rules hold as on the pages, and "
                            "each deed is in the audit."))}),
             heading(t("When something is refused"), 2, "m"),
             paragraph(
                 t("The answer is a problem (RFC 9457) with a sentence that can be shown to a "
                   "person, and all errors of what was sent at once.")),
             bullets(
                 {link(t("Open data: the same as files"), "/open-data"),
                  link("Open311", "/open311/v2/discovery.json")})),
         .before = back_link(t, "/open-data")});
}

/// GET /api/problems/{name}: where the type of a problem leads.
Response show_problem(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const& kinds = api::list_problem_kinds();
    auto const kind = std::ranges::find(kinds, request.path_text("name"), &api::ProblemKind::name);
    if (kind == kinds.end()) {
        return error_page(site, request, 404);
    }
    return show(
        site,
        request,
        {.title = t(kind->title),
         .content = html<"{}{}{}">(
             heading(t(kind->title)),
             paragraph(t("Status {1}.", {std::to_string(kind->status)})),
             paragraph(t(kind->advice))),
         .before = back_link(t, "/api")});
}

} // namespace

void add_api_routes(Router& router)
{
    static constexpr auto kHandlers = handlers(std::make_index_sequence<kMostEndpoints>{});
    auto const& all = api::list_endpoints();
    assert(all.size() <= kMostEndpoints);
    for (std::size_t i = 0; i < all.size(); ++i) {
        // Who comes from another site is looked at where it is known what she comes with.
        router.add(
            all[i].method,
            std::string{api::kPath} + all[i].path,
            kHandlers[i],
            {.cross_site = true});
    }
    router.add(Method::get, "/api/v1/openapi.json", show_document);
    router.add(Method::get, "/api", show_about);
    router.add(Method::get, "/api/problems/{name}", show_problem);
}

} // namespace wt::web
