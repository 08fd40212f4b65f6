#pragma once

#include "app/app.hpp"
#include "app/outbox.hpp"
#include "store/walks.hpp"

namespace wt::app {

/// Takes a request off a walk that is proposed or confirmed. The walk goes on while another woman
/// is on it; else it is cancelled and its officers are free.
/// \param to  how her place ends: declined, cancelled
/// \returns false if she was not on it any more
bool leave_walk(store::Transaction& tx, WalkId walk, RequestId request, PlaceState to);

/// Calls a walk off beforehand, for all on it: they go back to the queue with the time they have
/// waited, first for the next date, and are told.
/// \returns false if it was neither proposed nor confirmed any more
bool call_off_walk(App const& app, store::Transaction& tx, WalkId walk);

} // namespace wt::app
