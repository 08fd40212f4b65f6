#include "app/desk_walks.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
#include "base/refusal.hpp"

namespace wt::app {

namespace {

/// The routes are the women's and their officers'.
store::StoredWalk for_desk(store::StoredWalk walk)
{
    for (auto& place : walk.places) {
        place.sealed.clear();
    }
    return walk;
}

store::StoredWalk
require_walk(store::Reading& reading, Person const& person, Action action, WalkId id)
{
    auto walk = store::find_walk(reading, id);
    if (!walk) {
        throw Refusal{Refusal::not_found, N_("There is no such walk.")};
    }
    require_permission(person, action, walk->bcu);
    return for_desk(std::move(*walk));
}

} // namespace

std::vector<store::StoredWalk>
list_desk_walks(App& app, Person const& person, BcuId bcu, Interval starts)
{
    require_permission(person, Action::see_walks, bcu);
    store::Reading reading{app.db};
    auto walks = store::list_walks(reading, bcu, starts);
    for (auto& walk : walks) {
        walk = for_desk(std::move(walk));
    }
    return walks;
}

store::StoredWalk open_desk_walk(App& app, Person const& person, WalkId id)
{
    store::Reading reading{app.db};
    return require_walk(reading, person, Action::see_walks, id);
}

void cancel_walk_for_desk(App& app, Person const& person, WalkId id)
{
    store::Transaction tx{app.db};
    require_walk(tx, person, Action::cancel_walk_for_desk, id);
    if (!call_off_walk(app, tx, id)) {
        throw Refusal{
            Refusal::conflict,
            N_("This walk has begun or is called off already. Look at it again.")};
    }
    record(app, tx, person, Action::cancel_walk_for_desk, id, Reason::planning);
    tx.commit();
}

} // namespace wt::app
