#include "app/queue.hpp"

#include "app/participant.hpp"
#include "app/permission.hpp"
#include "app/private_data.hpp"
#include "base/refusal.hpp"

#include <algorithm>
#include <iterator>

namespace wt::app {

namespace {

/// Drops what is hers, and what would tie her requests together.
store::StoredRequest for_desk(store::StoredRequest request)
{
    request.participant = {};
    request.idempotency_key.clear();
    request.sealed.clear();
    return request;
}

store::StoredRequest
require_request(store::Reading& reading, Person const& person, Action action, RequestId id)
{
    auto request = store::find_request(reading, id);
    if (!request) {
        throw Refusal{Refusal::not_found, N_("There is no such request.")};
    }
    require_permission(person, action, request->bcu);
    return std::move(*request);
}

} // namespace

QueuePage list_queue(App& app, Person const& person, QueueFilter const& filter)
{
    require_permission(person, Action::see_queue, filter.bcu);
    auto const limit = std::clamp<std::size_t>(filter.limit, 1, 500);
    store::Reading reading{app.db};
    auto stored = store::list_queue_page(reading, filter.bcu, filter.state, filter.after, limit);
    QueuePage page;
    if (stored.size() == limit) {
        page.next = store::key_of(stored.back());
    }
    std::ranges::transform(stored, std::back_inserter(page.requests), for_desk);
    page.waiting = store::count_requests(reading, filter.bcu, RequestState::waiting);
    page.proposed = store::count_requests(reading, filter.bcu, RequestState::proposed);
    page.booked = store::count_requests(reading, filter.bcu, RequestState::booked);
    return page;
}

DeskRequest open_desk_request(App& app, Person const& person, RequestId id)
{
    store::Reading reading{app.db};
    auto request = require_request(reading, person, Action::see_queue, id);
    DeskRequest opened{for_desk(std::move(request)), store::list_walks_of_request(reading, id)};
    for (auto& walk : opened.walks) {
        std::erase_if(walk.places, [&](auto const& place) { return place.request != id; });
        for (auto& place : walk.places) {
            place.sealed.clear();
        }
    }
    return opened;
}

std::optional<RequestPerson>
open_request_person(App& app, Person const& person, RequestId id, Reason reason)
{
    if (reason == Reason::none) {
        throw Refusal{Refusal::invalid_input, N_("Say why you need to know who she is.")};
    }
    store::Transaction tx{app.db};
    auto const request = require_request(tx, person, Action::see_request, id);
    record(app, tx, person, Action::see_request, id, reason);
    auto const she = find_participant(app, tx, request.participant);
    std::optional<RequestPerson> opened;
    if (she) {
        bool const is_kept = !request.sealed.empty();
        auto const details = is_kept ? open_request(she->key, request.sealed) : PrivateRequest{};
        opened = RequestPerson{
            .name = she->data.name,
            .contact = she->data.contact,
            .wants_messages = she->data.wants_messages,
            .is_kept = is_kept,
            .step_free = details.step_free,
            .language = details.language};
    }
    tx.commit();
    return opened;
}

} // namespace wt::app
