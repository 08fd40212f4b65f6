#include "store/segment_passes.hpp"

#include "store/sql.hpp"

namespace wt::store {

bool insert_passed_week(Transaction& tx, Day monday, bool is_added)
{
    return execute(
               tx,
               "INSERT INTO passed_week (day, is_added) VALUES (:day, :is_added) "
               "ON CONFLICT (day) DO NOTHING",
               monday,
               is_added) == 1;
}

bool is_passed_week(Reading& reading, Day monday)
{
    return find_value<std::int64_t>(reading, "SELECT 1 FROM passed_week WHERE day = :day", monday)
        .has_value();
}

void add_segment_passes(Transaction& tx, std::vector<SegmentPasses> const& passes)
{
    for (auto const& each : passes) {
        execute(
            tx,
            "INSERT INTO segment_pass (way_id, lat, lon, network_version, quarter, passes) "
            "VALUES (:way, :lat, :lon, :version, :quarter, :passes) "
            "ON CONFLICT (way_id, lat, lon, quarter) "
            "DO UPDATE SET passes = segment_pass.passes + excluded.passes",
            each.segment.way,
            each.segment.midpoint.lat,
            each.segment.midpoint.lon,
            each.segment.network_version,
            each.quarter,
            each.passes);
    }
}

std::vector<SegmentPasses> list_segment_passes(Reading& reading, std::int64_t first_quarter)
{
    std::vector<SegmentPasses> passes;
    for (auto& [way, lat, lon, version, quarter, count] :
         list_rows<std::int64_t, double, double, std::string, std::int64_t, std::int64_t>(
             reading,
             "SELECT way_id, lat, lon, MAX(network_version), MAX(quarter), "
             "CAST(SUM(passes) AS BIGINT) FROM segment_pass WHERE quarter >= :first "
             "GROUP BY way_id, lat, lon ORDER BY way_id, lat, lon",
             first_quarter)) {
        passes.push_back(
            {.segment = {.way = way, .midpoint = {lat, lon}, .network_version = std::move(version)},
             .quarter = quarter,
             .passes = static_cast<int>(count)});
    }
    return passes;
}

} // namespace wt::store
