#include "web/calendar.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <libical/ical.h>
#include <memory>

namespace wt::web {

namespace {

icaltimetype to_ical(Instant instant)
{
    auto const seconds =
        std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count();
    return icaltime_from_timet_with_zone(
        static_cast<std::time_t>(seconds), 0, icaltimezone_get_utc_timezone());
}

struct FreeComponent
{
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

} // namespace

std::string to_calendar(CalendarEvent const& event)
{
    // A component owns what is added to it.
    auto* const entry = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    auto const uid = fmt::format("{}@{}", event.uid, event.host);
    icalcomponent_add_property(entry, icalproperty_new_uid(uid.c_str()));
    icalcomponent_add_property(entry, icalproperty_new_dtstamp(to_ical(event.made_at)));
    icalcomponent_add_property(entry, icalproperty_new_dtstart(to_ical(event.time.from)));
    icalcomponent_add_property(entry, icalproperty_new_dtend(to_ical(event.time.to)));
    icalcomponent_add_property(entry, icalproperty_new_summary(event.summary.c_str()));
    icalcomponent_add_property(entry, icalproperty_new_location(event.location.c_str()));
    icalcomponent_add_property(entry, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    std::unique_ptr<icalcomponent, FreeComponent> const calendar{
        icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Walk and Talk//EN"));
    icalcomponent_add_component(calendar.get(), entry);
    std::unique_ptr<char, decltype(&std::free)> const text{
        icalcomponent_as_ical_string_r(calendar.get()), &std::free};
    return text.get();
}

} // namespace wt::web
