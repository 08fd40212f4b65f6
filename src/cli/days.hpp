#pragma once

#include "base/time.hpp"

#include <string>

namespace wt::cli {

/// \throws Refusal (invalid_input) unless it is a date such as 2026-12-02
Day require_day(std::string const& text);

} // namespace wt::cli
