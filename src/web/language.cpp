#include "web/keepsakes.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

namespace wt::web {

namespace {

/// POST /language: keeps her choice of language and goes back to where she was.
Response update_language(Site& site, Request const& request)
{
    auto const form = request.form();
    auto response = see_other(own_path_or(form.get("back"), "/"));
    for (auto const& texts : site.languages.list()) {
        if (texts.language().code == form.get("lang")) {
            keep_language(site, response, texts.language().code);
        }
    }
    return response;
}

} // namespace

void add_language_routes(Router& router)
{
    router.add(Method::post, "/language", update_language);
}

} // namespace wt::web
