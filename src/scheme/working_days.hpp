#pragma once

#include "base/time.hpp"

#include <span>

namespace wt {

/// England's bank holidays, 2025 to 2028, in order (gov.uk/bank-holidays, England and Wales;
/// Banking and Financial Dealings Act 1971). Later years count Mondays to Fridays alone.
std::span<Day const> england_bank_holidays();

/// How many working days (Monday to Friday, no holiday) lie after `from`, up to and with `to`:
/// from a Friday to the next Monday it is 1. Zero if `to` is not after `from`.
/// \param holidays  in order, each once
/// Constant in the distance, logarithmic in the holidays plus those between the days.
int working_days_between(Day from, Day to, std::span<Day const> holidays);

} // namespace wt
