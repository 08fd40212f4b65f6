#include "app/record_concern.hpp"

#include "app/concern_clock.hpp"
#include "app/own_walk.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/concerns.hpp"
#include "store/disclosures.hpp"
#include "store/owners.hpp"

#include <algorithm>

namespace wt::app {

namespace {

/// What the permission table and the audit call it.
Action action_of(Person const& person)
{
    switch (person.role) {
    case Role::officer:
        return Action::record_concern;
    case Role::partner:
        return Action::receive_report;
    default:
        return Action::report_place;
    }
}

void require_fitting_source(Person const& person, NewConcern const& concern)
{
    bool const is_officer = person.role == Role::officer;
    bool const is_report = concern.source == ConcernSource::report;
    require_permission(person, action_of(person));
    if (is_officer == is_report || is_officer != concern.walk.has_value()) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Officers record what is said on their walk; others report a place.")};
    }
}

/// Officers record while they walk, and for a while afterwards what there was no time for.
void require_walk_to_record_on(App const& app, store::StoredWalk const& walk)
{
    require_time_of(app, walk);
    if (walk.state == WalkState::confirmed || walk.state == WalkState::missed) {
        throw Refusal{Refusal::conflict, N_("Press start on the walk's page first: have you met?")};
    }
}

/// Who raises it, if it is a woman with a key of her own.
std::optional<Participant> find_raiser(
    App const& app, store::Reading& reading, NewConcern const& concern, Participant const* she)
{
    if (concern.source == ConcernSource::report) {
        return she == nullptr ? std::nullopt : std::optional{*she};
    }
    if (concern.source == ConcernSource::passer_by) {
        return std::nullopt;
    }
    auto const id = store::find_participant_on_walk(
        reading, concern.walk.value_or(WalkId{}), concern.request.value_or(RequestId{}));
    auto raiser = id ? find_participant(app, reading, *id) : std::nullopt;
    if (!raiser) {
        throw Refusal{Refusal::not_found, N_("She is not on this walk.")};
    }
    return raiser;
}

/// The concern that was sent under this client id, if it was the same.
std::optional<ConcernId>
find_sent_before(store::Reading& reading, NewConcern const& concern, std::string_view digest)
{
    auto const before = store::find_concern_by_client_id(reading, concern.client_id);
    if (!before) {
        return std::nullopt;
    }
    if (before->client_digest != digest) {
        throw Refusal{
            Refusal::conflict,
            N_("Something else was recorded from this page already. Open it again.")};
    }
    return before->id;
}

/// Officers vouch for whom they meet, and partners with a key for whom they pass on; nobody does
/// for who sends a form.
std::string pseudonym_of(
    Person const& person, NewConcern const& concern, std::optional<Participant> const& raiser)
{
    if (raiser) {
        return raiser->pseudonym;
    }
    bool const is_vouched_for =
        concern.source == ConcernSource::passer_by || person.role == Role::partner;
    return is_vouched_for ? random_token() : std::string{store::kNobody};
}

store::StoredConcern stored(
    App const& app,
    NewConcern const& concern,
    ConcernPlace const& place,
    std::string pseudonym,
    std::string digest)
{
    return {
        .id = {random_id()},
        .segment = place.segment,
        .street = place.street,
        .bcu = place.bcu,
        .ward = place.ward,
        .category = concern.category,
        .severity = concern.severity,
        .felt = concern.felt,
        .raised = today(app),
        .source = concern.source,
        .walk = concern.walk,
        .pseudonym = std::move(pseudonym),
        .client_id = concern.client_id,
        .client_digest = std::move(digest)};
}

} // namespace

bool is_client_id(std::string_view text)
{
    return text.size() >= 8 && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

FieldErrors check_concern(NewConcern const& concern, bool has_key)
{
    FieldErrors errors;
    if (!is_client_id(concern.client_id)) {
        errors.add("client_id", N_("The page has lost its number. Open it again."));
    }
    if (concern.severity < 0 || concern.severity > kWorstSeverity) {
        errors.add("severity", N_("Say how unsafe it feels."));
    }
    if (concern.source == ConcernSource::walk && !concern.request) {
        errors.add("request", N_("Say who of the women on this walk said it."));
    }
    if (!concern.words.empty() && !has_key) {
        errors.add("words", N_("Only a woman’s own words are kept, under her own key."));
    } else if (!is_clean_utf8(concern.words)) {
        errors.add("words", N_("The words hold characters that cannot be read."));
    } else if (count_characters(concern.words) > kMostWords) {
        errors.add("words", {N_("Write at most {1} characters."), {std::to_string(kMostWords)}});
    }
    return errors;
}

ConcernId record_concern_at(
    App& app,
    Person const& person,
    NewConcern const& concern,
    ConcernPlace const& place,
    Participant const* she)
{
    require_fitting_source(person, concern);
    bool const has_key = concern.source == ConcernSource::walk ||
                         (concern.source == ConcernSource::report && she != nullptr);
    auto const errors = check_concern(concern, has_key);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    // Keyed, because the digest holds the place she pinned, which could be guessed from it.
    auto const digest = app.keys.hash(store::KeyPurpose::lookup, concern.digest);

    store::Transaction tx{app.db};
    auto const walk =
        concern.walk ? std::optional{require_own_walk(tx, person, *concern.walk)} : std::nullopt;
    if (auto const before = find_sent_before(tx, concern, digest)) {
        return *before;
    }
    if (store::find_disclosure_by_client_id(tx, concern.client_id)) {
        return {}; // sent again after it has left the concerns
    }
    if (walk) {
        require_walk_to_record_on(app, *walk);
    }
    auto const raiser = find_raiser(app, tx, concern, she);
    auto row = stored(app, concern, place, pseudonym_of(person, concern, raiser), digest);
    row.owner = store::find_owner(tx, row.bcu, row.ward, row.category);
    if (!store::insert_concern(tx, row)) {
        return find_sent_before(tx, concern, digest).value(); // sent twice at the same moment
    }
    if (raiser && !concern.words.empty()) {
        store::put_words(tx, row.id, {raiser->id, seal(raiser->key, concern.words)});
    }
    record(
        app, tx, person, action_of(person), row.id, concern.walk ? Reason::the_walk : Reason::none);
    tx.commit();
    return row.id;
}

} // namespace wt::app
