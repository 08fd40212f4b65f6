#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/concerns.hpp"
#include "store/merging.hpp"

#include <optional>
#include <vector>

namespace wt::app {

/// How near two concerns of a category are to be the same.
inline constexpr Metres kSamePlace{50.0};
inline constexpr std::chrono::days kSameTime{90};

/// What stands beside a concern at the desk; none of it with a pseudonym.
struct Companions
{
    std::vector<store::StoredConcern> merged;   ///< that follow it
    std::vector<store::StoredConcern> near;     ///< that could follow it
    std::vector<store::StoredMerging> mergings; ///< its history, oldest first
};

/// \throws Refusal (not_found); (forbidden) for another unit's
Companions list_companions(App& app, Person const& person, ConcernId concern);

/// Lets a near one follow `lead`: it has the answer of that one, and every later answer to that one
/// is an answer to both. Each still counts as its own voice. Only for two that the public sees at
/// the same place: else the same answer would tell more of one of them.
/// \throws Refusal (not_found); (forbidden); (conflict) if it is not near any more, or follows or
///         leads others, or a street in the answer must not be read of it
void merge_concern(App& app, Person const& person, ConcernId lead, ConcernId concern);

/// Lets it stand by itself again; the answers that it had stay in its history.
/// \throws Refusal (not_found); (forbidden); (conflict) if it does so already
void separate_concern(App& app, Person const& person, ConcernId concern);

} // namespace wt::app
