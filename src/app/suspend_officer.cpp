#include "app/suspend_officer.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
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
        count += call_off_walk(app, tx, walk) ? 1U : 0U;
    }
    return count;
}

} // namespace

std::size_t suspend_officer(App& app, Person const& person, OfficerId id)
{
    store::Transaction tx{app.db};
    auto const officer = store::find_officer(tx, id);
    if (!officer || !may(person, Action::suspend_officer, officer->bcu)) {
        throw Refusal{Refusal::not_found, N_("There is no such officer in your roster.")};
    }
    if (!store::set_officer_suspension(tx, id, app.now())) {
        throw Refusal{Refusal::conflict, N_("This officer is suspended already.")};
    }
    auto const count = call_off_walks(app, tx, id);
    auto const today = daylight::require_zone(app.settings()->time_zone).day_of(app.now());
    // A walk that has begun keeps its officers on record, so today's duty may stay.
    store::delete_future_duty(tx, id, today);
    if (officer->staff) {
        store::suspend_staff(tx, *officer->staff, app.now());
    }
    record(app, tx, person, Action::suspend_officer, id, Reason::officer_suspended);
    tx.commit();
    return count;
}

} // namespace wt::app
