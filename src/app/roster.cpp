#include "app/roster.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/roster_import.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"
#include "daylight/zone.hpp"

#include <iterator>
#include <sstream>

namespace wt::app {

namespace {

constexpr std::chrono::days kPlanningHorizon{800};
constexpr std::string_view kCalendarBegins = "BEGIN:VCALENDAR";

/// The local days that the shift touches; its end does not belong to it.
std::vector<Day> days_of(daylight::Zone const& zone, Interval shift)
{
    std::vector<Day> days;
    auto const last = zone.day_of(shift.to - std::chrono::milliseconds{1});
    for (auto day = zone.day_of(shift.from); day <= last; day += std::chrono::days{1}) {
        days.push_back(day);
    }
    return days;
}

bool is_calendar(std::string_view text)
{
    return to_lower(trimmed(text).substr(0, kCalendarBegins.size())) == to_lower(kCalendarBegins);
}

void import_table(
    App const& app, store::Transaction& tx, std::string const& text, ImportResult& result)
{
    std::istringstream file{text};
    CsvTable const table{file};
    if (table.has_column("date")) {
        import_shifts(app, tx, table, result);
    } else {
        import_officers(app, tx, table, result);
    }
}

} // namespace

ImportResult import_roster(App& app, Person const& person, std::istream& file)
{
    require_permission(person, Action::import_roster);
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    ImportResult result;
    store::Transaction tx{app.db};
    if (is_calendar(text)) {
        import_shift_calendar(app, tx, text, result);
    } else {
        import_table(app, tx, text, result);
    }
    if (result.faults.empty()) {
        record(app, tx, person, Action::import_roster, Subject{});
        tx.commit();
    }
    return result;
}

std::vector<store::StoredOfficer>
list_roster(App const& app, Person const& person, std::optional<BcuId> bcu)
{
    require_permission(person, Action::see_roster, bcu);
    store::Reading reading{app.db};
    return store::list_officers(reading, bcu ? bcu : person.bcu);
}

bool refresh_duty(App const& app, store::Transaction& tx, store::StoredOfficer const& officer)
{
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    auto const today = zone.day_of(app.now());
    bool const is_free = store::delete_future_duty(tx, officer.id, today);
    if (!store::is_eligible(officer)) {
        return is_free;
    }
    auto const midnight = zone.midnight(today);
    for (auto const& shift :
         store::list_shifts(tx, officer.id, {midnight, midnight + kPlanningHorizon})) {
        store::insert_duty(tx, officer.id, days_of(zone, shift));
    }
    return true;
}

} // namespace wt::app
