#pragma once

#include "app/app.hpp"
#include "app/private_data.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "scheme/role.hpp"
#include "store/walks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// A woman on a walk, as its officers see her: what to call her and what they must know.
struct WalkCompanion
{
    RequestId request;
    std::string name;
    int party = 1;
    PlaceState place = PlaceState::accepted;
    bool is_kept = true; ///< false: of what follows nothing is kept any more
    bool step_free = false;
    bool in_order = false; ///< the stops are her usual way, in its order
    std::string language;
    std::string words;
};

/// What was recorded on a walk, as its officers see it: the place and what it is like there.
struct WalkConcern
{
    ConcernId id;
    Category category = Category::other;
    int severity = 0;
    ConcernSource source = ConcernSource::walk;
    std::string street; ///< empty where it has no name
};

/// A walk, as its officers see it.
struct OfficerWalk
{
    WalkId id;
    BcuId bcu;
    WardId ward;
    Interval time;
    WalkState state = WalkState::confirmed;
    std::vector<store::WalkOfficer> officers;
    std::vector<WalkCompanion> companions;
    PrivateWalk route;
    std::string word;
    std::vector<WalkConcern> concerns; ///< without those taken back
};

/// Her walks from yesterday to two months ahead, further than plans reach, without anything about
/// the women.
std::vector<store::StoredWalk> list_own_walks(App& app, Person const& officer);

/// One walk of hers with the women on it, until a day after it; then without them and its route.
/// Opening it is a look at personal data, and is logged.
/// \throws Refusal (not_found) if she is not on it
OfficerWalk open_own_walk(App& app, Person const& officer, WalkId walk);

/// They have met.
/// \throws Refusal (conflict) earlier than an hour before the walk, or 12 hours after it
void start_walk(App& app, Person const& officer, WalkId walk);

/// The officers must go. The women are first for the next date.
/// \param safe_place  where they chose to be brought, 0..100 characters
void call_walk_away(App& app, Person const& officer, WalkId walk, std::string_view safe_place);

/// Nobody came: the walk did not happen. The women are told, and wait again.
/// \throws Refusal (conflict) before the walk begins, or if it was started
void miss_walk(App& app, Person const& officer, WalkId walk);

/// The walk is done.
/// \param absent  requests whose women did not come; they are told, and wait again
void finish_walk(
    App& app, Person const& officer, WalkId walk, std::vector<RequestId> const& absent);

} // namespace wt::app
