#include "app/officer_walks.hpp"

#include "app/outbox.hpp"
#include "app/participant.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/word_of_walk.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/concerns.hpp"
#include "store/requests.hpp"

#include <algorithm>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

store::StoredWalk require_own_walk(store::Reading& reading, Person const& officer, WalkId id)
{
    auto walk = store::find_walk(reading, id);
    bool const is_hers =
        walk && officer.officer &&
        std::ranges::find(walk->officers, *officer.officer, &store::WalkOfficer::id) !=
            walk->officers.end();
    if (!is_hers) {
        throw Refusal{Refusal::not_found, N_("There is no such walk among yours.")};
    }
    return std::move(*walk);
}

void require_moved(bool moved)
{
    if (!moved) {
        throw Refusal{
            Refusal::conflict, N_("Somebody has changed this walk meanwhile. Look at it again.")};
    }
}

/// A woman on the walk with what her key opens; nothing if she has been erased.
struct Companion
{
    store::StoredRequest request;
    Participant she;
};

std::optional<Companion> find_companion(App const& app, store::Reading& reading, RequestId id)
{
    auto request = store::find_request(reading, id);
    auto she = request ? find_participant(app, reading, request->participant) : std::nullopt;
    if (!she) {
        return std::nullopt;
    }
    return Companion{std::move(*request), std::move(*she)};
}

void add_companion(
    App const& app, store::Reading& reading, OfficerWalk& walk, store::WalkPlace const& place)
{
    auto const companion = find_companion(app, reading, place.request);
    if (!companion) {
        return;
    }
    auto const& sealed = companion->request.sealed; // empty once it is erased, after the walk
    auto const details =
        sealed.empty() ? PrivateRequest{} : open_request(companion->she.key, sealed);
    walk.companions.push_back(
        {.request = place.request,
         .name = companion->she.data.name,
         .party = companion->request.party,
         .place = place.state,
         .step_free = details.step_free,
         .in_order = details.in_order,
         .language = details.language,
         .words = details.words});
    if (!place.sealed.empty()) {
        walk.route = open_walk(companion->she.key, place.sealed);
    }
}

std::vector<WalkConcern> list_recorded(store::Reading& reading, WalkId walk)
{
    std::vector<WalkConcern> recorded;
    for (auto& concern : store::list_concerns_on_walk(reading, walk)) {
        if (concern.state != ConcernState::withdrawn) {
            recorded.push_back(
                {.id = concern.id,
                 .category = concern.category,
                 .severity = concern.severity,
                 .source = concern.source,
                 .street = std::move(concern.street)});
        }
    }
    return recorded;
}

/// Writes where she chose to be brought into her own copy of the walk.
void keep_safe_place(
    App const& app,
    store::Transaction& tx,
    WalkId walk,
    store::WalkPlace const& place,
    std::string_view safe_place)
{
    auto const companion = find_companion(app, tx, place.request);
    if (!companion || place.sealed.empty()) {
        return;
    }
    auto route = open_walk(companion->she.key, place.sealed);
    route.safe_place = safe_place;
    store::update_place(tx, walk, place.request, seal_walk(companion->she.key, route));
}

} // namespace

std::vector<store::StoredWalk> list_own_walks(App& app, Person const& officer)
{
    require_permission(officer, Action::see_own_walks);
    store::Reading reading{app.db};
    return store::list_walks_of_officer(
        reading, officer.officer.value_or(OfficerId{}), {app.now() - 24h, app.now() + 62 * 24h});
}

OfficerWalk open_own_walk(App& app, Person const& officer, WalkId id)
{
    require_permission(officer, Action::see_walk);
    store::Transaction tx{app.db};
    auto stored = require_own_walk(tx, officer, id);
    OfficerWalk walk{
        .id = id,
        .bcu = stored.bcu,
        .ward = stored.ward,
        .time = stored.time,
        .state = stored.state,
        .officers = std::move(stored.officers),
        .companions = {},
        .route = {},
        .word = word_of_walk(app, id),
        .concerns = list_recorded(tx, id)};
    for (auto const& place : stored.places) {
        bool const comes = place.state == PlaceState::accepted ||
                           place.state == PlaceState::attended || place.state == PlaceState::absent;
        if (comes) {
            add_companion(app, tx, walk, place);
        }
    }
    record(app, tx, officer, Action::see_walk, id, Reason::the_walk);
    tx.commit();
    return walk;
}

void start_walk(App& app, Person const& officer, WalkId id)
{
    require_permission(officer, Action::start_walk);
    store::Transaction tx{app.db};
    require_own_walk(tx, officer, id);
    require_moved(store::move_walk(tx, id, WalkState::confirmed, WalkState::started));
    record(app, tx, officer, Action::start_walk, id);
    tx.commit();
}

void call_walk_away(App& app, Person const& officer, WalkId id, std::string_view safe_place)
{
    require_permission(officer, Action::call_walk_away);
    if (!is_clean_utf8(safe_place) || count_characters(safe_place) > 100) {
        throw Refusal{Refusal::invalid_input, N_("The place must be 100 characters or fewer.")};
    }
    store::Transaction tx{app.db};
    auto const walk = require_own_walk(tx, officer, id);
    require_moved(
        store::move_walk(tx, id, WalkState::started, WalkState::called_away) ||
        store::move_walk(tx, id, WalkState::confirmed, WalkState::called_away));
    for (auto const& place : walk.places) {
        if (!store::move_place(
                tx, id, place.request, PlaceState::accepted, PlaceState::cancelled)) {
            continue;
        }
        store::postpone_request(tx, place.request, true);
        keep_safe_place(app, tx, id, place, safe_place);
        auto const request = store::find_request(tx, place.request);
        queue_message(tx, MessageKind::walk_changed, request->participant, id.value, app.now());
    }
    record(app, tx, officer, Action::call_walk_away, id, Reason::called_away);
    tx.commit();
}

void finish_walk(App& app, Person const& officer, WalkId id, std::vector<RequestId> const& absent)
{
    require_permission(officer, Action::finish_walk);
    store::Transaction tx{app.db};
    auto const walk = require_own_walk(tx, officer, id);
    require_moved(store::move_walk(tx, id, WalkState::started, WalkState::held));
    for (auto const& place : walk.places) {
        bool const came = std::ranges::find(absent, place.request) == absent.end();
        bool const moved = store::move_place(
            tx,
            id,
            place.request,
            PlaceState::accepted,
            came ? PlaceState::attended : PlaceState::absent);
        if (moved) {
            store::move_request(tx, place.request, RequestState::booked, RequestState::walked);
        }
    }
    record(app, tx, officer, Action::finish_walk, id);
    tx.commit();
}

} // namespace wt::app
