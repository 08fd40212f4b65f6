#include "app/owners.hpp"

#include "app/areas.hpp"
#include "app/concerns.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/staff.hpp"

#include <algorithm>
#include <utility>

namespace wt::app {

namespace {

bool is_at_desk(store::StoredStaff const& staff, BcuId bcu)
{
    return staff.role == Role::desk && staff.bcu == bcu && !staff.suspended_at;
}

store::StoredRoute require_route(App const& app, store::Reading& reading, RouteText const& text)
{
    auto const areas = app.areas();
    auto const bcu = areas->find_bcu(text.bcu);
    if (!bcu) {
        throw Refusal{Refusal::not_found, {N_("There is no command unit “{1}”."), {text.bcu}}};
    }
    store::StoredRoute route{.bcu = bcu->id, .staff = {}};
    if (!text.ward.empty()) {
        auto const ward = areas->find_ward(std::string_view{text.ward});
        if (!ward || ward->bcu != bcu->id) {
            throw Refusal{
                Refusal::not_found, {N_("There is no ward “{1}” in this unit."), {text.ward}}};
        }
        route.ward = ward->id;
    }
    route.category = find_in(kCategories, text.category);
    if (!text.category.empty() && !route.category) {
        throw Refusal{Refusal::invalid_input, {N_("There is no category “{1}”."), {text.category}}};
    }
    if (text.staff != "nobody") {
        auto const staff = store::find_staff_by_name(reading, to_lower(trimmed(text.staff)));
        if (!staff || !is_at_desk(*staff, bcu->id)) {
            throw Refusal{
                Refusal::invalid_input,
                {N_("“{1}” is not at the desk of this unit."), {text.staff}}};
        }
        route.staff = staff->id;
    }
    return route;
}

} // namespace

Owners list_owners(App& app, Person const& person, ConcernId id)
{
    store::Reading reading{app.db};
    auto const concern = require_concern(reading, person, Action::see_concerns, id);
    auto const on_call = store::list_on_call(reading, app.now());
    Owners owners;
    for (auto const& staff : store::list_staff(reading, concern.bcu)) {
        if (!is_at_desk(staff, concern.bcu)) {
            continue;
        }
        auto const found = on_call.find(staff.id);
        Colleague colleague{.id = staff.id, .name = staff.name};
        if (found != on_call.end()) {
            colleague.on_call_until = found->second;
        }
        if (concern.owner == staff.id) {
            owners.owner = std::move(colleague);
        } else {
            owners.others.push_back(std::move(colleague));
        }
    }
    std::ranges::sort(owners.others, {}, [](Colleague const& colleague) {
        return std::pair{!colleague.on_call_until, colleague.name};
    });
    return owners;
}

void hand_over_concern(
    App& app, Person const& person, ConcernId id, int version, std::optional<StaffId> to)
{
    store::Transaction tx{app.db};
    auto const concern = require_concern(tx, person, Action::hand_over_concern, id);
    auto const staff = to ? store::find_staff(tx, *to) : std::nullopt;
    if (to && (!staff || !is_at_desk(*staff, concern.bcu))) {
        throw Refusal{Refusal::invalid_input, N_("Choose somebody of this desk.")};
    }
    if (!store::set_owner(tx, id, version, to)) {
        throw Refusal{
            Refusal::conflict, N_("This concern has changed meanwhile. Look at it again.")};
    }
    record(app, tx, person, Action::hand_over_concern, id, Reason::answering);
    if (to) {
        record(app, tx, person, Action::hand_over_concern, *to, Reason::answering);
    }
    tx.commit();
}

void go_on_call(App& app, Person const& desk, int hours)
{
    require_permission(desk, Action::go_on_call);
    if (hours < 0 || hours > kLongestOnCall) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("Choose at most {1} hours."), {std::to_string(kLongestOnCall)}}};
    }
    store::Transaction tx{app.db};
    auto const until = app.now() + std::chrono::hours{hours};
    store::put_on_call(tx, {desk.id}, hours > 0 ? std::optional{until} : std::nullopt);
    record(app, tx, desk, Action::go_on_call, StaffId{desk.id});
    tx.commit();
}

std::optional<Instant> find_on_call(App& app, Person const& desk)
{
    require_permission(desk, Action::go_on_call);
    store::Reading reading{app.db};
    auto const on_call = store::list_on_call(reading, app.now());
    auto const found = on_call.find({desk.id});
    return found != on_call.end() ? std::optional{found->second} : std::nullopt;
}

void set_route(App& app, Person const& person, RouteText const& text)
{
    require_permission(person, Action::manage_staff);
    store::Transaction tx{app.db};
    auto const route = require_route(app, tx, text);
    if (route.staff != StaffId{}) {
        store::put_route(tx, route);
    } else if (!store::delete_route(tx, route)) {
        throw Refusal{Refusal::not_found, N_("There is no such rule.")};
    }
    record(app, tx, person, Action::manage_staff, route.bcu);
    tx.commit();
}

std::vector<RouteText> list_routes(App& app, Person const& person)
{
    require_permission(person, Action::manage_staff);
    auto const areas = app.areas();
    store::Reading reading{app.db};
    std::vector<RouteText> routes;
    for (auto const& route : store::list_routes(reading)) {
        auto const staff = store::find_staff(reading, route.staff);
        routes.push_back(
            {.bcu = areas->require_bcu(route.bcu).code,
             .ward = route.ward ? areas->require_ward(*route.ward).code : "",
             .category = route.category ? std::string{code_in(kCategories, *route.category)} : "",
             .staff = staff ? staff->sign_in_name : ""});
    }
    return routes;
}

} // namespace wt::app
