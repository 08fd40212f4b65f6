#include "store/concern_segments.hpp"

#include "store/sql.hpp"

namespace wt::store {

std::vector<ConcernSegment> list_concern_segments(Reading& reading)
{
    auto const rows = list_rows<std::int64_t, double, double, std::string, std::int64_t>(
        reading,
        "SELECT way_id, lat, lon, network_version, COUNT(*) FROM concern WHERE way_id <> 0 "
        "GROUP BY way_id, lat, lon, network_version ORDER BY way_id, lat, lon, network_version");
    std::vector<ConcernSegment> segments;
    segments.reserve(rows.size());
    for (auto const& [way, lat, lon, version, concerns] : rows) {
        segments.push_back(
            {.segment = {.way = way, .midpoint = {lat, lon}, .network_version = version},
             .concerns = concerns});
    }
    return segments;
}

} // namespace wt::store
