#pragma once

#include "base/time.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>

/// A date in three boxes, as `date_input` shows them: NAME-day, NAME-month, NAME-year.
namespace wt::web {

/// \returns nothing if it is not a day of the years 1970 to 2199
std::optional<Day> find_date(Fields const& typed, std::string const& name);
void put_date(Fields& fields, std::string const& name, Day day);
/// True if anything was typed into one of the boxes.
bool has_date(Fields const& typed, std::string const& name);

} // namespace wt::web
