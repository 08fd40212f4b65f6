#pragma once

#include "daylight/quiet.hpp"

#include <string>

namespace wt::cli {

/// What a force counted in the hours of its week, from a CSV file with the columns `weekday` (1
/// Monday
/// .. 7 Sunday), `hour` (0..23, local) and `people` or `traffic` or both, what was counted then.
/// \throws Refusal naming file and line: no such number, an hour that comes twice or is missing,
///         nothing counted all week
daylight::WeekCounts read_week_counts(std::string const& path);

} // namespace wt::cli
