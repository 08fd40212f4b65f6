#include "store/people.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::store {

namespace {

/// Counts people with a concern `c` that `condition` chooses, for `limit`. The + makes a column a
/// filter and no way in.
std::string people_where(std::string_view condition, CountUpTo limit)
{
    return fmt::format(
        "(SELECT count(*) FROM (SELECT DISTINCT c.pseudonym FROM concern c WHERE {} "
        "AND c.state <> 'withdrawn' AND +c.raised_day < {} LIMIT {}) AS people)",
        condition,
        limit.day.time_since_epoch().count(),
        limit.people);
}

/// The table `of_AREA` of people in each area that is asked about, each counted once, however many
/// of the concerns asked about lie there.
std::string
people_of(std::string_view area, std::vector<std::string_view> const& columns, CountUpTo limit)
{
    std::string condition = "(x.is_report = 1 OR c.source <> 'report')";
    for (auto const column : columns) {
        condition += fmt::format(" AND c.{0} = x.{0}", column);
    }
    if (area == "street") {
        condition += " AND c.street <> ''";
    }
    auto const names = fmt::format("{}", fmt::join(columns, ", "));
    return fmt::format(
        "of_{0} AS MATERIALIZED (SELECT {1}, is_report, {2} AS people "
        "FROM (SELECT DISTINCT {1}, is_report FROM asked) AS x)",
        area,
        names,
        people_where(condition, limit));
}

std::vector<BcuId> list_units(Reading& reading, std::string_view condition, CountUpTo threshold)
{
    std::vector<BcuId> units;
    for (auto const& [unit] : list_rows<BcuId>(
             reading,
             fmt::format(
                 "SELECT b.id FROM bcu b WHERE {} >= {} ORDER BY b.id",
                 people_where(fmt::format("c.bcu_id = b.id AND {}", condition), threshold),
                 threshold.people))) {
        units.push_back(unit);
    }
    return units;
}

} // namespace

std::vector<std::pair<ConcernId, PeopleByArea>>
count_people(Reading& reading, std::vector<ConcernId> const& ids, CountUpTo limit)
{
    std::vector<std::pair<ConcernId, PeopleByArea>> counted;
    for (auto const& [id, segment, street, ward, bcu] : list_rows<ConcernId, int, int, int, int>(
             reading,
             fmt::format(
                 "WITH asked AS MATERIALIZED (SELECT s.id, s.way_id, s.lat, s.lon, s.ward_id, "
                 "s.street, s.bcu_id, CASE WHEN s.source = 'report' THEN 1 ELSE 0 END AS is_report "
                 "FROM concern s WHERE {}), {}, {}, {}, {} "
                 "SELECT asked.id, of_segment.people, of_street.people, of_ward.people, "
                 "of_bcu.people FROM asked "
                 "JOIN of_segment USING (way_id, lat, lon, is_report) "
                 "JOIN of_street USING (ward_id, street, is_report) "
                 "JOIN of_ward USING (ward_id, is_report) "
                 "JOIN of_bcu USING (bcu_id, is_report)",
                 is_among(reading, "s.id"),
                 people_of("segment", {"way_id", "lat", "lon"}, limit),
                 people_of("street", {"ward_id", "street"}, limit),
                 people_of("ward", {"ward_id"}, limit),
                 people_of("bcu", {"bcu_id"}, limit)),
             text_of_ids(ids))) {
        counted.emplace_back(id, PeopleByArea{segment, street, ward, bcu});
    }
    return counted;
}

ListableUnits list_listable_units(Reading& reading, CountUpTo threshold)
{
    return {
        .of_reports = list_units(reading, "1 = 1", threshold),
        .of_others = list_units(reading, "c.source IN ('walk', 'passer_by')", threshold)};
}

std::int64_t find_people_epoch(Reading& reading)
{
    return find_value<std::int64_t>(reading, "SELECT epoch FROM people_epoch").value_or(0);
}

void start_people_epoch(Transaction& tx)
{
    execute(
        tx,
        "INSERT INTO people_epoch (one, epoch) VALUES (1, 1) "
        "ON CONFLICT (one) DO UPDATE SET epoch = people_epoch.epoch + 1");
}

} // namespace wt::store
