#pragma once

#include "base/interval.hpp"
#include "daylight/quiet.hpp"
#include "daylight/sun.hpp"

#include <chrono>
#include <vector>

namespace wt::daylight {

/// What makes a moment one that is offered for a walk.
struct OfferRules
{
    double dark_below = kCivilElevation; ///< the sun's centre is lower than this, degrees
    double quiet_at_least = 0.5;         ///< of QuietProfile, 0..1
    /// Local times of day between which no walk is offered, as minutes since midnight; none if
    /// equal. `closed_from` > `closed_to` closes over midnight.
    std::chrono::minutes closed_from{0};
    std::chrono::minutes closed_to{0};
};

/// Why a moment is offered, or the first reason why not.
enum class Offer
{
    offered,
    in_the_light,
    busy,
    closed,
    repeated_hour
};

/// Whether a walk may be offered at `instant`. The second pass of the hour that comes twice when
/// the clocks go back is never offered, so that a local time names one walk.
Offer offer_at(
    LatLon place,
    Instant instant,
    Zone const& zone,
    OfferRules const& rules,
    QuietProfile const& profile);

/// Local days, both included.
struct DayRange
{
    Day first;
    Day last;
};

/// The dark and quiet times of those local days at `place`, sorted and disjoint. Darkness begins
/// and ends where the sun crosses `dark_below`, to the second; hours by the local clock. A night
/// is cut at midnight only where the range begins and ends.
std::vector<Interval> offered_windows(
    LatLon place,
    DayRange days,
    Zone const& zone,
    OfferRules const& rules,
    QuietProfile const& profile);

/// A stretch of time, and why all of it is offered or is not.
struct ExplainedTime
{
    Interval when;
    Offer offer = Offer::offered;
};

/// All of those local days in order, without gaps, neighbours with different reasons. What is
/// offered of them is `offered_windows`.
std::vector<ExplainedTime> explained_windows(
    LatLon place,
    DayRange days,
    Zone const& zone,
    OfferRules const& rules,
    QuietProfile const& profile);

/// The times of those days that are neither closed nor a repeated hour: what is offered to a woman
/// who chose daylight or busy hours.
std::vector<Interval> open_windows(DayRange days, Zone const& zone, OfferRules const& rules);

/// How well a moment suits a walk in the dark and quiet, 0..1: the mean of how dark it is (0 with
/// the sun at -0.83 degrees or higher, 1 at -18 degrees or lower, linear between) and how quiet.
double quality(LatLon place, Instant instant, Zone const& zone, QuietProfile const& profile);

} // namespace wt::daylight
