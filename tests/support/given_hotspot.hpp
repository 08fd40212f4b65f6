#pragma once

#include "support/given_concerns.hpp"

#include <string>

namespace wt {

/// The grid town as the map of `given_walk_with_two_women`, every street of it passed by ten walks.
void given_town(TestApp& test);

/// `women` women say on walks that they feel unsafe at the crossing in the middle of the town, a
/// day before `monday`; and here and there in the town one does.
void given_said_at_crossing(TestApp& test, int women, Day monday);

/// Another hotspot of what women said on walks, confirmed and found in the same week: the streets
/// around the crossing at the town's corner.
HotspotId given_other_hotspot(TestApp& test);

/// What one woman says on a walk at a place's n-th segment.
struct GivenWords
{
    HotspotId place;
    std::size_t segment = 0; ///< counted around
    std::string woman;
    Day day;
    int severity = 1;
};
void given_words(TestApp& test, GivenWords const& words);

/// Monday 30 November 2026, of the week in which tests begin.
Day given_monday();

/// A hotspot there, found by the search itself.
HotspotId given_hotspot(TestApp& test, int women = 12);

} // namespace wt
