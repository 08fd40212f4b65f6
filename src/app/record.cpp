#include "app/record.hpp"

#include "base/crypto.hpp"
#include "store/audit.hpp"

#include <cstring>

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

bool is_recorded(store::Reading& reading, Action action, Subject subject)
{
    return store::is_in_audit(reading, code_in(kActions, action), subject.kind, subject.id);
}

std::int64_t seal_number(std::string_view hash)
{
    std::uint64_t number = 0;
    std::memcpy(&number, from_base64url(hash).value().data(), sizeof number);
    return static_cast<std::int64_t>(number >> 11) + 1;
}

} // namespace wt::app
