#pragma once

#include "web/router.hpp"
#include "web/site.hpp"

namespace wt::web {

/// Answers a request: finds the route, keeps the doors (other sites, too large a body, pages of
/// this machine only), calls the handler and catches whatever it throws. Never throws.
/// A `Refusal` becomes a page with her sentence; anything else is logged under a random reference
/// number, and the page shows that number alone.
Response respond(Site& site, Router const& router, Request request);

/// True if a form must not be taken because another site sent it: by `Sec-Fetch-Site` where the
/// browser says it, else by `Origin`, else not.
bool is_from_elsewhere(Request const& request, std::string_view own_host);

} // namespace wt::web
