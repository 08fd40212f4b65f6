#include "app/staff.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/staff_contact.hpp"
#include "app/suspend_officer.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/areas.hpp"
#include "store/roster.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::app {

namespace {

constexpr std::chrono::hours kInvitationLasts{48};

InvitationLink invite(App const& app, store::Transaction& tx, StaffId staff)
{
    auto const token = random_token();
    auto const expires_at = app.now() + kInvitationLasts;
    store::put_invitation(tx, app.keys.hash(store::KeyPurpose::lookup, token), staff, expires_at);
    return {
        staff,
        fmt::format("{}/staff/invitations/{}", app.installation.public_url, token),
        expires_at};
}

std::string require_sign_in_name(std::string_view typed)
{
    auto name = to_lower(trimmed(typed));
    auto const is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_' || c == '@';
    };
    if (name.size() < 2 || name.size() > 60 || !std::ranges::all_of(name, is_allowed)) {
        throw Refusal{
            Refusal::invalid_input,
            N_("A sign-in name has 2 to 60 letters, digits, dots, hyphens or @.")};
    }
    return name;
}

std::string require_name(std::string_view typed)
{
    auto const name = trimmed(typed);
    if (name.empty() || !is_clean_utf8(name) || count_characters(name) > 100) {
        throw Refusal{Refusal::invalid_input, N_("A name has 1 to 100 characters.")};
    }
    return std::string{name};
}

std::optional<BcuId> require_bcu(store::Reading& reading, NewStaff const& staff)
{
    if (staff.bcu.empty()) {
        if (staff.role == Role::desk) {
            throw Refusal{Refusal::invalid_input, N_("A desk needs its command unit.")};
        }
        return std::nullopt;
    }
    auto const bcu = store::find_bcu_by_code(reading, staff.bcu);
    if (!bcu) {
        throw Refusal{Refusal::not_found, {N_("There is no command unit “{1}”."), {staff.bcu}}};
    }
    return bcu->id;
}

void link_to_officer(store::Transaction& tx, NewStaff const& staff, StaffId id)
{
    if (staff.role != Role::officer) {
        if (!staff.collar_number.empty()) {
            throw Refusal{Refusal::invalid_input, N_("Only officers have a collar number.")};
        }
        return;
    }
    if (staff.collar_number.empty()) {
        throw Refusal{Refusal::invalid_input, N_("An officer needs her collar number.")};
    }
    auto const officer = store::find_officer_by_collar_number(tx, staff.collar_number);
    if (!officer) {
        throw Refusal{
            Refusal::not_found,
            {N_("There is no officer {1} in the roster."), {staff.collar_number}}};
    }
    if (!store::link_officer(tx, officer->id, id)) {
        throw Refusal{
            Refusal::conflict, {N_("Officer {1} can sign in already."), {staff.collar_number}}};
    }
}

store::StoredStaff require_staff(store::Reading& reading, std::string_view sign_in_name)
{
    auto staff = store::find_staff_by_name(reading, to_lower(trimmed(sign_in_name)));
    if (!staff) {
        throw Refusal{Refusal::not_found, N_("Nobody has this sign-in name.")};
    }
    return *std::move(staff);
}

} // namespace

InvitationLink add_staff(App& app, Person const& person, NewStaff const& staff)
{
    require_permission(person, Action::manage_staff);
    if (std::ranges::find(kStaffRoles, staff.role) == kStaffRoles.end()) {
        throw Refusal{Refusal::invalid_input, N_("Nobody signs in with this role.")};
    }
    store::Transaction tx{app.db};
    StaffId const id{random_id()};
    bool const is_new = store::insert_staff(
        tx,
        {.id = id,
         .sign_in_name = require_sign_in_name(staff.sign_in_name),
         .name = require_name(staff.name),
         .role = staff.role,
         .bcu = require_bcu(tx, staff),
         .password_hash = {},
         .totp_secret = {},
         .suspended_at = {},
         .created_at = app.now()});
    if (!is_new) {
        throw Refusal{Refusal::conflict, N_("Somebody has this sign-in name already.")};
    }
    link_to_officer(tx, staff, id);
    keep_staff_contact(app, tx, id, staff.contact);
    auto link = invite(app, tx, id);
    record(app, tx, person, Action::manage_staff, id);
    tx.commit();
    return link;
}

InvitationLink reset_staff(App& app, Person const& person, std::string_view sign_in_name)
{
    require_permission(person, Action::manage_staff);
    store::Transaction tx{app.db};
    auto const staff = require_staff(tx, sign_in_name);
    if (staff.suspended_at) {
        throw Refusal{Refusal::conflict, N_("She is suspended.")};
    }
    store::reset_staff(tx, staff.id);
    auto link = invite(app, tx, staff.id);
    record(app, tx, person, Action::manage_staff, staff.id);
    tx.commit();
    return link;
}

void suspend_staff(App& app, Person const& person, std::string_view sign_in_name, bool suspended)
{
    require_permission(person, Action::manage_staff);
    store::Transaction tx{app.db};
    auto const staff = require_staff(tx, sign_in_name);
    if (auto const officer = store::find_officer_of(tx, staff.id)) {
        suspended ? void(suspend_within(app, tx, *officer)) : reinstate_within(app, tx, *officer);
    } else if (!store::suspend_staff(
                   tx, staff.id, suspended ? std::optional{app.now()} : std::nullopt)) {
        throw Refusal{
            Refusal::conflict,
            suspended ? N_("She is suspended already.") : N_("She is not suspended.")};
    }
    record(app, tx, person, Action::manage_staff, staff.id);
    tx.commit();
}

std::vector<store::StoredStaff> list_staff(App const& app, Person const& person)
{
    require_permission(person, Action::manage_staff);
    store::Reading reading{app.db};
    return store::list_staff(reading);
}

} // namespace wt::app
