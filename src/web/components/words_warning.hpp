#pragma once

#include "web/html.hpp"
#include "web/texts.hpp"

#include <string>

namespace wt::web {

/// What everyone is told before a box for free words: what officers must act on even if asked not
/// to, that nobody reads it live, and what erasure cannot remove.
/// \param emergency_number  of the force
Html words_warning(Texts const& t, std::string const& emergency_number);

} // namespace wt::web
