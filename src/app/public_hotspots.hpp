#pragma once

#include "app/what_happened.hpp"
#include "scheme/hotspot.hpp"
#include "scheme/ids.hpp"

#include <string>
#include <vector>

namespace wt::app {

/// A hotspot as anyone may see it.
struct PublicHotspot
{
    HotspotId id;
    HotspotState state = HotspotState::confirmed;
    BcuId bcu;
    std::vector<WardId> wards{};        ///< by number
    std::vector<std::string> streets{}; ///< by name
    std::vector<LatLon> points{};       ///< the middles of segments
    std::int64_t month = 0;             ///< of the search that found it first, since January 1970
    std::vector<PublicConcern> concerns{}; ///< those that have a point, with their latest answer

    struct Visits
    {
        std::int64_t month = 0;
        int count = 0;
    };
    std::vector<Visits> visits{}; ///< that were made, by month
};

/// Those that a person has confirmed and that have not ended, the newest first. Only where enough
/// different women spoke. What is said of a place is only what `what_happened` says of concerns
/// there anyway: a ward, a street or a point of one that is listed so closely. A concern that has
/// no point of its own is not named, because the hotspot would give it one.
std::vector<PublicHotspot> public_hotspots(App& app);

/// Their points as GeoJSON with `id` and `state`.
std::string public_hotspots_geojson(App& app);

} // namespace wt::app
