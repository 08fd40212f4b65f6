#include "store/raised_places.hpp"

#include "store/sql.hpp"

namespace wt::store {

std::vector<RaisedPlace> list_raised_places(Reading& reading, Bounds const& box, std::size_t limit)
{
    // Anyone can send any number of reports, each under a pseudonym of its own.
    auto const rows = list_rows<double, double, int, int, Day, int>(
        reading,
        "SELECT lat, lon, COUNT(DISTINCT CASE WHEN source = 'report' THEN '' ELSE pseudonym END), "
        "MAX(severity), MIN(raised_day), MAX(CASE WHEN source = 'walk' THEN 1 ELSE 0 END) "
        "FROM concern WHERE state NOT IN ('withdrawn', 'done') "
        "AND lat BETWEEN :south AND :north AND lon BETWEEN :west AND :east "
        "GROUP BY lat, lon ORDER BY 3 DESC, 4 DESC, lat, lon LIMIT :limit",
        box.south_west.lat,
        box.north_east.lat,
        box.south_west.lon,
        box.north_east.lon,
        static_cast<std::int64_t>(limit));
    std::vector<RaisedPlace> places;
    places.reserve(rows.size());
    for (auto const& [lat, lon, people, worst, oldest, is_walked] : rows) {
        places.push_back(
            {.middle = {lat, lon},
             .people = people,
             .worst = worst,
             .oldest = oldest,
             .is_walked = is_walked != 0});
    }
    return places;
}

} // namespace wt::store
