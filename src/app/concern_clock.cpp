#include "app/concern_clock.hpp"

#include "daylight/zone.hpp"

namespace wt::app {

Day today(App const& app)
{
    return daylight::require_zone(app.settings()->time_zone).day_of(app.now());
}

Day monday_of(Day day)
{
    return day - (std::chrono::weekday{day} - std::chrono::Monday); // 0..6 days back
}

ClockStatus clock_of(
    App const& app,
    store::StoredConcern const& concern,
    std::optional<store::StoredAnswer> const& latest)
{
    return clock_status(
        {.raised = concern.raised,
         .state = concern.state,
         .due = latest ? latest->due : std::nullopt},
        today(app),
        *app.settings());
}

} // namespace wt::app
