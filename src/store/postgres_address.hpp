#pragma once

#include <string>

namespace wt::store {

/// A `postgresql://…` address as libpq's `keyword='value' …`: SOCI takes any address for a list of
/// keywords and breaks those that are not.
/// \throws Refusal (invalid_input) if libpq does not understand it.
std::string postgres_keywords(std::string const& url);

} // namespace wt::store
