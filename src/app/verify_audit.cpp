#include "app/verify_audit.hpp"

#include "app/permission.hpp"

namespace wt::app {

ChainCheck verify_audit(App& app, Person const& person)
{
    require_permission(person, Action::see_audit);
    auto const& key = app.keys.key(store::KeyPurpose::audit);
    return {.audit = store::check_audit(app.db, key), .answers = store::check_answers(app.db, key)};
}

} // namespace wt::app
