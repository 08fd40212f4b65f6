#pragma once

#include "base/time.hpp"
#include "daylight/zone.hpp"

#include <string>

namespace wt::cli {

/// \throws Refusal (invalid_input) unless it is a date such as 2026-12-02
Day require_day(std::string const& text);

/// The moment that the clocks of the zone show as "2026-12-04T18:30".
/// \throws Refusal (invalid_input) if it is none, or one that the clocks skip
Instant require_moment(std::string const& text, daylight::Zone const& zone);

/// The moment as those clocks show it: "2026-12-04T18:30:00+00:00" (ISO 8601).
std::string local_text(Instant moment, daylight::Zone const& zone);

} // namespace wt::cli
