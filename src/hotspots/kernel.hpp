#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace wt::hotspots {

/// How the weight of a point falls off with the distance d along the streets, up to the bandwidth
/// b. Each adds up to 1 over -b … b, so a density counts points per metre.
enum class Kernel : std::uint8_t
{
    quartic,      ///< 15 / (16 b) (1 - (d/b)^2)^2
    epanechnikov, ///< 3 / (4 b) (1 - (d/b)^2)
    gaussian      ///< of standard deviation b / 3, cut off at b and made whole again
};

/// The kernel but for its factor: 1 at u = 0.
/// \param u  d / b, in [0, 1)
template <Kernel kernel>
double kernel_shape(double u) noexcept
{
    if constexpr (kernel == Kernel::gaussian) {
        return std::exp(-4.5 * u * u);
    } else {
        double const v = 1 - u * u;
        return kernel == Kernel::quartic ? v * v : v;
    }
}

/// What `kernel_shape` is multiplied by, for a bandwidth of 1.
inline double kernel_factor(Kernel kernel) noexcept
{
    switch (kernel) {
    case Kernel::quartic:
        return 15.0 / 16.0;
    case Kernel::epanechnikov:
        return 3.0 / 4.0;
    case Kernel::gaussian:
        break;
    }
    return 3 / (std::sqrt(2 * std::numbers::pi) * std::erf(3 / std::numbers::sqrt2));
}

} // namespace wt::hotspots
