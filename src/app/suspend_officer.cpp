#include "app/suspend_officer.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
#include "app/roster.hpp"
#include "base/refusal.hpp"
#include "daylight/zone.hpp"
#include "store/roster.hpp"
#include "store/staff.hpp"
#include "store/walks.hpp"

namespace wt::app {

namespace {

using namespace std::chrono_literals;

std::size_t call_off_walks(App& app, store::Transaction& tx, OfficerId officer)
{
    std::size_t count = 0;
    // Walks are planned at most a month ahead; a year leaves none out.
    for (auto const& walk :
         store::list_walks_of_officer(tx, officer, {app.now() - 12h, app.now() + 366 * 24h})) {
        count += call_off_walk(app, tx, walk.id) ? 1U : 0U;
    }
    return count;
}

store::StoredOfficer require_officer(store::Reading& reading, Person const& person, OfficerId id)
{
    auto officer = store::find_officer(reading, id);
    if (!officer || !may(person, Action::suspend_officer, officer->bcu)) {
        throw Refusal{Refusal::not_found, N_("There is no such officer in your roster.")};
    }
    return std::move(*officer);
}

} // namespace

std::size_t suspend_within(App& app, store::Transaction& tx, store::StoredOfficer const& officer)
{
    if (!store::set_officer_suspension(tx, officer.id, app.now())) {
        throw Refusal{Refusal::conflict, N_("This officer is suspended already.")};
    }
    auto const count = call_off_walks(app, tx, officer.id);
    auto const today = daylight::require_zone(app.settings()->time_zone).day_of(app.now());
    // A walk that has begun keeps its officers on record, so today's duty may stay.
    store::delete_future_duty(tx, officer.id, today);
    if (officer.staff) {
        store::suspend_staff(tx, *officer.staff, app.now());
    }
    return count;
}

void reinstate_within(App& app, store::Transaction& tx, store::StoredOfficer const& officer)
{
    if (!store::set_officer_suspension(tx, officer.id, std::nullopt)) {
        throw Refusal{Refusal::conflict, N_("This officer is not suspended.")};
    }
    if (officer.staff) {
        store::suspend_staff(tx, *officer.staff, std::nullopt);
    }
    refresh_duty(app, tx, store::find_officer(tx, officer.id).value());
}

std::size_t suspend_officer(App& app, Person const& person, OfficerId id)
{
    store::Transaction tx{app.db};
    auto const count = suspend_within(app, tx, require_officer(tx, person, id));
    record(app, tx, person, Action::suspend_officer, id, Reason::officer_suspended);
    tx.commit();
    return count;
}

void reinstate_officer(App& app, Person const& person, OfficerId id)
{
    store::Transaction tx{app.db};
    reinstate_within(app, tx, require_officer(tx, person, id));
    record(app, tx, person, Action::suspend_officer, id);
    tx.commit();
}

} // namespace wt::app
