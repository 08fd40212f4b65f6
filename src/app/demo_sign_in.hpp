#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"

#include <optional>
#include <string>
#include <vector>

/// Doors that stand open in a demonstration, where everyone is invented, and nowhere else.
namespace wt::app {

/// \throws Refusal (not_found) unless the setting `demonstration` is on
void require_demonstration(App const& app);

/// Somebody of the staff of a demonstration.
struct DemoStaff
{
    StaffId id;
    std::string name;
    Role role = Role::officer;
    std::optional<BcuId> bcu{};
};

/// Those who can be signed in as, by role and name. \throws Refusal (not_found) as above
std::vector<DemoStaff> list_demo_staff(App const& app);

/// Opens a session without password and code, as `sign_in` does with them.
/// \returns its token
/// \throws Refusal (not_found) unless the setting is on, or if she does not exist or is suspended
std::string demo_sign_in(App& app, StaffId staff);

} // namespace wt::app
