#pragma once

#include "base/time.hpp"
#include "geo/point.hpp"

#include <chrono>
#include <optional>

namespace wt::daylight {

/// Heights of the sun's centre, degrees over the horizon, at which each twilight begins or ends.
/// Sunset is when the upper limb touches the horizon: 16' half-width + 34' refraction.
inline constexpr double kSunsetElevation = -50.0 / 60.0;
inline constexpr double kCivilElevation = -6.0;
inline constexpr double kNauticalElevation = -12.0;
inline constexpr double kAstronomicalElevation = -18.0;

/// The moments of one solar day, in the order dawn < sunrise < noon < sunset < dusk. Nothing where
/// the sun does not reach that height that day (midnight sun, polar night, bright nights).
struct SunTimes
{
    Instant noon{}; ///< the sun crosses the meridian
    std::optional<Instant> sunrise{};
    std::optional<Instant> sunset{};
    std::optional<Instant> civil_dawn{};
    std::optional<Instant> civil_dusk{};
    std::optional<Instant> nautical_dawn{};
    std::optional<Instant> nautical_dusk{};
    std::optional<Instant> astronomical_dawn{};
    std::optional<Instant> astronomical_dusk{};
};

/// Height of the sun's centre over the horizon, degrees, -90..90, without refraction, seen from
/// sea level. From the low-accuracy solar position of J. Meeus, Astronomical Algorithms, 2nd ed.,
/// ch. 25, with perturbations (0.003 degrees together) and the sidereal time of ch. 12; for the
/// years 1950 to 2050.
///
/// \pre is_valid(place) (asserted)
double solar_elevation(LatLon place, Instant instant) noexcept;

/// The sun's moments around the noon that falls on `utc_date` (at the place's mean solar time), so
/// a late dusk can lie after midnight UTC. Within 60 s of the almanac where the sun's path is not
/// almost level with the height asked for.
///
/// \pre is_valid(place) and utc_date.ok() (asserted)
SunTimes sun_times(LatLon place, std::chrono::year_month_day utc_date);

/// True when civil twilight is over (or another height is passed): street lamps are on, and the
/// open sky no longer helps to see.
bool is_dark(LatLon place, Instant instant, double below = kCivilElevation) noexcept;

} // namespace wt::daylight
