#pragma once

#include "geo/point.hpp"
#include "store/areas.hpp"
#include "store/db.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A place that people search for.
struct StoredPlace
{
    std::string name;       ///< as it is shown: "SE5 0EN", "Burgess Park"
    std::string search_key; ///< what a search must begin with
    LatLon point;
    bool is_unique = false; ///< a postcode: one place; of a name there may be several
};

/// Adds the place, or moves the postcode that is there already.
Put put_place(Transaction& tx, StoredPlace const& place);

/// Takes away what an earlier map brought, and adds these. Those that were put one by one stay.
void replace_places_of_map(Transaction& tx, std::vector<StoredPlace> const& places);

/// Places whose key begins with `key`, the shortest keys first. \pre `key` is not empty (asserted)
std::vector<StoredPlace>
list_places_by_key(Reading& reading, std::string_view key, std::size_t limit);

} // namespace wt::store
