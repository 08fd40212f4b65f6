#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/staff.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// Those who sign in; the other roles are what a person is without doing so.
inline constexpr std::array kStaffRoles{
    Role::officer,
    Role::desk,
    Role::safeguarding,
    Role::partner,
    Role::oversight,
    Role::administrator,
    Role::standards,
    Role::watchdog};

/// Who is to be added.
struct NewStaff
{
    std::string sign_in_name; ///< 2..60 characters; upper and lower case are the same
    std::string name;
    Role role = Role::officer;
    std::string bcu;           ///< code; a desk needs one, others may have one
    std::string collar_number; ///< of an officer in the roster; officers need one
    std::string contact{};     ///< where she is told that something waits for her; may be empty
};

/// Where she chooses her password: to be handed to her and to nobody else.
struct InvitationLink
{
    StaffId staff;
    std::string url;
    Instant expires_at; ///< in 48 hours
};

/// \throws Refusal: forbidden; invalid_input (a name, role or command unit that cannot be);
///         not_found (the officer); conflict (the sign-in name, or the officer has one)
InvitationLink add_staff(App& app, Person const& person, NewStaff const& staff);

/// A new invitation; her password, second factor and sessions are gone.
/// \throws Refusal: forbidden; not_found; conflict (she is suspended)
InvitationLink reset_staff(App& app, Person const& person, std::string_view sign_in_name);

/// She cannot sign in, and her sessions end at once; or she can again. An officer is off her walks,
/// too, as `suspend_officer` says, and may walk again.
/// \throws Refusal: forbidden; not_found; conflict (she is so already)
void suspend_staff(
    App& app, Person const& person, std::string_view sign_in_name, bool suspended = true);

/// Everyone who may sign in. \throws Refusal: forbidden
std::vector<store::StoredStaff> list_staff(App const& app, Person const& person);

} // namespace wt::app
