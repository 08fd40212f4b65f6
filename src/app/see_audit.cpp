#include "app/see_audit.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/csv_writer.hpp"
#include "daylight/zone.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace wt::app {

namespace {

constexpr std::size_t kRowsAtOnce = 1000;

store::AuditQuery query_of(App const& app, AuditFilter const& filter)
{
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    store::AuditQuery query{
        .action = filter.action ? code_in(kActions, *filter.action) : std::string_view{},
        .actor_kind = filter.role ? code_in(kRoles, *filter.role) : std::string_view{},
        .actor_id = filter.actor_id,
        .subject_id = filter.subject_id,
        .before = filter.before,
        .limit = filter.limit};
    if (filter.first_day) {
        query.from = zone.midnight(*filter.first_day);
    }
    if (filter.last_day) {
        query.until = zone.midnight(*filter.last_day + std::chrono::days{1});
    }
    return query;
}

/// The look as it is kept: that somebody looked, not for what.
void record_look(App const& app, Person const& person)
{
    store::Transaction tx{app.db};
    record(app, tx, person, Action::see_audit, {});
    tx.commit();
}

std::string line_of(store::StoredAudit const& row)
{
    std::string line;
    append_csv_line(
        line,
        {std::to_string(row.id),
         fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(row.at)),
         row.actor_kind,
         std::to_string(row.actor_id),
         row.action,
         row.subject_kind,
         std::to_string(row.subject_id),
         row.reason});
    return line;
}

} // namespace

AuditPage list_audit(App const& app, Person const& person, AuditFilter const& filter)
{
    require_permission(person, Action::see_audit);
    assert(filter.limit >= 1 && filter.limit <= 500);
    AuditPage page;
    {
        store::Reading reading{app.db};
        auto query = query_of(app, filter);
        ++query.limit; // one row more tells whether there is another page
        page.rows = store::list_audit(reading, query);
        page.is_all_sealed = !store::has_unsealed_audit(reading);
    }
    if (page.rows.size() > filter.limit) {
        page.rows.pop_back();
        page.next = page.rows.back().id;
    }
    record_look(app, person);
    return page;
}

std::function<std::string()>
export_audit(App const& app, Person const& person, AuditFilter const& filter)
{
    require_permission(person, Action::see_audit);
    auto query = query_of(app, filter);
    query.before = {};
    query.limit = kRowsAtOnce;
    record_look(app, person);
    std::string head;
    append_csv_line(
        head, {"id", "at", "actor", "actor_id", "action", "subject", "subject_id", "reason"});
    return [&app, query, part = std::move(head), is_over = false]() mutable {
        auto lines = std::exchange(part, {});
        if (!lines.empty() || is_over) {
            return lines;
        }
        store::Reading reading{app.db};
        auto const rows = store::list_audit(reading, query);
        for (auto const& row : rows) {
            lines += line_of(row);
        }
        is_over = rows.size() < query.limit;
        if (!is_over) {
            query.before = rows.back().id;
        }
        return lines;
    };
}

} // namespace wt::app
