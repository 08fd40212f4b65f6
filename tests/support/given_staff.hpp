#pragma once

#include "scheme/role.hpp"
#include "support/test_app.hpp"

#include <string>

namespace wt {

/// Stores `person` as staff, linked to her officer if she is one, and signs her in.
/// \pre her command unit and officer are there, and she is not
/// \returns the token of her session, for the cookie `session`
std::string given_session(TestApp& test, Person const& person);

} // namespace wt
