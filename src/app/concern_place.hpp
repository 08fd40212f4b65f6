#pragma once

#include "geo/segment_ref.hpp"
#include "scheme/ids.hpp"
#include "streets/network.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace wt::app {

/// Where somebody said that it is: a point, or a segment picked from a list or a planned route.
using PinnedPlace = std::variant<LatLon, SegmentRef>;

/// Where a concern lies: all that is kept of its place.
struct ConcernPlace
{
    SegmentRef segment;
    std::string street; ///< empty where it has no name
    BcuId bcu;
    WardId ward;
};

/// The ward and command unit around a point; nothing outside the force.
struct WardAndUnit
{
    WardId ward;
    BcuId bcu;
};
using FindWard = std::function<std::optional<WardAndUnit>(LatLon)>;

/// How far from a street a place may be.
inline constexpr Metres kFurthestFromStreet{200.0};

/// The segment of a pinned place, in the ward that holds the segment's middle.
/// \throws Refusal (invalid_input) outside the force's area, or too far from any street
ConcernPlace require_concern_place(
    streets::Network const& network, FindWard const& find_ward, PinnedPlace const& pinned);

} // namespace wt::app
