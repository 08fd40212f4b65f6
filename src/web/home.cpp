#include "web/pages/home.hpp"

#include "web/resources.hpp"

namespace wt::web {

namespace {

/// GET /: what the scheme is, and every way in.
Response show_home(Site& site, Request const& request)
{
    return show(site, request, home_page(request.t()));
}

} // namespace

void add_home_routes(Router& router)
{
    router.add(Method::get, "/", show_home, {.same_for_everyone = true});
}

} // namespace wt::web
