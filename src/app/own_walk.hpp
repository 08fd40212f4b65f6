#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/walks.hpp"

namespace wt::app {

/// From when an officer may start a walk: women and officers may come early.
inline constexpr std::chrono::hours kEarliestStart{1};

/// How long after its planned end a walk may still be started, finished or recorded on. Then it is
/// settled (`settle_walks`).
inline constexpr std::chrono::hours kTimeToSettle{12};

/// Whether the officer has a seat on the walk.
bool has_seat(Person const& officer, store::StoredWalk const& walk);

/// A walk on which the officer has a seat.
/// \throws Refusal (not_found) if she has none
store::StoredWalk require_own_walk(store::Reading& reading, Person const& officer, WalkId walk);

/// The same, locked (`store::lock_walk`) before it is changed.
store::StoredWalk lock_own_walk(store::Transaction& tx, Person const& officer, WalkId walk);

/// True from an hour before the walk to 12 hours after it. Nobody who tries a demonstration can
/// wait for that: there it is always true.
bool is_about_now(App const& app, store::StoredWalk const& walk);

/// \throws Refusal (conflict) unless `is_about_now`
void require_time_of(App const& app, store::StoredWalk const& walk);

} // namespace wt::app
