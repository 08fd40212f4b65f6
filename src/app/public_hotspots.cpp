#include "app/public_hotspots.hpp"

#include "geo/geojson_writer.hpp"
#include "store/hotspots.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wt::app {

namespace {

/// What is known inside of a hotspot that may be shown.
struct Known
{
    store::StoredHotspot hotspot;
    std::vector<ConcernId> concerns;
    std::vector<store::StoredVisit> visits;
};

std::vector<Known> list_showable(App const& app)
{
    store::Reading reading{app.db};
    std::vector<Known> known;
    for (auto const& hotspot : store::list_hotspots(reading)) {
        if (!is_standing(hotspot.state)) {
            continue;
        }
        auto const findings = store::list_findings(reading, hotspot.id);
        if (findings.front().women >= app.settings()->publication_threshold) {
            known.push_back(
                {.hotspot = hotspot,
                 .concerns = store::list_concerns_of_hotspot(reading, hotspot.id, hotspot.last_day),
                 .visits = store::list_visits(reading, hotspot.id)});
        }
    }
    std::ranges::reverse(known);
    return known;
}

std::vector<PublicHotspot::Visits> visits_by_month(std::vector<store::StoredVisit> const& visits)
{
    std::map<std::int64_t, int> months;
    for (auto const& visit : visits) {
        if (visit.delivered_day) {
            ++months[store::month_of(*visit.delivered_day)];
        }
    }
    std::vector<PublicHotspot::Visits> result;
    for (auto const& [month, count] : months) {
        result.push_back({month, count});
    }
    return result;
}

PublicHotspot public_hotspot(App& app, Known const& known)
{
    std::set<WardId> wards;
    std::set<std::string> streets;
    std::map<std::pair<double, double>, LatLon> points;
    PublicHotspot shown{
        .id = known.hotspot.id,
        .state = known.hotspot.state,
        .bcu = known.hotspot.bcu,
        .month = store::month_of(known.hotspot.first_day),
        .visits = visits_by_month(known.visits)};
    for (auto& concern : find_public_concerns(app, known.concerns)) {
        if (concern.ward) {
            wards.insert(*concern.ward);
        }
        if (auto const street = concern.street_told(); street && !street->empty()) {
            streets.insert(*street);
        }
        if (concern.point) {
            points.emplace(std::pair{concern.point->lat, concern.point->lon}, *concern.point);
            shown.concerns.push_back(std::move(concern));
        }
    }
    shown.wards.assign(wards.begin(), wards.end());
    shown.streets.assign(streets.begin(), streets.end());
    for (auto const& [key, point] : points) {
        shown.points.push_back(point);
    }
    return shown;
}

} // namespace

std::vector<PublicHotspot> public_hotspots(App& app)
{
    std::vector<PublicHotspot> hotspots;
    for (auto const& known : list_showable(app)) {
        hotspots.push_back(public_hotspot(app, known));
    }
    return hotspots;
}

std::string public_hotspots_geojson(App& app)
{
    GeoJsonWriter writer;
    for (auto const& hotspot : public_hotspots(app)) {
        for (auto const& point : hotspot.points) {
            writer.add_point(
                point,
                {{"id", hotspot.id.value}, {"state", code_in(kHotspotStates, hotspot.state)}});
        }
    }
    return std::move(writer).finish();
}

} // namespace wt::app
