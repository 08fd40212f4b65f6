#include "app/release_walk.hpp"

#include "store/requests.hpp"

namespace wt::app {

namespace {

bool is_live(PlaceState state)
{
    return state == PlaceState::proposed || state == PlaceState::accepted;
}

} // namespace

bool leave_walk(store::Transaction& tx, WalkId id, RequestId request, PlaceState to)
{
    auto const walk = store::lock_walk(tx, id);
    bool left = false;
    bool others = false;
    for (auto const& place : walk ? walk->places : std::vector<store::WalkPlace>{}) {
        if (place.request == request) {
            left = is_live(place.state) && store::move_place(tx, id, request, place.state, to);
        } else {
            others = others || is_live(place.state);
        }
    }
    if (left && !others) {
        store::cancel_walk(tx, id);
    }
    return left;
}

bool call_off_walk(App const& app, store::Transaction& tx, WalkId id)
{
    auto const walk = store::lock_walk(tx, id);
    if (!walk || !store::cancel_walk(tx, id)) {
        return false;
    }
    for (auto const& place : walk->places) {
        if (is_live(place.state) &&
            store::move_place(tx, id, place.request, place.state, PlaceState::cancelled)) {
            store::postpone_request(tx, place.request, true);
            auto const request = store::find_request(tx, place.request);
            queue_message(
                tx, MessageKind::walk_cancelled, request->participant, id.value, app.now());
        }
    }
    return true;
}

} // namespace wt::app
