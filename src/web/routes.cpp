#include "web/routes.hpp"

#include "web/resources.hpp"

namespace wt::web {

Router make_router()
{
    Router router;
    for (auto const add : {
             add_home_routes,
             add_help_routes,
             add_about_routes,
             add_language_routes,
             add_service_routes,
             add_asset_routes,
         }) {
        add(router);
    }
    return router;
}

} // namespace wt::web
