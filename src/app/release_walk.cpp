#include "app/release_walk.hpp"

#include "store/requests.hpp"

namespace wt::app {

namespace {

bool is_live(PlaceState state)
{
    return state == PlaceState::proposed || state == PlaceState::accepted;
}

} // namespace

bool leave_walk(
    store::Transaction& tx, store::StoredWalk const& walk, RequestId request, PlaceState to)
{
    bool left = false;
    bool others = false;
    for (auto const& place : walk.places) {
        if (place.request == request) {
            left = is_live(place.state) && store::move_place(tx, walk.id, request, place.state, to);
        } else {
            others = others || is_live(place.state);
        }
    }
    if (left && !others) {
        store::cancel_walk(tx, walk.id);
    }
    return left;
}

bool call_off_walk(App const& app, store::Transaction& tx, store::StoredWalk const& walk)
{
    if (!store::cancel_walk(tx, walk.id)) {
        return false;
    }
    for (auto const& place : walk.places) {
        if (is_live(place.state) &&
            store::move_place(tx, walk.id, place.request, place.state, PlaceState::cancelled)) {
            store::postpone_request(tx, place.request, true);
            auto const request = store::find_request(tx, place.request);
            queue_message(
                tx, MessageKind::walk_cancelled, request->participant, walk.id.value, app.now());
        }
    }
    return true;
}

} // namespace wt::app
