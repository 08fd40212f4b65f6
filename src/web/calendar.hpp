#pragma once

#include "base/interval.hpp"

#include <cstdint>
#include <string>

namespace wt::web {

/// A walk as an iCalendar file (RFC 5545).
struct CalendarEvent
{
    std::int64_t uid = 0; ///< random, says nothing
    Interval time;
    Instant made_at;
    std::string host;     ///< of the site, for the uid
    std::string summary;  ///< neutral: a calendar may be shown on a shared screen
    std::string location; ///< in words; never the place itself
};

/// No attendee, no organiser, no place, no link.
std::string to_calendar(CalendarEvent const& event);

} // namespace wt::web
