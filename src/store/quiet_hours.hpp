#pragma once

#include "store/db.hpp"

#include <vector>

namespace wt::store {

/// What the force counted in one hour of its local week.
struct StoredQuietHour
{
    int hour = 0; ///< 0..167; 0: Monday 00:00 to 01:00
    double people = 0.0;
    double traffic = 0.0;
};

/// By hour; all of the week, or none.
std::vector<StoredQuietHour> list_quiet_hours(Reading& reading);

/// Puts these in the place of all there are.
void replace_quiet_hours(Transaction& tx, std::vector<StoredQuietHour> const& hours);

} // namespace wt::store
