#include "app/disclosures.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/staff_contact.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/disclosures.hpp"
#include "store/staff.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace wt::app {

namespace {

Disclosure opened(App const& app, store::StoredDisclosure const& stored)
{
    auto facts = open_facts(app, stored.sealed);
    auto const clock = clock_of(stored.state, facts.spoken_at, app.now());
    return {stored.id, stored.state, stored.version, std::move(facts), clock};
}

Disclosure require_disclosure(App const& app, store::Reading& reading, DisclosureId id)
{
    auto const stored = store::find_disclosure(reading, id);
    if (!stored) {
        throw Refusal{Refusal::not_found, N_("There is no such disclosure.")};
    }
    return opened(app, *stored);
}

[[noreturn]] void refuse_changed()
{
    throw Refusal{Refusal::conflict, N_("Somebody has changed this meanwhile. Look at it again.")};
}

/// What the one statement that decides is given, with the step and the audit row beside it.
void change(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    Disclosure const& changed,
    DisclosureStep step)
{
    bool const is_newest = store::update_disclosure(
        tx,
        {.id = changed.id,
         .state = changed.state,
         .version = changed.version,
         .client_id = {},
         .sealed = seal_facts(app, changed.facts)});
    if (!is_newest) {
        refuse_changed();
    }
    add_step(app, tx, changed.id, step, StaffId{person.id});
    record(app, tx, person, Action::handle_disclosure, changed.id, Reason::safeguarding);
}

bool is_more_urgent(Disclosure const& a, Disclosure const& b)
{
    bool const a_is_closed = a.state == DisclosureState::closed;
    bool const b_is_closed = b.state == DisclosureState::closed;
    if (a_is_closed != b_is_closed) {
        return b_is_closed;
    }
    bool const a_runs = a.clock != DisclosureClock::stopped;
    bool const b_runs = b.clock != DisclosureClock::stopped;
    if (a_runs != b_runs) {
        return a_runs;
    }
    return a_is_closed ? a.facts.spoken_at > b.facts.spoken_at
                       : a.facts.spoken_at < b.facts.spoken_at;
}

/// Everyone of safeguarding who can be reached, in the order in which they are called.
std::vector<StaffContact> list_in_order(App const& app, store::Reading& reading)
{
    auto contacts = list_staff_contacts(app, reading, Role::safeguarding);
    auto const order = app.settings()->safeguarding_order;
    auto const names = split(order, ',');
    std::ranges::stable_sort(contacts, {}, [&](StaffContact const& contact) {
        return std::ranges::find_if(
                   names,
                   [&](std::string_view name) {
                       return to_lower(trimmed(name)) == contact.sign_in_name;
                   }) -
               names.begin();
    });
    return contacts;
}

/// \returns false if somebody else has called meanwhile, or nobody can be reached
bool call_about(App& app, DisclosureId id)
{
    store::Transaction tx{app.db};
    auto const order = list_in_order(app, tx);
    if (order.empty()) {
        spdlog::error("nobody of safeguarding has a contact: no second person can be called");
        return false;
    }
    if (!store::mark_second_called(tx, id)) {
        return false;
    }
    alert(
        app,
        tx,
        order[order.size() > 1 ? 1 : 0],
        {.subject_id = id.value, .path = "/safeguarding/disclosures"});
    add_step(app, tx, id, DisclosureStep::second_called, std::nullopt);
    record(app, tx, kSystem, Action::call_second_person, id, Reason::safeguarding);
    tx.commit();
    return true;
}

template <class Wanted>
std::vector<DisclosureId> list_ids(App const& app, DisclosureState state, Wanted const& is_wanted)
{
    std::vector<DisclosureId> ids;
    store::Reading reading{app.db};
    for (auto const& stored : store::list_disclosures(reading, {state})) {
        if (is_wanted(stored, open_facts(app, stored.sealed))) {
            ids.push_back(stored.id);
        }
    }
    return ids;
}

} // namespace

std::vector<Disclosure> list_disclosures(App& app, Person const& person)
{
    require_permission(person, Action::see_disclosures);
    std::vector<Disclosure> list;
    store::Transaction tx{app.db};
    for (auto const& stored : store::list_disclosures(
             tx,
             {DisclosureState::unread,
              DisclosureState::read,
              DisclosureState::recorded,
              DisclosureState::closed})) {
        list.push_back(opened(app, stored));
    }
    record(app, tx, person, Action::see_disclosures, Subject{}, Reason::safeguarding);
    tx.commit();
    std::ranges::sort(list, is_more_urgent);
    return list;
}

OpenDisclosure open_disclosure(App& app, Person const& person, DisclosureId id)
{
    require_permission(person, Action::see_disclosures);
    store::Transaction tx{app.db};
    OpenDisclosure open{.disclosure = require_disclosure(app, tx, id), .walk = {}, .steps = {}};
    if (open.disclosure.facts.walk) {
        open.walk = store::find_walk(tx, *open.disclosure.facts.walk);
    }
    for (auto const& step : list_steps(app, tx, id)) {
        auto const staff = step.staff ? store::find_staff(tx, *step.staff) : std::nullopt;
        open.steps.push_back({step.step, step.at, staff ? staff->name : std::string{}});
    }
    record(app, tx, person, Action::see_disclosures, id, Reason::safeguarding);
    tx.commit();
    return open;
}

void take_on_disclosure(App& app, Person const& person, DisclosureId id, int version)
{
    require_permission(person, Action::handle_disclosure);
    store::Transaction tx{app.db};
    auto disclosure = require_disclosure(app, tx, id);
    if (disclosure.state != DisclosureState::unread) {
        return;
    }
    disclosure.state = DisclosureState::read;
    disclosure.version = version;
    change(app, tx, person, disclosure, DisclosureStep::taken_on);
    tx.commit();
}

void record_crime(
    App& app, Person const& person, DisclosureId id, int version, std::string_view typed)
{
    require_permission(person, Action::handle_disclosure);
    auto const reference = trimmed(typed);
    if (!is_crime_reference(reference)) {
        throw Refusal{
            Refusal::invalid_input,
            N_("A crime reference has 3 to 30 letters and digits. Nothing else belongs here.")};
    }
    store::Transaction tx{app.db};
    auto disclosure = require_disclosure(app, tx, id);
    if (disclosure.state == DisclosureState::closed) {
        refuse_changed();
    }
    disclosure.state = DisclosureState::recorded;
    disclosure.version = version;
    disclosure.facts.reference = reference;
    change(app, tx, person, disclosure, DisclosureStep::recorded);
    tx.commit();
}

void close_disclosure(
    App& app, Person const& person, DisclosureId id, int version, DisclosureOutcome outcome)
{
    require_permission(person, Action::handle_disclosure);
    store::Transaction tx{app.db};
    auto disclosure = require_disclosure(app, tx, id);
    if (disclosure.state == DisclosureState::unread ||
        disclosure.state == DisclosureState::closed) {
        refuse_changed();
    }
    if (outcome == DisclosureOutcome::crime_recorded && disclosure.facts.reference.empty()) {
        throw Refusal{Refusal::invalid_input, N_("Enter the crime reference first.")};
    }
    disclosure.state = DisclosureState::closed;
    disclosure.version = version;
    disclosure.facts.outcome = outcome;
    disclosure.facts.closed_at = app.now();
    change(app, tx, person, disclosure, DisclosureStep::closed);
    tx.commit();
}

std::int64_t call_second_persons(App& app)
{
    auto const late = list_ids(
        app,
        DisclosureState::unread,
        [&](store::StoredDisclosure const& stored, DisclosureFacts const& facts) {
            return !stored.second_called && app.now() >= facts.spoken_at + kSecondPersonAfter;
        });
    return std::ranges::count_if(late, [&](DisclosureId id) { return call_about(app, id); });
}

std::int64_t erase_old_disclosures(App& app)
{
    auto const before = app.now() - std::chrono::days{app.settings()->disclosure_days};
    auto const old = list_ids(
        app,
        DisclosureState::closed,
        [&](store::StoredDisclosure const&, DisclosureFacts const& facts) {
            return facts.closed_at && *facts.closed_at < before;
        });
    store::Transaction tx{app.db};
    std::int64_t count = 0;
    for (auto const id : old) {
        if (store::delete_disclosure(tx, id)) {
            record(app, tx, kSystem, Action::erase_expired, id, Reason::retention);
            ++count;
        }
    }
    tx.commit();
    return count;
}

} // namespace wt::app
