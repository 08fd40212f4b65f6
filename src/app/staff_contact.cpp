#include "app/staff_contact.hpp"

#include "app/outbox.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/contact.hpp"
#include "store/disclosures.hpp"
#include "store/staff.hpp"

#include <stdexcept>

namespace wt::app {

std::vector<StaffContact> list_staff_contacts(App const& app, store::Reading& reading, Role role)
{
    std::vector<StaffContact> contacts;
    for (auto& staff : store::list_reachable_staff(reading, code_in(kRoles, role))) {
        auto contact = open(app.keys.key(store::KeyPurpose::staff), staff.sealed);
        if (!contact) {
            throw std::runtime_error{"a contact of staff does not open"};
        }
        contacts.push_back({staff.id, std::move(staff.sign_in_name), std::move(*contact)});
    }
    return contacts;
}

void keep_staff_contact(
    App const& app, store::Transaction& tx, StaffId staff, std::string_view typed)
{
    if (trimmed(typed).empty()) {
        store::put_staff_contact(tx, staff, "");
        return;
    }
    auto const contact = find_contact(typed, app.settings()->calling_code);
    if (!contact) {
        throw Refusal{Refusal::invalid_input, N_("Give an e-mail address or a telephone number.")};
    }
    store::put_staff_contact(tx, staff, seal(app.keys.key(store::KeyPurpose::staff), *contact));
}

void set_staff_contact(
    App& app, Person const& person, std::string_view sign_in_name, std::string_view typed)
{
    require_permission(person, Action::manage_staff);
    store::Transaction tx{app.db};
    auto const staff = store::find_staff_by_name(tx, to_lower(trimmed(sign_in_name)));
    if (!staff) {
        throw Refusal{Refusal::not_found, N_("Nobody has this sign-in name.")};
    }
    keep_staff_contact(app, tx, staff->id, typed);
    record(app, tx, person, Action::manage_staff, staff->id);
    tx.commit();
}

void alert(App const& app, store::Transaction& tx, StaffContact const& to, Alert const& about)
{
    queue_letter(
        app,
        tx,
        {.kind = MessageKind::staff_alert,
         .staff = to.id,
         .subject_id = about.subject_id,
         .contact = to.contact,
         .path = about.path},
        app.now());
}

std::size_t alert_role(App const& app, store::Transaction& tx, Role role, Alert const& about)
{
    auto const contacts = list_staff_contacts(app, tx, role);
    for (auto const& contact : contacts) {
        alert(app, tx, contact, about);
    }
    return contacts.size();
}

} // namespace wt::app
