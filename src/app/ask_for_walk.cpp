#include "app/ask_for_walk.hpp"

#include "app/areas.hpp"
#include "app/ordered_id.hpp"
#include "app/outbox.hpp"
#include "app/participant.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/written_words.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/contact.hpp"
#include "store/messages.hpp"
#include "store/participants.hpp"
#include "store/requests.hpp"

namespace wt::app {

namespace {

constexpr std::size_t kNameLimit = 60;
constexpr std::size_t kWordsLimit = 500;
constexpr std::size_t kPlacesLimit = 5;
constexpr int kFirstMessagesADay = 3; ///< to one contact, so that nobody is flooded through us

void check_places(App const& app, PrivateRequest const& details, FieldErrors& errors)
{
    if (details.places.empty()) {
        errors.add("places", N_("Choose where you would like to walk."));
    } else if (details.places.size() > kPlacesLimit) {
        errors.add("places", N_("Choose five places at most."));
    }
    auto const areas = app.areas();
    for (auto const& place : details.places) {
        if (!is_valid(place.point) || !areas->find_ward(place.point)) {
            errors.add(
                "places",
                N_("This place is outside the area that this force walks in. Choose another."));
            return;
        }
    }
}

void check_times(PrivateRequest const& details, FieldErrors& errors)
{
    using namespace std::chrono_literals;
    if (details.free_times.empty()) {
        errors.add("free_times", N_("Choose at least one time when you could walk."));
    }
    for (auto const& time : details.free_times) {
        bool const possible = time.weekday >= 0 && time.weekday <= 6 && time.from >= 0min &&
                              time.from < 24h && time.to > time.from && time.to <= 48h;
        if (!possible) {
            errors.add("free_times", N_("Choose times from the list."));
            return;
        }
    }
}

void check_extras(PrivateRequest const& details, FieldErrors& errors)
{
    if (!is_clean_utf8(details.language) || details.language.size() > 8) {
        errors.add("language", N_("Choose a language from the list."));
    }
    if (!is_clean_utf8(details.words) || count_characters(details.words) > kWordsLimit) {
        errors.add("words", N_("What you write must be 500 characters or fewer."));
    }
}

/// Her sealed self, and the key it is sealed with.
store::StoredParticipant make_participant(App const& app, WalkWish const& wish)
{
    auto const key = SecretKey::make_random();
    auto const contact = find_contact(wish.contact, app.settings()->calling_code);
    auto link = make_secret_link(app, contact.has_value());
    PrivatePerson const data{
        .name = std::string{trimmed(wish.name)},
        .contact = contact.value_or(""),
        .token = std::move(link.token),
        .wants_messages = contact && wish.wants_messages,
        .words = std::move(link.words)};
    ParticipantId const id{ordered_id(app.now())};
    return {
        .id = id,
        .link_hash = app.keys.hash(store::KeyPurpose::lookup, data.token),
        .contact_hash = contact ? std::optional{app.keys.hash(store::KeyPurpose::lookup, *contact)}
                                : std::nullopt,
        .pseudonym = keyed_hash(key, "pseudonym"), // nothing else leads from her to it
        .wrapped_key = app.keys.wrap(key),
        .sealed = seal_person(key, data),
        .created_at = app.now()};
}

store::StoredRequest make_request(
    App const& app,
    store::StoredParticipant const& participant,
    WalkWish const& wish,
    std::string idempotency_hash)
{
    auto const ward = app.areas()->find_ward(wish.details.places.front().point).value();
    auto const now = app.now();
    return {
        .id = {ordered_id(app.now())},
        .participant = participant.id,
        .bcu = ward.bcu,
        .ward = ward.id,
        .state = RequestState::waiting,
        .party = wish.party,
        .may_share = wish.may_share,
        .waiting_since = now,
        .postponed = 0,
        .first_for_next = false,
        .idempotency_key = std::move(idempotency_hash),
        .version = 1,
        .created_at = now,
        .sealed = seal_request(app.keys.unwrap(participant.wrapped_key), wish.details)};
}

bool may_write_to_her(
    App const& app, store::Reading& reading, store::StoredParticipant const& participant)
{
    using namespace std::chrono_literals;
    return store::count_messages_to(
               reading,
               participant.contact_hash.value_or(""),
               MessageKind::request_received,
               app.now() - 24h) < kFirstMessagesADay;
}

AskedWalk given_to_her(RequestId request, PrivatePerson const& data)
{
    return {.request = request, .token = data.token, .words = data.words};
}

/// What the first sending of the same form was answered with.
std::optional<AskedWalk>
find_earlier_answer(App const& app, store::Reading& reading, std::string_view idempotency_hash)
{
    auto const request = store::find_request_by_idempotency_key(reading, idempotency_hash);
    auto const she = request ? find_participant(app, reading, request->participant) : std::nullopt;
    return she ? std::optional{given_to_her(request->id, she->data)} : std::nullopt;
}

} // namespace

FieldErrors check_walk(App const& app, WalkWish const& wish)
{
    FieldErrors errors;
    check_places(app, wish.details, errors);
    check_times(wish.details, errors);
    if (wish.party < 1 || wish.party > app.settings()->party_limit) {
        errors.add("party", N_("Choose how many of you would come."));
    }
    check_extras(wish.details, errors);
    return errors;
}

FieldErrors check_person(App const& app, std::string_view typed_name, std::string_view contact)
{
    FieldErrors errors;
    auto const name = trimmed(typed_name);
    if (name.empty()) {
        errors.add("name", N_("Enter a name that the officers may call you."));
    } else if (!is_clean_utf8(name) || count_characters(name) > kNameLimit) {
        errors.add("name", N_("The name must be 60 characters or fewer."));
    }
    bool const has_contact = !trimmed(contact).empty();
    if (has_contact && !find_contact(contact, app.settings()->calling_code)) {
        errors.add(
            "contact",
            N_("Enter an e-mail address, such as name@example.org, or a telephone number."));
    }
    return errors;
}

FieldErrors check_wish(App const& app, WalkWish const& wish)
{
    FieldErrors errors;
    if (!wish.is_old_enough) {
        errors.add("age", N_("Say whether you are old enough to join a walk."));
    }
    auto const of_her = check_person(app, wish.name, wish.contact);
    for (auto const& error : of_her.list()) {
        errors.add(error.field, error.message);
    }
    auto const of_walk = check_walk(app, wish);
    for (auto const& error : of_walk.list()) {
        errors.add(error.field, error.message);
    }
    return errors;
}

AskedWalk
ask_for_walk(App& app, Person const& person, WalkWish const& wish, std::string_view idempotency_key)
{
    require_permission(person, Action::ask_for_walk);
    auto const errors = check_wish(app, wish);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    auto const hash = app.keys.hash(store::KeyPurpose::lookup, idempotency_key);
    auto participant = make_participant(app, wish);
    auto request = make_request(app, participant, wish, hash);

    store::Transaction tx{app.db};
    if (!store::is_wrapped_for(tx, participant.wrapped_key)) {
        app.keys.follow_rotation(tx);
        participant = make_participant(app, wish);
        request = make_request(app, participant, wish, hash);
    }
    store::insert_participant(tx, participant);
    if (!store::insert_request(tx, request)) {
        auto const earlier = find_earlier_answer(app, tx, hash);
        if (!earlier) {
            throw Refusal{Refusal::conflict, N_("This form has been sent already.")};
        }
        return *earlier; // what was inserted above rolls back
    }
    auto const key = app.keys.unwrap(participant.wrapped_key);
    auto const data = open_person(key, participant.sealed);
    if (data.wants_messages && may_write_to_her(app, tx, participant)) {
        queue_message(
            tx, MessageKind::request_received, participant.id, request.id.value, app.now());
    }
    record(
        app,
        tx,
        {.role = Role::participant, .id = participant.id.value},
        Action::ask_for_walk,
        request.id);
    tx.commit();
    return given_to_her(request.id, data);
}

} // namespace wt::app
