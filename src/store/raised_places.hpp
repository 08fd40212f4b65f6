#pragma once

#include "base/time.hpp"
#include "geo/bounds.hpp"
#include "store/db.hpp"

#include <vector>

namespace wt::store {

/// A street segment of which people said that it feels unsafe: nothing of who, or what, it was.
struct RaisedPlace
{
    LatLon middle;
    int people = 0;         ///< distinct; all reports without a walk together count as one
    int worst = 0;          ///< severity, 0..3
    Day oldest{};           ///< when the first of what is open there was raised
    bool is_walked = false; ///< somebody said it on a walk there
};

/// The segments within the box that somebody raised a concern about which is neither withdrawn nor
/// answered as done. Most people first, at most `limit`.
std::vector<RaisedPlace>
list_raised_places(Reading& reading, Bounds const& box, std::size_t limit = 500);

} // namespace wt::store
