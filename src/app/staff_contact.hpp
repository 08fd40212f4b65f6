#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/db.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// Where a member of staff is reached.
struct StaffContact
{
    StaffId id;
    std::string sign_in_name;
    std::string contact; ///< e-mail address or telephone number
};

/// Everyone of a role who can be reached and is not suspended, by sign-in name.
std::vector<StaffContact> list_staff_contacts(App const& app, store::Reading& reading, Role role);

/// Keeps where she is reached, sealed; nothing typed takes it away.
/// \throws Refusal (invalid_input) if it is neither an e-mail address nor a telephone number
void keep_staff_contact(
    App const& app, store::Transaction& tx, StaffId staff, std::string_view typed);

/// As `keep_staff_contact`, for whoever manages staff.
/// \throws Refusal: forbidden; not_found; invalid_input
void set_staff_contact(
    App& app, Person const& person, std::string_view sign_in_name, std::string_view typed);

/// Something that waits for staff. The letter says no more than that.
struct Alert
{
    std::int64_t subject_id = 0; ///< the disclosure or complaint
    std::string path;            ///< of the page that needs a sign-in
};

/// Queues the letter to one of them.
void alert(App const& app, store::Transaction& tx, StaffContact const& to, Alert const& about);

/// Queues it to everyone of a role. \returns how many
std::size_t alert_role(App const& app, store::Transaction& tx, Role role, Alert const& about);

} // namespace wt::app
