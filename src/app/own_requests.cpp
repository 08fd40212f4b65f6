#include "app/own_requests.hpp"

#include "app/areas.hpp"
#include "app/outbox.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
#include "app/word_of_walk.hpp"
#include "base/refusal.hpp"
#include "store/requests.hpp"
#include "store/roster.hpp"

#include <algorithm>

namespace wt::app {

namespace {

[[noreturn]] void refuse_stale()
{
    throw Refusal{Refusal::conflict, N_("This has changed meanwhile. Look at your page again.")};
}

/// A shared walk, as one of its women may see it: where they meet once she has said yes, and of the
/// stops her own. Who would find out where another woman walks learns nothing by asking to join.
PrivateWalk without_others(PrivateWalk route, PrivateRequest const& details, PlaceState place)
{
    route.line.clear();
    route.directions.clear();
    auto const is_anothers = [&](NamedPlace const& named) {
        return std::ranges::find(details.places, named) == details.places.end();
    };
    std::erase_if(route.stops, is_anothers);
    std::erase_if(
        route.left_out, [&](LeftOutPlace const& left) { return is_anothers(left.place); });
    if (place == PlaceState::proposed) {
        route.meeting = {};
        route.stops.clear();
        route.left_out.clear();
    }
    return route;
}

OwnWalk to_own_walk(
    App const& app,
    Participant const& she,
    store::StoredWalk walk,
    RequestId request,
    PrivateRequest const& details)
{
    auto const place = std::ranges::find(walk.places, request, &store::WalkPlace::request);
    OwnWalk own{
        .id = walk.id,
        .time = walk.time,
        .state = walk.state,
        .place = place->state,
        .deadline_at = place->deadline_at,
        .officers = std::move(walk.officers),
        .route = {},
        .word = word_of_walk(app, walk.id),
        .ward = walk.ward,
        .is_shared = walk.places.size() > 1};
    if (!place->sealed.empty()) {
        own.route = open_walk(she.key, place->sealed);
    }
    if (own.is_shared) {
        own.route = without_others(std::move(own.route), details, place->state);
    }
    return own;
}

/// Her request that has a place on `walk`.
store::StoredRequest require_own_request_on(
    store::Reading& reading, Participant const& she, store::StoredWalk const& walk)
{
    for (auto const& place : walk.places) {
        auto request = store::find_request(reading, place.request);
        if (request && request->participant == she.id) {
            return std::move(*request);
        }
    }
    throw Refusal{Refusal::not_found, N_("There is no such walk on your page.")};
}

store::StoredWalk lock_her_walk(store::Transaction& tx, WalkId id)
{
    auto walk = store::lock_walk(tx, id);
    if (!walk) {
        throw Refusal{Refusal::not_found, N_("There is no such walk on your page.")};
    }
    return std::move(*walk);
}

store::StoredRequest
require_own_request(store::Reading& reading, Participant const& she, RequestId id)
{
    auto request = store::find_request(reading, id);
    if (!request || request->participant != she.id) {
        throw Refusal{Refusal::not_found, N_("There is no such request on your page.")};
    }
    return std::move(*request);
}

/// Takes her off the walk and puts the request back where it stood in the queue.
void leave_and_wait(store::Transaction& tx, store::StoredWalk const& walk, RequestId request)
{
    auto const place = std::ranges::find(walk.places, request, &store::WalkPlace::request);
    bool const answered = place->state == PlaceState::accepted;
    if (!leave_walk(
            tx, walk.id, request, answered ? PlaceState::cancelled : PlaceState::declined) ||
        !store::move_request(
            tx,
            request,
            answered ? RequestState::booked : RequestState::proposed,
            RequestState::waiting)) {
        refuse_stale();
    }
}

} // namespace

std::vector<OwnRequest> list_own_requests(App& app, Participant const& she)
{
    store::Reading reading{app.db};
    std::vector<OwnRequest> requests;
    for (auto const& stored : store::list_requests_of(reading, she.id)) {
        OwnRequest own{
            .id = stored.id,
            .state = stored.state,
            .waiting_since = stored.waiting_since,
            .before_her = 0,
            .version = stored.version,
            .party = stored.party,
            .may_share = stored.may_share,
            .details = {},
            .walks = {}};
        if (!stored.sealed.empty()) { // else erased
            own.details = open_request(she.key, stored.sealed);
        }
        if (stored.state == RequestState::waiting) {
            own.before_her = store::count_before(reading, stored);
            own.nobody_speaks =
                own.details.needs_language &&
                std::ranges::none_of(
                    store::list_officers(reading, stored.bcu),
                    [&](store::StoredOfficer const& officer) {
                        return store::is_eligible(officer) &&
                               std::ranges::count(officer.languages, own.details.language) > 0;
                    });
        }
        for (auto& walk : store::list_walks_of_request(reading, stored.id)) {
            own.walks.push_back(to_own_walk(app, she, std::move(walk), stored.id, own.details));
        }
        requests.push_back(std::move(own));
    }
    return requests;
}

void accept_proposal(App& app, Participant const& she, WalkId id)
{
    require_permission(she.person(), Action::answer_proposal);
    store::Transaction tx{app.db};
    auto const walk = lock_her_walk(tx, id);
    auto const request = require_own_request_on(tx, she, walk);
    bool const is_held =
        (walk.state == WalkState::proposed || walk.state == WalkState::confirmed) &&
        store::move_place(tx, id, request.id, PlaceState::proposed, PlaceState::accepted) &&
        store::move_request(tx, request.id, RequestState::proposed, RequestState::booked);
    if (!is_held) {
        refuse_stale();
    }
    store::move_walk(tx, id, WalkState::proposed, WalkState::confirmed);
    if (she.data.wants_messages) {
        queue_message(tx, MessageKind::walk_confirmed, she.id, id.value, app.now());
    }
    record(app, tx, she.person(), Action::answer_proposal, id);
    tx.commit();
}

void decline_walk(App& app, Participant const& she, WalkId id)
{
    require_permission(she.person(), Action::cancel_walk);
    store::Transaction tx{app.db};
    auto const walk = lock_her_walk(tx, id);
    leave_and_wait(tx, walk, require_own_request_on(tx, she, walk).id);
    record(app, tx, she.person(), Action::cancel_walk, id);
    tx.commit();
}

void refuse_officer(App& app, Participant const& she, WalkId id, OfficerId officer)
{
    require_permission(she.person(), Action::refuse_officer);
    store::Transaction tx{app.db};
    auto const walk = lock_her_walk(tx, id);
    auto const request = require_own_request_on(tx, she, walk);
    if (std::ranges::find(walk.officers, officer, &store::WalkOfficer::id) == walk.officers.end()) {
        throw Refusal{Refusal::not_found, N_("This officer is not on your walk.")};
    }
    store::insert_refused_officer(tx, she.id, officer);
    leave_and_wait(tx, walk, request.id);
    record(app, tx, she.person(), Action::refuse_officer, request.id);
    tx.commit();
}

void change_request(
    App& app, Participant const& she, RequestId id, int version, WalkWish const& wish)
{
    require_permission(she.person(), Action::change_request);
    auto const errors = check_walk(app, wish);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    auto const ward = app.areas()->find_ward(wish.details.places.front().point).value();
    store::Transaction tx{app.db};
    require_own_request(tx, she, id);
    bool const is_changed = store::update_request(
        tx,
        id,
        version,
        {.bcu = ward.bcu,
         .ward = ward.id,
         .party = wish.party,
         .may_share = wish.may_share,
         .sealed = seal_request(she.key, wish.details)});
    if (!is_changed) {
        refuse_stale();
    }
    record(app, tx, she.person(), Action::change_request, id);
    tx.commit();
}

void withdraw_request(App& app, Participant const& she, RequestId id)
{
    require_permission(she.person(), Action::withdraw_request);
    store::Transaction tx{app.db};
    auto const request = require_own_request(tx, she, id);
    for (auto const& walk : store::list_walks_of_request(tx, id)) {
        if (walk.state == WalkState::proposed || walk.state == WalkState::confirmed) {
            leave_walk(tx, walk.id, id, PlaceState::cancelled);
        }
    }
    if (request.state == RequestState::walked ||
        !store::move_request(tx, id, request.state, RequestState::withdrawn)) {
        refuse_stale();
    }
    store::delete_request_details(tx, id);
    record(app, tx, she.person(), Action::withdraw_request, id);
    tx.commit();
}

} // namespace wt::app
