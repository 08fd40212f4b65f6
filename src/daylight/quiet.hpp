#pragma once

#include "daylight/zone.hpp"

#include <array>

namespace wt::daylight {

inline constexpr int kHoursOfWeek = 168;

/// How quiet each hour of the local week is: 0 the busiest, 1 empty. Index 0 is Monday
/// 00:00-01:00.
struct QuietProfile
{
    std::array<double, kHoursOfWeek> quietness{};
};

/// What was counted in one hour of the local week: people who pass, vehicles that pass; in any
/// unit, the same for all hours, finite, >= 0.
struct HourCount
{
    double people = 0.0;
    double traffic = 0.0;
};
using WeekCounts = std::array<HourCount, kHoursOfWeek>;

/// The profile of a week that was counted. An hour's quietness is
///     1 - mean(people / most people of any hour, traffic / most traffic of any hour);
/// what was not counted all week (0 throughout) does not take part.
/// \pre something was counted (asserted)
QuietProfile profile_of(WeekCounts const& week);

/// How quiet it is at `instant`, 0..1.
double quietness(QuietProfile const& profile, Zone const& zone, Instant instant);

/// The profile in use where a force has imported none. It follows the two-peaked working day and
/// the single late peak of the weekend that footfall and traffic counts show in British towns
/// (Department for Transport, table TRA0307, traffic by hour and day), rounded to tenths; Friday
/// and Saturday nights stay busy until after midnight.
QuietProfile const& default_quiet_profile();

} // namespace wt::daylight
