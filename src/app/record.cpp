#include "app/record.hpp"

#include "store/audit.hpp"

namespace wt::app {

void record(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    Action action,
    Subject subject,
    Reason reason)
{
    store::insert_audit(
        tx,
        {.at = app.now(),
         .actor_kind = code_in(kRoles, person.role),
         .actor_id = person.id,
         .action = code_in(kActions, action),
         .subject_kind = subject.kind,
         .subject_id = subject.id,
         .reason = code_in(kReasons, reason)});
}

} // namespace wt::app
