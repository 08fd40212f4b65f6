#pragma once

#include "app/app.hpp"
#include "scheme/walk_state.hpp"
#include "store/walks.hpp"

#include <vector>

namespace wt::app {

/// How a woman's place on a walk ends when she has not walked.
struct BackToQueue
{
    PlaceState place = PlaceState::cancelled; ///< cancelled or absent
    bool first = false;                       ///< for the next date: it was not for her to keep
};

/// Everyone who had said yes goes back to the queue with the time she has waited, and is told.
void send_back_to_queue(
    App const& app, store::Transaction& tx, store::StoredWalk const& walk, BackToQueue how);

/// The walk was held: who came has walked; who is `absent` goes back to the queue and is told.
void end_places(
    App const& app,
    store::Transaction& tx,
    store::StoredWalk const& walk,
    std::vector<RequestId> const& absent);

} // namespace wt::app
