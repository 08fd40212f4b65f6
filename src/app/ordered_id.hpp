#pragma once

#include "base/time.hpp"

#include <cstdint>

namespace wt::app {

/// An id that is greater than those made before, by milliseconds and then at random: rows that are
/// made together stand together in a database's files, so many share a page. Tells when it was
/// made, so only for rows that say so anyway. Positive, below 2^63; unique within a process, and
/// between two processes but for one in four million per pair made in the same millisecond.
/// \pre now lies between 2020 and 2089
std::int64_t ordered_id(Instant now);

} // namespace wt::app
