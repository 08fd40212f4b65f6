#pragma once

#include "web/router.hpp"

namespace wt::web {

/// The routes of the API, and the pages about it.
void add_api_routes(Router& router);

} // namespace wt::web
