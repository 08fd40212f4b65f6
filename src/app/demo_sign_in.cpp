#include "app/demo_sign_in.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/sign_in.hpp"
#include "base/refusal.hpp"
#include "store/staff.hpp"

#include <algorithm>
#include <tuple>

namespace wt::app {

void require_demonstration(App const& app)
{
    if (!app.settings()->demonstration) {
        throw Refusal{Refusal::not_found, N_("Page not found")};
    }
}

std::vector<DemoStaff> list_demo_staff(App const& app)
{
    require_demonstration(app);
    store::Reading reading{app.db};
    std::vector<DemoStaff> staff;
    for (auto& stored : store::list_staff(reading)) {
        if (!stored.suspended_at) {
            staff.push_back({stored.id, std::move(stored.name), stored.role, stored.bcu});
        }
    }
    std::ranges::sort(staff, [](DemoStaff const& a, DemoStaff const& b) {
        return std::tie(a.role, a.name, a.id.value) < std::tie(b.role, b.name, b.id.value);
    });
    return staff;
}

std::string demo_sign_in(App& app, StaffId id)
{
    require_demonstration(app);
    require_permission(kVisitor, Action::sign_in);
    store::Transaction tx{app.db};
    auto const staff = store::find_staff(tx, id);
    if (!staff || staff->suspended_at) {
        throw Refusal{Refusal::not_found, N_("There is nobody of this name in the demonstration.")};
    }
    auto token = open_session(app, tx, *staff, Reason::demonstration);
    tx.commit();
    return token;
}

} // namespace wt::app
