#include "app/end_walk.hpp"

#include "app/outbox.hpp"
#include "store/requests.hpp"

#include <algorithm>

namespace wt::app {

namespace {

void send_back(
    App const& app,
    store::Transaction& tx,
    store::StoredWalk const& walk,
    RequestId id,
    BackToQueue how)
{
    if (!store::move_place(tx, walk.id, id, PlaceState::accepted, how.place)) {
        return;
    }
    store::postpone_request(tx, id, how.first);
    if (auto const request = store::find_request(tx, id)) {
        queue_message(
            tx, MessageKind::walk_changed, request->participant, walk.id.value, app.now());
    }
}

} // namespace

void send_back_to_queue(
    App const& app, store::Transaction& tx, store::StoredWalk const& walk, BackToQueue how)
{
    for (auto const& place : walk.places) {
        send_back(app, tx, walk, place.request, how);
    }
}

void end_places(
    App const& app,
    store::Transaction& tx,
    store::StoredWalk const& walk,
    std::vector<RequestId> const& absent)
{
    for (auto const& place : walk.places) {
        if (std::ranges::find(absent, place.request) != absent.end()) {
            send_back(app, tx, walk, place.request, {.place = PlaceState::absent});
        } else if (store::move_place(
                       tx, walk.id, place.request, PlaceState::accepted, PlaceState::attended)) {
            store::move_request(tx, place.request, RequestState::booked, RequestState::walked);
        }
    }
}

} // namespace wt::app
