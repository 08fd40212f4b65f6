#pragma once

#include "store/db.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// The statements that a statement of a migration stands for in a dialect. Understands
/// `{{int64}}`, `{{real}}`, `{{id}}` (a number that the database counts up), `{{strict}}`,
/// `{{bytewise}}` (a text sorted by its bytes, so that an index finds beginnings), and the whole
/// statements `{{append_only TABLE}}` and `{{append_only_support}}`.
std::vector<std::string> statements_of(std::string_view statement, Dialect dialect);

} // namespace wt::store
