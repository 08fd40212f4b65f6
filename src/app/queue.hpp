#pragma once

#include "app/app.hpp"
#include "app/record.hpp"
#include "scheme/role.hpp"
#include "store/requests.hpp"
#include "store/walks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// What the desk wants to see of its queue.
struct QueueFilter
{
    BcuId bcu;
    RequestState state = RequestState::waiting;
    std::optional<store::QueueKey> after{}; ///< where the page before ended
    std::size_t limit = 50;                 ///< 1..500
};

/// A page of the queue. Nothing personal: what is sealed is not there, nor who asked.
struct QueuePage
{
    std::vector<store::StoredRequest> requests; ///< in the order in which they are served
    std::optional<store::QueueKey> next;
    std::int64_t waiting = 0;
    std::int64_t proposed = 0;
    std::int64_t booked = 0;
};

/// \throws Refusal (forbidden) unless `person` may see the queue of that unit
QueuePage list_queue(App& app, Person const& person, QueueFilter const& filter);

/// A request as the desk sees it without a reason: how it stands, and its walks.
struct DeskRequest
{
    store::StoredRequest request;         ///< without what is sealed and who asked
    std::vector<store::StoredWalk> walks; ///< newest first, without what is sealed
};

/// \throws Refusal (not_found); (forbidden) for another unit's
DeskRequest open_desk_request(App& app, Person const& person, RequestId request);

/// Who asked, and what she needs. Her places and her words are not the desk's business.
struct RequestPerson
{
    std::string name;
    std::string contact; ///< empty: none, or she is reached by her link alone
    bool wants_messages = false;
    bool is_kept = true; ///< false: what she asked for is no longer kept
    bool step_free = false;
    std::string language; ///< empty: the force's own
};

/// Opens her data. Every look is written into the audit, with its reason.
/// \param reason  why the desk looks; not `Reason::none`
/// \returns nothing if she has been erased
/// \throws Refusal (invalid_input) without a reason; (not_found); (forbidden) for another unit's
std::optional<RequestPerson>
open_request_person(App& app, Person const& person, RequestId request, Reason reason);

} // namespace wt::app
