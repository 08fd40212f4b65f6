#pragma once

#include "base/interval.hpp"
#include "scheme/ids.hpp"
#include "scheme/walk_state.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// A walk about to be stored.
struct NewWalk
{
    WalkId id;
    BcuId bcu;
    WardId ward;
    Interval time;     ///< when the women are on it
    Interval occupied; ///< of the officers' time: briefing before, travel and rest after
    Day day;           ///< local day of its start, on which the officers must be on duty
    std::vector<OfficerId> officers; ///< at least two, different
    Instant created_at;
};

/// Stores the walk as proposed and books its officers, quarter of an hour by quarter of an hour.
/// Of two who want the same officer at the same time exactly one gets her.
/// \returns false, storing nothing, if an officer is booked already or not on duty that day.
/// \pre two officers or more (asserted, and refused by the database)
bool insert_walk(Transaction& tx, NewWalk const& walk);

/// An officer on a walk, as she is named to the public.
struct WalkOfficer
{
    OfficerId id;
    std::string public_name;
    std::string collar_number;
};

/// A woman's place on a walk.
struct WalkPlace
{
    RequestId request;
    PlaceState state = PlaceState::proposed;
    Instant deadline_at;
    std::string sealed; ///< her copy of the route; empty once erased
};

struct StoredWalk
{
    WalkId id;
    BcuId bcu;
    WardId ward;
    Interval time;
    WalkState state = WalkState::proposed;
    int version = 1;
    std::vector<WalkOfficer> officers;
    std::vector<WalkPlace> places;
};

std::optional<StoredWalk> find_walk(Reading& reading, WalkId id);

/// As `find_walk`, and nobody else changes it or the places on it before this transaction ends: who
/// reads it to decide reads it so. Locked before anything else of a walk, so nobody waits in a
/// ring.
std::optional<StoredWalk> lock_walk(Transaction& tx, WalkId id);

/// Walks that start in the interval, by start.
std::vector<StoredWalk> list_walks(Reading& reading, std::optional<BcuId> bcu, Interval starts);
std::vector<StoredWalk> list_walks_of_officer(Reading& reading, OfficerId officer, Interval starts);
/// Walks on which the request has a place, newest first.
std::vector<StoredWalk> list_walks_of_request(Reading& reading, RequestId request);

/// Moves a walk from one state to another in one statement. \returns false if it was not in `from`.
bool move_walk(Transaction& tx, WalkId id, WalkState from, WalkState to);

/// Frees the officers and their time; the walk stays as cancelled.
/// \returns false if it was neither proposed nor confirmed.
bool cancel_walk(Transaction& tx, WalkId id);

/// Gives the request a place on the walk, with her sealed copy of the route.
/// \returns false if the request has a place on another live walk.
bool insert_place(
    Transaction& tx, WalkId walk, RequestId request, Instant deadline_at, std::string_view sealed);

/// \returns false if her place was not in state `from` any more.
bool move_place(Transaction& tx, WalkId walk, RequestId request, PlaceState from, PlaceState to);

/// Replaces her copy of the route.
void update_place(Transaction& tx, WalkId walk, RequestId request, std::string_view sealed);

/// Walks that ended before `then` and are still confirmed or started.
std::vector<WalkId> list_unsettled_walks(Reading& reading, Instant then);

/// Proposed places whose deadline has passed.
std::vector<std::pair<WalkId, RequestId>> list_expired_places(Reading& reading, Instant now);

} // namespace wt::store
