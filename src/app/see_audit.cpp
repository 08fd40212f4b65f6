#include "app/see_audit.hpp"

#include "app/permission.hpp"

#include <cassert>

namespace wt::app {

AuditPage list_audit(App const& app, Person const& person, AuditFilter const& filter)
{
    require_permission(person, Action::see_audit);
    assert(filter.limit >= 1 && filter.limit <= 500);
    store::Reading reading{app.db};
    // One row more tells whether there is another page.
    AuditPage page{
        .rows = store::list_audit(
            reading,
            {.action = filter.action ? code_in(kActions, *filter.action) : std::string_view{},
             .before = filter.before,
             .limit = filter.limit + 1}),
        .next = std::nullopt,
        .is_all_sealed = !store::has_unsealed_audit(reading)};
    if (page.rows.size() > filter.limit) {
        page.rows.pop_back();
        page.next = page.rows.back().id;
    }
    return page;
}

} // namespace wt::app
