#pragma once

#include "base/time.hpp"
#include "geo/segment_ref.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <vector>

/// How often walks passed a segment: bare counts, added a week at a time.
namespace wt::store {

struct SegmentPasses
{
    SegmentRef segment;
    std::int64_t quarter = 0; ///< since the first of 1970
    int passes = 0;           ///< > 0
};

/// Takes the week that begins on this Monday. \param is_added  false: it had too few walks
/// \returns false if it was taken before
bool insert_passed_week(Transaction& tx, Day monday, bool is_added);
bool is_passed_week(Reading& reading, Day monday);

/// Adds to what is there, segment by segment.
void add_segment_passes(Transaction& tx, std::vector<SegmentPasses> const& passes);

/// The sums from a quarter on, each segment once.
std::vector<SegmentPasses> list_segment_passes(Reading& reading, std::int64_t first_quarter);

} // namespace wt::store
