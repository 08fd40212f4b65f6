#pragma once

#include "app/app.hpp"

#include <cstddef>

namespace wt::app {

/// Settles what officers left open 12 hours after the planned end (`kTimeToSettle`): a walk that
/// nobody started was missed, and its women are first for the next date and told so; one that was
/// started and never finished was held. Any number of workers may run this at once.
/// \returns how many walks were settled
std::size_t settle_walks(App& app);

} // namespace wt::app
