#include "store/quiet_hours.hpp"

#include "store/sql.hpp"

namespace wt::store {

std::vector<StoredQuietHour> list_quiet_hours(Reading& reading)
{
    std::vector<StoredQuietHour> hours;
    for (auto const& [hour, people, traffic] : list_rows<int, double, double>(
             reading, "SELECT hour, people, traffic FROM quiet_hour ORDER BY hour")) {
        hours.push_back({.hour = hour, .people = people, .traffic = traffic});
    }
    return hours;
}

void replace_quiet_hours(Transaction& tx, std::vector<StoredQuietHour> const& hours)
{
    execute(tx, "DELETE FROM quiet_hour");
    for (auto const& hour : hours) {
        execute(
            tx,
            "INSERT INTO quiet_hour (hour, people, traffic) VALUES (:hour, :people, :traffic)",
            hour.hour,
            hour.people,
            hour.traffic);
    }
}

} // namespace wt::store
