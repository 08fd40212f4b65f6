#include "app/schema.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

/// GET /healthz: the program and its database answer.
Response show_health(Site& site, Request const&)
{
    bool const is_well = app::answers(site.app);
    return content(
        "text/plain; charset=utf-8", is_well ? "ok\n" : "no database\n", is_well ? 200 : 503);
}

/// GET /metrics: for Prometheus on this machine.
Response show_metrics(Site& site, Request const&)
{
    return content("text/plain; version=0.0.4; charset=utf-8", site.metrics.text());
}

} // namespace

void add_service_routes(Router& router)
{
    router.add(Method::get, "/healthz", show_health);
    router.add(Method::get, "/metrics", show_metrics, {.loopback_only = true});
}

} // namespace wt::web
