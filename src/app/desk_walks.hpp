#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/walks.hpp"

#include <vector>

namespace wt::app {

/// The walks of a command unit that start in the interval, by start; nothing personal.
/// \throws Refusal (forbidden) unless `person` may see the walks of that unit
std::vector<store::StoredWalk>
list_desk_walks(App& app, Person const& person, BcuId bcu, Interval starts);

/// One walk, with its requests; nothing personal.
/// \throws Refusal (not_found); (forbidden) for another unit's
store::StoredWalk open_desk_walk(App& app, Person const& person, WalkId walk);

/// Calls a walk off beforehand. Its women are back in the queue with the time they have waited,
/// first for the next date, and are told; its officers are free.
/// \throws Refusal (conflict) if it has begun or was called off; (not_found); (forbidden)
void cancel_walk_for_desk(App& app, Person const& person, WalkId walk);

} // namespace wt::app
