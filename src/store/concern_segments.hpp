#pragma once

#include "geo/segment_ref.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <vector>

namespace wt::store {

/// A street segment that concerns are held by, and by how many: nothing of who, or what, it was.
struct ConcernSegment
{
    SegmentRef segment;
    std::int64_t concerns = 0;
};

/// All of them, each once per network version.
std::vector<ConcernSegment> list_concern_segments(Reading& reading);

} // namespace wt::store
