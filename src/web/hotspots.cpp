#include "web/pages/hotspots.hpp"

#include "app/public_hotspots.hpp"
#include "web/components/content.hpp"
#include "web/pages/map_box.hpp"
#include "web/public_document.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

constexpr auto kPath = "/hotspots";
constexpr auto kPoints = "/hotspots/points.geojson";

/// GET /hotspots: where many women feel unsafe, and what is done about it. List first, map beside.
Response show_hotspots(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("Hotspots"),
         .content = html<"{}{}{}{}{}">(
             heading(t("Hotspots")),
             paragraph(
                 t("Where more women said that they feel unsafe than chance explains, and a person "
                   "of the force agrees; and what is being done there. It says nothing of who "
                   "lives or walks there, and forecasts no crime.")),
             list_beside_map(
                 site,
                 t,
                 html<"{}{}">(
                     heading(t("Hotspots, newest first"), 2, "m"),
                     public_hotspots_list(site, t, app::public_hotspots(site.app))),
                 {.label = t("Map of the hotspots. The list has the same and more."),
                  .points = kPoints}),
             paragraph(t(
                 "A hotspot is shown once at least {1} different women spoke of it, and no closer "
                 "than what women told us is shown anyway. A street that is not here is not "
                 "shown to be safe.",
                 {std::to_string(site.app.settings()->publication_threshold)})),
             bullets({link(t("Did patrols change it?"), "/evaluations")})),
         .before = back_link(t, "/concerns"),
         .has_map = true,
         .is_wide = true});
}

/// GET /hotspots/points.geojson
Response show_points(Site& site, Request const& /*request*/)
{
    return public_document(site, "application/geo+json", kPoints, [&] {
        return app::public_hotspots_geojson(site.app);
    });
}

} // namespace

void add_hotspots_routes(Router& router)
{
    router.add(Method::get, kPath, show_hotspots);
    router.add(Method::get, kPoints, show_points);
}

} // namespace wt::web
