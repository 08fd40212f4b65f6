#pragma once

#include "streets/search.hpp"

#include <span>
#include <vector>

namespace wt::streets {

/// The pace that plans assume: a little under the comfortable gait of women of 20 to 59, 1.31 to
/// 1.39 m/s (Bohannon and Williams Andrews, Physiotherapy 97 (2011), 182-189), as they talk.
inline constexpr MetresPerSecond kWalkingSpeed{1.3};

struct WalkingTimesOptions
{
    bool step_free = false;
    Seconds bound{3600.0}; ///< longer walks count as unreachable
    MetresPerSecond speed = kWalkingSpeed;
};

/// Walking times from each origin (row) to each destination (column).
class WalkingTimes
{
public:
    WalkingTimes(std::size_t origins, std::size_t destinations)
        : destinations_{destinations}, times_(origins * destinations)
    {
    }

    /// Infinite if it cannot be reached within the bound.
    [[nodiscard]] Seconds at(std::size_t origin, std::size_t destination) const
    {
        return times_.at(origin * destinations_ + destination);
    }
    /// Row by row.
    [[nodiscard]] std::vector<Seconds> const& all() const noexcept { return times_; }
    void set(std::size_t origin, std::size_t destination, Seconds time)
    {
        times_.at(origin * destinations_ + destination) = time;
    }

private:
    std::size_t destinations_;
    std::vector<Seconds> times_;
};

/// One bounded search per origin. Steps and slopes do not slow the pace.
WalkingTimes walking_times(
    Network const& network,
    std::span<StreetPoint const> origins,
    std::span<StreetPoint const> destinations,
    WalkingTimesOptions const& options = {});

} // namespace wt::streets
