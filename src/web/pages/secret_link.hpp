#pragma once

#include "web/html.hpp"
#include "web/site.hpp"
#include "web/texts.hpp"

#include <string_view>

namespace wt::web {

/// Her link as an address and as a picture, and the words that open her page without it, if she has
/// some: shown once.
Html secret_link(Site const& site, Texts const& t, std::string_view token, std::string_view words);

} // namespace wt::web
