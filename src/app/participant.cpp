#include "app/participant.hpp"

#include "app/record.hpp"
#include "base/refusal.hpp"

namespace wt::app {

namespace {

std::optional<Participant>
opened(App const& app, std::optional<store::StoredParticipant> const& stored)
{
    if (!stored) {
        return std::nullopt;
    }
    auto const key = app.keys.unwrap(stored->wrapped_key);
    return Participant{
        .id = stored->id,
        .key = key,
        .data = open_person(key, stored->sealed),
        .pseudonym = stored->pseudonym};
}

} // namespace

std::optional<Participant> find_participant(App& app, std::string_view token)
{
    store::Reading reading{app.db};
    return find_participant(app, reading, token);
}

std::optional<Participant>
find_participant(App const& app, store::Reading& reading, std::string_view token)
{
    auto const hash = app.keys.hash(store::KeyPurpose::lookup, token);
    return opened(app, store::find_participant_by_link(reading, hash));
}

std::optional<Participant>
find_participant(App const& app, store::Reading& reading, ParticipantId id)
{
    return opened(app, store::find_participant(reading, id));
}

Participant require_participant(App& app, std::string_view token)
{
    auto participant = find_participant(app, token);
    if (!participant) {
        throw Refusal{
            Refusal::not_found,
            N_("This link does not open a page. It may be mistyped, or what was held has been "
               "erased. You can ask for your link again.")};
    }
    return std::move(*participant);
}

void change_person(
    App& app, Participant const& she, std::function<void(PrivatePerson&)> const& change)
{
    store::Transaction tx{app.db};
    auto now = find_participant(app, tx, she.id);
    if (!now) {
        throw Refusal{Refusal::not_found, N_("What was held about you has been erased.")};
    }
    change(now->data);
    auto const hash = [&](std::string_view text) {
        return app.keys.hash(store::KeyPurpose::lookup, text);
    };
    auto const& contact = now->data.contact;
    store::update_participant(
        tx,
        she.id,
        {.link_hash = hash(now->data.token),
         .contact_hash = contact.empty() ? std::nullopt : std::optional{hash(contact)},
         .sealed = seal_person(she.key, now->data)});
    record(app, tx, she.person(), Action::change_request, she.id, Reason::her_own_wish);
    tx.commit();
}

} // namespace wt::app
