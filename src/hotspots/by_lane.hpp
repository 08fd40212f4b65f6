#pragma once

#include "hotspots/density.hpp"

#include <span>
#include <vector>

namespace wt::hotspots {

/// Places by the lane they lie on, in the order in which who walks it comes by.
class ByLane
{
public:
    struct Entry
    {
        double along = 0.0; ///< metres from the start of the lane
        double weight = 1.0;
        std::size_t place = 0; ///< which one it is; the first of those that lie here if merged
    };

    /// \param merged  places at the very same point become one with their number as weight
    ByLane(StreetGraph const& graph, std::span<OnStreet const> places, bool merged);

    [[nodiscard]] std::span<Entry const> on(Lane lane) const noexcept
    {
        return {entries_.data() + first_[lane], first_[lane + 1] - first_[lane]};
    }

private:
    std::vector<std::size_t> first_;
    std::vector<Entry> entries_;
};

} // namespace wt::hotspots
