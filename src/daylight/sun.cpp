#include "daylight/sun.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace wt::daylight {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

constexpr double kRadians = std::numbers::pi / 180.0;
constexpr milliseconds kHalfDay = hours{12};
constexpr double kMillisecondsPerDay = 86'400'000.0;

/// Terrestrial minus universal time; it was 64 s in 2000 and stays within 10 s of this to 2050,
/// which moves the sun by less than half a second of arc.
constexpr double kDeltaTSeconds = 69.0;

/// Apparent position on the sky of the equator, degrees.
struct Equatorial
{
    double right_ascension;
    double declination;
};

/// Days since noon of 1 January 2000, universal time.
double days_since_2000(Instant instant)
{
    constexpr Instant kEpoch = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} + hours{12};
    return static_cast<double>((instant - kEpoch).count()) / kMillisecondsPerDay;
}

/// Mean longitude of the moon's ascending node, radians: the main term of nutation (Meeus ch. 22).
double lunar_node(double centuries)
{
    return (125.04 - 1934.136 * centuries) * kRadians;
}

/// What the planets, the moon and the long period add to the sun's longitude, degrees: a quarter of
/// the error is left. J. Meeus, Astronomical Formulae for Calculators, 4th ed., ch. 18, whose
/// centuries are counted from 1900.
double perturbations(double centuries_since_2000)
{
    double const t = centuries_since_2000 + 1.0;
    double const venus = (153.23 + 22'518.7541 * t) * kRadians;
    double const venus_twice = (216.57 + 45'037.5082 * t) * kRadians;
    double const jupiter = (312.69 + 32'964.3577 * t) * kRadians;
    double const moon = (350.74 + t * (445'267.1142 - t * 0.00144)) * kRadians;
    double const long_period = (231.19 + 20.20 * t) * kRadians;
    return 0.00134 * std::cos(venus) + 0.00154 * std::cos(venus_twice) +
           0.00200 * std::cos(jupiter) + 0.00179 * std::sin(moon) + 0.00178 * std::sin(long_period);
}

/// Meeus ch. 25, low accuracy, with perturbations, referred to the true equinox of date.
Equatorial sun_position(Instant instant)
{
    double const t = (days_since_2000(instant) + kDeltaTSeconds / 86'400.0) / 36'525.0;
    double const mean_longitude = 280.46646 + t * (36'000.76983 + t * 0.0003032);
    double const anomaly = (357.52911 + t * (35'999.05029 - t * 0.0001537)) * kRadians;
    double const centre = (1.914602 - t * (0.004817 + t * 0.000014)) * std::sin(anomaly) +
                          (0.019993 - t * 0.000101) * std::sin(2 * anomaly) +
                          0.000289 * std::sin(3 * anomaly);
    double const node = lunar_node(t);
    double const longitude =
        (mean_longitude + centre + perturbations(t) - 0.00569 - 0.00478 * std::sin(node)) *
        kRadians;
    double const obliquity =
        (23.4392911 - t * (0.0130042 + t * 1.64e-7) + 0.00256 * std::cos(node)) * kRadians;
    return {
        std::atan2(std::cos(obliquity) * std::sin(longitude), std::cos(longitude)) / kRadians,
        std::asin(std::sin(obliquity) * std::sin(longitude)) / kRadians};
}

/// The sun's angle west of the meridian, degrees, -180..180 (Meeus eq. 12.4 for the sidereal time,
/// with the main term of the equation of the equinoxes).
double hour_angle(LatLon place, Instant instant, Equatorial sun)
{
    double const days = days_since_2000(instant);
    double const t = days / 36'525.0;
    double const sidereal = 280.46061837 + 360.98564736629 * days + 0.000387933 * t * t -
                            0.00478 * std::sin(lunar_node(t)) * std::cos(23.44 * kRadians);
    return std::remainder(sidereal + place.lon - sun.right_ascension, 360.0);
}

milliseconds degrees_of_turn(double degrees)
{
    return milliseconds{static_cast<std::int64_t>(degrees / 360.0 * kMillisecondsPerDay)};
}

/// When the sun crosses the meridian, near `guess`.
Instant transit(LatLon place, Instant guess)
{
    for (int round = 0; round < 4; ++round) {
        guess -= degrees_of_turn(hour_angle(place, guess, sun_position(guess)));
    }
    return guess;
}

/// When the sun stands at `elevation` between `low` and `high`, where it stands lower and higher.
std::optional<Instant> crossing(LatLon place, Instant low, Instant high, double elevation)
{
    if (solar_elevation(place, low) >= elevation || solar_elevation(place, high) < elevation) {
        return std::nullopt;
    }
    while (std::chrono::abs(high - low) > milliseconds{10}) {
        Instant const middle = low + (high - low) / 2;
        (solar_elevation(place, middle) < elevation ? low : high) = middle;
    }
    return high;
}

} // namespace

double solar_elevation(LatLon place, Instant instant) noexcept
{
    assert(is_valid(place));
    Equatorial const sun = sun_position(instant);
    double const turn = hour_angle(place, instant, sun) * kRadians;
    double const lat = place.lat * kRadians;
    double const declination = sun.declination * kRadians;
    double const height = std::sin(lat) * std::sin(declination) +
                          std::cos(lat) * std::cos(declination) * std::cos(turn);
    return std::asin(std::clamp(height, -1.0, 1.0)) / kRadians;
}

SunTimes sun_times(LatLon place, std::chrono::year_month_day utc_date)
{
    assert(is_valid(place) && utc_date.ok());
    Instant const mean_noon =
        Instant{std::chrono::sys_days{utc_date}} + kHalfDay - degrees_of_turn(place.lon);
    SunTimes times;
    times.noon = transit(place, mean_noon);
    auto const rise = [&, midnight = times.noon - kHalfDay](double elevation) {
        return crossing(place, midnight, times.noon, elevation);
    };
    auto const set = [&, midnight = times.noon + kHalfDay](double elevation) {
        return crossing(place, midnight, times.noon, elevation);
    };
    times.sunrise = rise(kSunsetElevation);
    times.sunset = set(kSunsetElevation);
    times.civil_dawn = rise(kCivilElevation);
    times.civil_dusk = set(kCivilElevation);
    times.nautical_dawn = rise(kNauticalElevation);
    times.nautical_dusk = set(kNauticalElevation);
    times.astronomical_dawn = rise(kAstronomicalElevation);
    times.astronomical_dusk = set(kAstronomicalElevation);
    return times;
}

bool is_dark(LatLon place, Instant instant, double below) noexcept
{
    return solar_elevation(place, instant) < below;
}

} // namespace wt::daylight
