#include "app/own_data.hpp"

#include "app/complain.hpp"
#include "app/one_time_code.hpp"
#include "app/outbox.hpp"
#include "app/own_copy.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
#include "app/surveys.hpp"
#include "app/written_words.hpp"
#include "base/refusal.hpp"
#include "scheme/contact.hpp"
#include "store/requests.hpp"
#include "store/retention.hpp"

#include <algorithm>

namespace wt::app {

namespace {

constexpr std::string_view kPurpose = "data";
constexpr std::size_t kLinksAtOnce =
    3; ///< the newest: nobody is flooded with a stranger's requests

/// What she typed as it was hashed: words in their one form, digits without what sets them apart.
std::string code_in(Participant const& she, std::string_view typed)
{
    return she.data.contact.empty() ? find_written_words(typed).value_or("no words")
                                    : only_digits(typed);
}

void require_code(App& app, Participant const& she, std::string_view typed)
{
    if (!take_code(app, she, kPurpose, code_in(she, typed))) {
        throw Refusal{
            Refusal::forbidden,
            she.data.contact.empty()
                ? N_("These words are not right, or the page is too old. Go back to your page and "
                     "try again.")
                : N_("This code is not right, or too old. Ask for a new one and try again.")};
    }
}

void erase(App const& app, Participant const& she)
{
    store::Transaction tx{app.db};
    // First, so that a plan that is being published has placed her already, or cannot any more.
    store::withdraw_requests_of(tx, she.id);
    for (auto const& request : store::list_requests_of(tx, she.id)) {
        for (auto const& walk : store::list_walks_of_request(tx, request.id)) {
            if (walk.state == WalkState::proposed || walk.state == WalkState::confirmed) {
                leave_walk(tx, walk.id, request.id, PlaceState::cancelled);
            }
        }
    }
    forget_surveys(app, tx, she.id);
    release_complaints(app, tx, she.id);
    store::erase_participant(tx, she.id, random_token(), app.now());
    record(app, tx, she.person(), Action::erase_own_data, she.id, Reason::her_own_wish);
    tx.commit();
}

} // namespace

void send_link_again(App& app, std::string_view contact)
{
    auto const known = find_contact(contact, app.settings()->calling_code);
    if (!known) {
        return;
    }
    require_seldom(app, "link " + *known);
    auto const hash = app.keys.hash(store::KeyPurpose::lookup, *known);
    store::Transaction tx{app.db};
    auto participants = store::list_participants_by_contact(tx, hash);
    participants.resize(std::min(participants.size(), kLinksAtOnce));
    for (auto const& participant : participants) {
        queue_message(tx, MessageKind::link_again, participant.id, participant.id.value, app.now());
    }
    // Written for an unknown contact, too: how long the answer takes tells nothing.
    record(app, tx, kVisitor, Action::see_own_page, {}, Reason::her_own_wish);
    tx.commit();
}

void send_code(App& app, Participant const& she)
{
    require_seldom(app, "code " + she.data.token);
    store::Transaction tx{app.db};
    // Her words are tried through the same counter as a code that is sent.
    bool const is_sent = !she.data.contact.empty();
    auto const code = is_sent ? make_code() : she.data.words;
    if (!code.empty()) { // whose data are older than the words has none
        keep_code(app, tx, she, kPurpose, code);
    }
    if (is_sent) {
        queue_one_time_code(app, tx, she.id, code);
    }
    tx.commit();
}

SecretLink renew_own_link(App& app, Participant const& she, std::string_view code)
{
    require_permission(she.person(), Action::change_request);
    require_code(app, she, code);
    SecretLink link;
    change_person(app, she, [&](PrivatePerson& person) {
        link = make_secret_link(app, !person.contact.empty());
        person.token = link.token;
        person.words = link.words;
    });
    return link;
}

std::string download_own_data(App& app, Participant const& she, std::string_view code)
{
    require_permission(she.person(), Action::download_own_data);
    require_code(app, she, code);
    auto copy = own_copy(app, she);
    store::Transaction tx{app.db};
    record(app, tx, she.person(), Action::download_own_data, she.id, Reason::her_own_wish);
    tx.commit();
    return copy;
}

void erase_own_data(App& app, Participant const& she, std::string_view code)
{
    require_permission(she.person(), Action::erase_own_data);
    require_code(app, she, code);
    erase(app, she);
    store::purge_deleted_soon(app.db);
}

} // namespace wt::app
