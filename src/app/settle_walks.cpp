#include "app/settle_walks.hpp"

#include "app/end_walk.hpp"
#include "app/own_walk.hpp"
#include "app/record.hpp"

namespace wt::app {

namespace {

bool settle(App& app, WalkId id)
{
    store::Transaction tx{app.db};
    auto const walk = store::lock_walk(tx, id);
    if (!walk) {
        return false;
    }
    if (store::move_walk(tx, id, WalkState::confirmed, WalkState::missed)) {
        send_back_to_queue(app, tx, *walk, {.place = PlaceState::cancelled, .first = true});
    } else if (store::move_walk(tx, id, WalkState::started, WalkState::held)) {
        end_places(app, tx, *walk, {});
    } else {
        return false;
    }
    record(app, tx, kSystem, Action::finish_walk, id);
    tx.commit();
    return true;
}

} // namespace

std::size_t settle_walks(App& app)
{
    std::vector<WalkId> open;
    {
        store::Reading reading{app.db};
        open = store::list_unsettled_walks(reading, app.now() - kTimeToSettle);
    }
    std::size_t count = 0;
    for (auto const id : open) {
        count += settle(app, id) ? 1U : 0U;
    }
    return count;
}

} // namespace wt::app
