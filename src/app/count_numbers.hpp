#pragma once

#include "app/app.hpp"
#include "scheme/month.hpp"
#include "store/numbers.hpp"

#include <vector>

namespace wt::app {

/// The numbers of a month as they may be published, for every command unit and the force: each
/// list counted, with what `privacy` holds back held back.
///
/// What was answered or judged counts up to `until`, the moment at which the month is due, so that
/// a month published late has the numbers it would have had.
/// \pre until > the end of the month
std::vector<store::NumberCell>
count_numbers(App const& app, store::Reading& reading, Month month, Instant until);

} // namespace wt::app
