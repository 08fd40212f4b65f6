#pragma once

#include "web/pages/errors.hpp"
#include "web/pages/shell.hpp"
#include "web/router.hpp"
#include "web/site.hpp"

/// What every file of a resource includes, and what each adds to the routes; the list is called in
/// routes.cpp.
namespace wt::web {

void add_home_routes(Router& router);
void add_help_routes(Router& router);
void add_about_routes(Router& router);
void add_language_routes(Router& router);
void add_service_routes(Router& router);
void add_asset_routes(Router& router);

} // namespace wt::web
