#pragma once

#include "support/given_concerns.hpp"

namespace wt {

/// The grid town as the map of `given_walk_with_two_women`, every street of it passed by ten walks.
void given_town(TestApp& test);

/// `women` women say on walks that they feel unsafe at the crossing in the middle of the town, a
/// day before `monday`; and here and there in the town one does.
void given_said_at_crossing(TestApp& test, int women, Day monday);

/// Monday 30 November 2026, of the week in which tests begin.
Day given_monday();

/// A hotspot there, found by the search itself.
HotspotId given_hotspot(TestApp& test, int women = 12);

} // namespace wt
