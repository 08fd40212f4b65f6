#pragma once

#include "web/router.hpp"

namespace wt::web {

/// Every route of the program. A resource's file NAME.cpp defines `add_NAME_routes` and is called
/// here.
Router make_router();

} // namespace wt::web
