#include "app/own_walk.hpp"

#include "base/refusal.hpp"

#include <algorithm>

namespace wt::app {

bool has_seat(Person const& officer, store::StoredWalk const& walk)
{
    return officer.officer &&
           std::ranges::find(walk.officers, *officer.officer, &store::WalkOfficer::id) !=
               walk.officers.end();
}

store::StoredWalk require_own_walk(store::Reading& reading, Person const& officer, WalkId id)
{
    auto walk = store::find_walk(reading, id);
    if (!walk || !has_seat(officer, *walk)) {
        throw Refusal{Refusal::not_found, N_("There is no such walk among yours.")};
    }
    return std::move(*walk);
}

store::StoredWalk lock_own_walk(store::Transaction& tx, Person const& officer, WalkId id)
{
    require_own_walk(tx, officer, id);
    return store::lock_walk(tx, id).value();
}

bool is_about_now(App const& app, store::StoredWalk const& walk)
{
    auto const now = app.now();
    return app.settings()->demonstration ||
           (now >= walk.time.from - kEarliestStart && now <= walk.time.to + kTimeToSettle);
}

void require_time_of(App const& app, store::StoredWalk const& walk)
{
    if (!is_about_now(app, walk)) {
        throw Refusal{
            Refusal::conflict,
            N_("This can be done from an hour before the walk to 12 hours after it.")};
    }
}

} // namespace wt::app
