#include "web/pages/map_box.hpp"

#include "app/areas.hpp"
#include "web/components/content.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

LatLon middle_of(Site const& site)
{
    auto const bounds = site.app.areas()->bounds();
    return bounds.is_empty() ? LatLon{51.5, -0.1} : bounds.middle();
}

} // namespace

Html map_box(Site const& site, MapBox const& box)
{
    auto const centre = box.centre.value_or(middle_of(site));
    auto const attributes =
        attribute<"data-points">(box.points) + attribute<"data-parent">(box.parent) +
        attribute<"data-pick-lat">(box.pick_lat) + attribute<"data-pick-lon">(box.pick_lon);
    return html<
        R"(<div data-map="" data-lat="{}" data-lon="{}" data-zoom="{}" data-label="{}"{}></div>
)">(fmt::format("{:.5f}", centre.lat),
        fmt::format("{:.5f}", centre.lon),
        box.zoom,
        box.label,
        attributes);
}

Html list_beside_map(Site const& site, Texts const& t, Html const& list, MapBox const& box)
{
    return html<
        R"(<p class="govuk-body wt-to-map" data-map-link="" hidden>{}</p><div class="wt-beside"><div class="wt-beside__list">{}</div><div class="wt-beside__map" id="map">{}</div></div>)">(
        link(t("See them on a map"), "#map"), list, map_box(site, box));
}

} // namespace wt::web
