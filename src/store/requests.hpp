#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/request_state.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// A request as the database holds it: what the queue needs, and the rest sealed with her key.
struct StoredRequest
{
    RequestId id;
    ParticipantId participant;
    BcuId bcu;
    WardId ward;
    RequestState state = RequestState::waiting;
    int party = 1;          ///< women, 1..4
    bool may_share = false; ///< a walk with others
    Instant waiting_since;
    int postponed = 0; ///< how often a walk was lost through no fault of hers
    bool first_for_next = false;
    std::string idempotency_key;
    int version = 1;
    Instant created_at;
    std::string sealed; ///< places, times, needs and words; empty once erased
};

/// \returns false, changing nothing, if a request with this idempotency key is there already.
bool insert_request(Transaction& tx, StoredRequest const& request);

std::optional<StoredRequest> find_request(Reading& reading, RequestId id);
std::optional<StoredRequest>
find_request_by_idempotency_key(Reading& reading, std::string_view key);

/// All of hers, newest first.
std::vector<StoredRequest> list_requests_of(Reading& reading, ParticipantId participant);

/// Those in one of the states, in the order in which they are served: first for the next date,
/// then by waiting time. All BCUs without `bcu`.
std::vector<StoredRequest> list_queue(
    Reading& reading, std::optional<BcuId> bcu, RequestState state, std::size_t limit = 10'000);

/// Where a page of the queue ended.
struct QueueKey
{
    bool first_for_next = false;
    Instant waiting_since;
    RequestId id;
};
QueueKey key_of(StoredRequest const& request);

/// As `list_queue`, for one BCU and page by page: what stands behind `after`.
std::vector<StoredRequest> list_queue_page(
    Reading& reading,
    BcuId bcu,
    RequestState state,
    std::optional<QueueKey> const& after,
    std::size_t limit);

/// How many requests of the BCU are in the state.
std::int64_t count_requests(Reading& reading, BcuId bcu, RequestState state);

/// How many waiting requests of the BCU stand before this one.
std::int64_t count_before(Reading& reading, StoredRequest const& request);

/// Moves a request from one state to another in one statement.
/// \returns false if it was not in state `from` any more.
bool move_request(Transaction& tx, RequestId id, RequestState from, RequestState to);

/// Erases what she asked for beyond what the queue needs.
void delete_request_details(Transaction& tx, RequestId id);

/// Back to the queue through no fault of hers: keeps her waiting time, counts a postponement.
void postpone_request(Transaction& tx, RequestId id, bool first_for_next);

/// What may be corrected of a request that waits.
struct RequestChange
{
    BcuId bcu;
    WardId ward;
    int party = 1;
    bool may_share = false;
    std::string sealed;
};

/// Replaces it, if the request waits and `version` is still the newest. \returns false otherwise.
bool update_request(Transaction& tx, RequestId id, int version, RequestChange const& change);

/// Officers she does not want to walk with.
void insert_refused_officer(Transaction& tx, ParticipantId participant, OfficerId officer);
std::vector<OfficerId> list_refused_officers(Reading& reading, ParticipantId participant);

} // namespace wt::store
