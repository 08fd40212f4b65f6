#include "web/pages/route.hpp"

#include "geo/geojson_writer.hpp"
#include "web/components/content.hpp"
#include "web/pages/map_box.hpp"

#include <cmath>

namespace wt::web {

namespace {

std::string light_along(Texts const& t, app::PrivateWalk const& route)
{
    auto const percent = [](double share) { return std::to_string(std::lround(share * 100)); };
    return t(
        "About {1} metres. Street lights are known for {2}% of the way; {3}% is known to have "
        "none.",
        {std::to_string(std::lround(route.metres / 10) * 10),
         percent(route.lit),
         percent(route.unlit)});
}

/// Places that were named and that the walk does not reach.
Html left_out_in_words(Texts const& t, app::PrivateWalk const& route)
{
    std::vector<Html> items;
    for (auto const& left : route.left_out) {
        items.push_back(escaped(t("{1}: {2}", {left.place.label, t(left.why)})));
    }
    return items.empty() ? Html{} : html<"{}{}">(paragraph(t("Not on this walk:")), bullets(items));
}

} // namespace

Html route_in_words(Texts const& t, app::PrivateWalk const& route)
{
    auto const left_out = left_out_in_words(t, route);
    if (route.directions.empty()) {
        return left_out;
    }
    Html steps;
    for (auto const& direction : route.directions) {
        steps += html<"<li>{}</li>">(t(direction));
    }
    return html<"{}{}">(
        left_out,
        details(
            t("The way, in words"),
            html<R"({}<ol class="govuk-list govuk-list--number">{}</ol>)">(
                paragraph(light_along(t, route)), steps)));
}

Html route_on_map(
    Site const& site, Texts const& t, app::PrivateWalk const& route, RouteMap const& map)
{
    if (route.line.size() < 2) {
        return {};
    }
    if (!map.show_href.empty()) {
        return html<R"(<p class="govuk-body">{}</p>)">(
            link(t("Show the way on a map"), map.show_href));
    }
    return map_box(
        site,
        {.label = t("Map of the way"),
         .points = map.geojson_href,
         .centre = route.meeting.point,
         .zoom = 14});
}

Response route_geojson(app::PrivateWalk const& route)
{
    GeoJsonWriter writer;
    if (route.line.size() >= 2) {
        writer.add_line(route.line);
    }
    for (auto const& stop : route.stops) {
        writer.add_point(
            stop.point,
            {{"kind", std::string_view{"stop"}}, {"title", std::string_view{stop.label}}});
    }
    writer.add_point(
        route.meeting.point,
        {{"kind", std::string_view{"meeting"}}, {"title", std::string_view{route.meeting.label}}});
    return content("application/geo+json", std::move(writer).finish());
}

} // namespace wt::web
