#pragma once

#include "scheme/hotspot.hpp"
#include "store/hotspots.hpp"
#include "store/segment_passes.hpp"
#include "streets/network.hpp"

#include <vector>

/// From what women said to what the rule calls: no database, no clock.
namespace wt::app {

/// Whose women speak for a segment: those of segments that meet it at an end, and of those whose
/// middles are this near, about what can be seen from the middle of a street.
inline constexpr Metres kAround{100.0};
/// Fewer different women make no hotspot: one who names ten segments of a street speaks ten times
/// around it, which the rule takes for ten.
inline constexpr int kFewestWomen = 5;
/// With what a street is compared that was reported: with those this near to any that was.
inline constexpr Metres kCompared{2000.0};

/// So far from its middle a segment of an older map is found again on today's.
inline constexpr Metres kSameStreet{50.0};

/// What a year brought.
struct HotspotEvidence
{
    std::vector<store::SpokenConcern> spoken{}; ///< of both families
    std::vector<store::SegmentPasses> passes{};
    Day monday; ///< of the search; all of it was said before
};

/// Adjoining hot segments, and those around them whose women made them hot.
struct FoundHotspot
{
    HotspotFamily family = HotspotFamily::walks;
    std::vector<streets::EdgeIndex> segments{}; ///< by rising index; in no other of the family
    BcuId bcu;                                  ///< where most was said
    WardId ward;
    store::StoredFinding finding{};
};

/// The hotspots of a family, judged by `hotspots::judge`: each woman once in each segment and
/// quarter; exposure is how often walks passed, or for reports the length of the street. Where no
/// walk passed nothing is known, and what was said there on a walk does not count.
std::vector<FoundHotspot> call_hotspots(
    streets::Network const& network, HotspotEvidence const& evidence, HotspotFamily family);

} // namespace wt::app
