#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"

#include <string_view>

namespace wt::app {

/// A desk has read of a crime or of abuse in the words of a concern. The concern leaves the loop
/// for good: its words, place and day are erased, nothing counts it, and a disclosure stands
/// instead, with the walk and without a word. The clock runs from the beginning of the walk, or of
/// the day on which it was told.
/// \param reference  of the crime, if it is recorded already; else empty
/// \throws Refusal: forbidden (another unit's); not_found; invalid_input (no crime reference)
void find_disclosure(App& app, Person const& desk, ConcernId concern, std::string_view reference);

} // namespace wt::app
