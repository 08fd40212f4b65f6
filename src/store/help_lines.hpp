#pragma once

#include "scheme/help_line.hpp"
#include "store/db.hpp"

#include <vector>

namespace wt::store {

/// The force's own, in their order; none if it has imported none.
std::vector<HelpLine> list_help_lines(Reading& reading);

/// Puts these in the place of those that are there.
void replace_help_lines(Transaction& tx, std::vector<HelpLine> const& lines);

} // namespace wt::store
