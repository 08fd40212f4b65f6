#include "geo/national_grid.hpp"

#include <cmath>
#include <numbers>

namespace wt {
namespace {

constexpr double kDegree = std::numbers::pi / 180;

struct Ellipsoid
{
    double a; ///< metres
    double b;

    [[nodiscard]] double e2() const { return 1 - b * b / (a * a); }
};

constexpr Ellipsoid kAiry{6377563.396, 6356256.909};
constexpr Ellipsoid kWgs84{6378137.0, 6356752.3141};

constexpr double kScale = 0.9996012717;
constexpr double kOriginLat = 49 * kDegree;
constexpr double kOriginLon = -2 * kDegree;
constexpr Xy kFalseOrigin{400000, -100000};

/// Radians.
struct Angles
{
    double lat;
    double lon;
};

/// The length of the meridian from the origin's latitude.
double meridian_arc(double lat)
{
    double const n = (kAiry.a - kAiry.b) / (kAiry.a + kAiry.b);
    double const n2 = n * n;
    double const n3 = n2 * n;
    double const less = lat - kOriginLat;
    double const more = lat + kOriginLat;
    return kAiry.b * kScale *
           ((1 + n + 1.25 * n2 + 1.25 * n3) * less -
            (3 * n + 3 * n2 + 2.625 * n3) * std::sin(less) * std::cos(more) +
            (1.875 * n2 + 1.875 * n3) * std::sin(2 * less) * std::cos(2 * more) -
            35.0 / 24 * n3 * std::sin(3 * less) * std::cos(3 * more));
}

/// The guide's symbols, but for Roman numerals where it has them.
Angles on_airy(Xy grid)
{
    double const north = grid.y - kFalseOrigin.y;
    double lat = kOriginLat;
    for (int round = 0; round < 10; ++round) { // each gains three digits
        lat += (north - meridian_arc(lat)) / (kAiry.a * kScale);
    }
    double const sin2 = std::sin(lat) * std::sin(lat);
    double const nu = kAiry.a * kScale / std::sqrt(1 - kAiry.e2() * sin2);
    double const rho = nu * (1 - kAiry.e2()) / (1 - kAiry.e2() * sin2);
    double const eta2 = nu / rho - 1;
    double const t = std::tan(lat);
    double const t2 = t * t;
    double const t4 = t2 * t2;
    double const u = (grid.x - kFalseOrigin.x) / nu;
    double const u2 = u * u;
    double const to_lat = t * nu / rho * u2 *
                          (0.5 - u2 / 24 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2) +
                           u2 * u2 / 720 * (61 + 90 * t2 + 45 * t4));
    double const to_lon =
        u / std::cos(lat) *
        (1 - u2 / 6 * (nu / rho + 2 * t2) + u2 * u2 / 120 * (5 + 28 * t2 + 24 * t4) -
         u2 * u2 * u2 / 5040 * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2));
    return {lat - to_lat, kOriginLon + to_lon};
}

} // namespace

LatLon from_national_grid(Xy grid) noexcept
{
    auto const [lat, lon] = on_airy(grid);
    double const nu = kAiry.a / std::sqrt(1 - kAiry.e2() * std::sin(lat) * std::sin(lat));
    double const x = nu * std::cos(lat) * std::cos(lon);
    double const y = nu * std::cos(lat) * std::sin(lon);
    double const z = nu * (1 - kAiry.e2()) * std::sin(lat);
    // From OSGB36: metres, parts per million and seconds of arc.
    constexpr double kSecond = kDegree / 3600;
    double const grow = 1 - 20.4894e-6;
    double const rx = 0.1502 * kSecond;
    double const ry = 0.2470 * kSecond;
    double const rz = 0.8421 * kSecond;
    double const x2 = 446.448 + grow * x - rz * y + ry * z;
    double const y2 = -125.157 + rz * x + grow * y - rx * z;
    double const z2 = 542.060 - ry * x + rx * y + grow * z;
    double const across = std::hypot(x2, y2);
    double lat2 = std::atan2(z2, across * (1 - kWgs84.e2()));
    for (int round = 0; round < 5; ++round) {
        double const nu2 = kWgs84.a / std::sqrt(1 - kWgs84.e2() * std::sin(lat2) * std::sin(lat2));
        lat2 = std::atan2(z2 + kWgs84.e2() * nu2 * std::sin(lat2), across);
    }
    return {lat2 / kDegree, std::atan2(y2, x2) / kDegree};
}

} // namespace wt
