#pragma once

#include "base/time.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wt {

/// The day that "2026-12-02" names (ISO 8601); nothing for any other text or a day that is none.
std::optional<Day> find_day(std::string_view text);

/// The day as "2026-12-02".
std::string iso_text(Day day);

/// The moment as "2026-12-17T19:00:00Z" (RFC 3339, UTC, whole seconds).
std::string iso_text(Instant moment);

/// "18:30", "8:05" or "24:00" as minutes since midnight, 0..24 h.
std::optional<std::chrono::minutes> find_time_of_day(std::string_view text);

} // namespace wt
