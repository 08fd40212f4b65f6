#pragma once

#include "base/interval.hpp"
#include "daylight/zone.hpp"
#include "web/texts.hpp"

#include <cstdint>
#include <string>

/// Days and times as people say them, in the force's own time zone.
namespace wt::web {

/// "Monday"; \param index  0 Monday .. 6 Sunday
std::string weekday_in_words(Texts const& t, int index);

/// "Friday 4 December"
std::string day_in_words(Texts const& t, daylight::LocalTime const& local);

/// "4 December 2026"
std::string date_in_words(Texts const& t, Day day);

/// "December 2026"; \param month  since January 1970
std::string month_in_words(Texts const& t, std::int64_t month);

/// "6:30pm", "midday", "midnight"
std::string time_in_words(Texts const& t, int hour, int minute);

/// "Friday 4 December, 6:30pm"
std::string moment_in_words(Texts const& t, daylight::Zone const& zone, Instant moment);

/// "Friday 4 December, 6:30pm to 7:30pm"; the day of the end is not said, as walks are short.
std::string span_in_words(Texts const& t, daylight::Zone const& zone, Interval span);

/// "GMT", "BST": which clock is meant, around the nights when they change.
std::string clock_in_words(daylight::Zone const& zone, Instant moment);

} // namespace wt::web
