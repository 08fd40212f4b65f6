#pragma once

#include "support/test_app.hpp"

namespace wt {

/// Camberwell Road, 400 metres from west to east past `kCamberwell`, as the installation's map.
void given_streets(TestApp& test);

} // namespace wt
