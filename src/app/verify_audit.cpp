#include "app/verify_audit.hpp"

#include "app/permission.hpp"

namespace wt::app {

store::AuditCheck verify_audit(App& app, Person const& person)
{
    require_permission(person, Action::see_audit);
    return store::check_audit(app.db, app.keys.key(store::KeyPurpose::audit));
}

} // namespace wt::app
