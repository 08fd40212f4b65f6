#include "app/own_details.hpp"

#include "app/ask_for_walk.hpp"
#include "app/one_time_code.hpp"
#include "app/outbox.hpp"
#include "app/permission.hpp"
#include "app/written_words.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/contact.hpp"

#include <fmt/format.h>

namespace wt::app {

namespace {

/// The contact in its one form; empty if it is none.
std::string contact_in(App const& app, std::string_view typed)
{
    return find_contact(typed, app.settings()->calling_code).value_or("");
}

/// A code for one new contact confirms no other.
std::string purpose_of(std::string_view contact)
{
    return fmt::format("contact {}", contact);
}

/// What is hashed: the code, and where she had no contact the words that are her proof otherwise.
std::string proof_of(std::string_view code, std::string_view words)
{
    return fmt::format("{} {}", code, words);
}

} // namespace

FieldErrors check_details(App const& app, Participant const& she, OwnDetails const& details)
{
    auto errors = check_person(app, details.name, details.contact);
    if (trimmed(details.contact).empty() && !she.data.contact.empty()) {
        errors.add(
            "contact",
            N_("Your contact cannot be left out: your link is sent there. You can choose to get "
               "no messages, or erase everything."));
    }
    return errors;
}

bool is_new_contact(App const& app, Participant const& she, std::string_view contact)
{
    auto const wanted = contact_in(app, contact);
    return !wanted.empty() && wanted != she.data.contact;
}

void change_details(App& app, Participant const& she, OwnDetails const& details)
{
    require_permission(she.person(), Action::change_request);
    auto const errors = check_details(app, she, details);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    change_person(app, she, [&](PrivatePerson& person) {
        person.name = trimmed(details.name);
        person.wants_messages = details.wants_messages && !person.contact.empty();
    });
}

void send_contact_code(App& app, Participant const& she, std::string_view contact)
{
    require_permission(she.person(), Action::change_request);
    auto const wanted = contact_in(app, contact);
    if (wanted.empty()) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Enter an e-mail address, such as name@example.org, or a telephone number.")};
    }
    require_seldom(app, "contact of " + she.data.token);
    require_seldom(app, "contact " + wanted);
    auto const code = make_code();
    auto const words = she.data.contact.empty() ? std::string_view{she.data.words} : "";
    store::Transaction tx{app.db};
    keep_code(app, tx, she, purpose_of(wanted), proof_of(code, words));
    queue_contact_code(app, tx, she.id, code, wanted);
    tx.commit();
}

void change_contact(
    App& app,
    Participant const& she,
    std::string_view contact,
    bool wants_messages,
    ContactProof const& proof)
{
    require_permission(she.person(), Action::change_request);
    auto const wanted = contact_in(app, contact);
    auto const words =
        she.data.contact.empty() ? find_written_words(proof.words).value_or("no words") : "";
    if (wanted.empty() ||
        !take_code(app, she, purpose_of(wanted), proof_of(only_digits(proof.code), words))) {
        throw Refusal{
            Refusal::forbidden,
            she.data.contact.empty()
                ? N_("The code or the words are not right, or too old. Check both, or ask for a "
                     "new code.")
                : N_("This code is not right, or too old. Ask for a new one and try again.")};
    }
    change_person(app, she, [&](PrivatePerson& person) {
        person.contact = wanted;
        person.wants_messages = wants_messages;
    });
}

} // namespace wt::app
