#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wt {

/// A calendar month: months since January 1970.
using Month = std::int64_t;

/// The month of a day.
Month month_of_day(Day day);

/// Its first day.
Day first_day_of(Month month);

/// "2026-11", and back; nothing for any other text or a year outside of 1970..9999.
std::string month_text(Month month);
std::optional<Month> find_month(std::string_view text);

} // namespace wt
