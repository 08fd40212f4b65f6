#pragma once

#include "web/html.hpp"
#include "web/texts.hpp"

namespace wt::web {

/// What everyone is told before a box for free words: what officers must act on even if asked not
/// to, that nobody reads it live, and what erasure cannot remove.
Html words_warning(Texts const& t);

} // namespace wt::web
