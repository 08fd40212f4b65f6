#pragma once

#include "web/pages/shell.hpp"

namespace wt::web {

Page home_page(Texts const& t);

} // namespace wt::web
