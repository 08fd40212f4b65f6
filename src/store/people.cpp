#include "store/people.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

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
    auto const count = [&](std::string_view area) {
        return people_where(
            fmt::format("{} AND (s.source = 'report' OR c.source <> 'report')", area), limit);
    };
    std::vector<std::pair<ConcernId, PeopleByArea>> counted;
    for (auto const& [id, segment, street, ward, bcu] : list_rows<ConcernId, int, int, int, int>(
             reading,
             fmt::format(
                 "SELECT s.id, {}, {}, {}, {} FROM concern s WHERE {}",
                 count("c.way_id = s.way_id AND c.lat = s.lat AND c.lon = s.lon"),
                 count("c.ward_id = s.ward_id AND c.street = s.street AND c.street <> ''"),
                 count("c.ward_id = s.ward_id"),
                 count("c.bcu_id = s.bcu_id"),
                 is_among(reading, "s.id")),
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
