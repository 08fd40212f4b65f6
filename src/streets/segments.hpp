#pragma once

#include "geo/segment_ref.hpp"
#include "streets/street_point.hpp"

#include <optional>

namespace wt::streets {

/// Beyond this a segment that was found again counts as moved, and a person should look.
inline constexpr Metres kMoved{25.0};

SegmentRef segment_ref(Network const& network, EdgeIndex edge);
inline SegmentRef segment_ref_at(Network const& network, StreetPoint const& point)
{
    return segment_ref(network, point.edge);
}

/// The segment of this very network that `ref` names; nothing if it is of another version.
std::optional<EdgeIndex> find_segment(Network const& network, SegmentRef const& ref);

/// What became of a segment in a newer network.
struct Reattachment
{
    EdgeIndex edge = 0;
    SegmentRef ref; ///< its name there
    Metres moved;   ///< from the old midpoint to the nearest point of the new segment
    bool is_same_way = false;

    [[nodiscard]] bool has_moved() const noexcept { return moved > kMoved; }
};

/// The nearest segment to where `ref` was: one of the same way where that is still there within
/// `kMoved`, else any within the radius; nothing beyond it.
std::optional<Reattachment>
reattach(Network const& network, SegmentRef const& ref, Metres radius = Metres{500.0});

} // namespace wt::streets
