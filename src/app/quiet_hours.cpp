#include "app/quiet_hours.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "store/quiet_hours.hpp"

#include <algorithm>

namespace wt::app {

daylight::QuietProfile quiet_profile(store::Reading& reading)
{
    auto const stored = store::list_quiet_hours(reading);
    if (stored.empty()) {
        return daylight::default_quiet_profile();
    }
    daylight::WeekCounts week{};
    for (auto const& hour : stored) {
        week.at(static_cast<std::size_t>(hour.hour)) = {hour.people, hour.traffic};
    }
    return daylight::profile_of(week);
}

daylight::QuietProfile quiet_profile(App& app)
{
    store::Reading reading{app.db};
    return quiet_profile(reading);
}

void set_quiet_hours(
    App& app, Person const& person, std::optional<daylight::WeekCounts> const& week)
{
    require_permission(person, Action::change_settings);
    std::vector<store::StoredQuietHour> hours;
    if (week) {
        if (std::ranges::all_of(*week, [](auto hour) { return hour.people + hour.traffic <= 0; })) {
            throw Refusal{Refusal::invalid_input, N_("Nothing was counted in any hour.")};
        }
        for (auto const& hour : *week) {
            hours.push_back(
                {.hour = static_cast<int>(hours.size()),
                 .people = hour.people,
                 .traffic = hour.traffic});
        }
    }
    store::Transaction tx{app.db};
    store::replace_quiet_hours(tx, hours);
    record(app, tx, person, Action::change_settings, Subject{});
    tx.commit();
}

} // namespace wt::app
