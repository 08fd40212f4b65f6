#include "app/hotspots.hpp"

#include "app/concern_clock.hpp"
#include "app/evaluation_places.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/calendar.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "geo/geojson_writer.hpp"
#include "hotspots/life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace wt::app {

namespace {

using store::StoredHotspot;

StoredHotspot
require_hotspot(store::Reading& reading, Person const& person, Action action, HotspotId id)
{
    require_permission(person, action);
    auto const hotspot = store::find_hotspot(reading, id);
    if (!hotspot) {
        throw Refusal{Refusal::not_found, N_("There is no such hotspot.")};
    }
    require_permission(person, action, hotspot->bcu);
    return *hotspot;
}

/// As of a day; nothing if it was not known then.
std::optional<SeenHotspot> seen_on(store::Reading& reading, StoredHotspot hotspot, Day day)
{
    auto const findings = store::list_findings(reading, hotspot.id, day);
    if (findings.empty()) {
        return std::nullopt;
    }
    for (auto const& event : store::list_hotspot_events(reading, hotspot.id)) {
        if (event.day <= day) {
            hotspot.state = event.state;
        }
    }
    hotspot.last_day = findings.front().day;
    return SeenHotspot{
        .hotspot = hotspot,
        .latest = findings.front(),
        .segments = store::list_hotspot_segments(reading, hotspot.id, hotspot.last_day)};
}

/// Whose hand it is: those of the command line are nobody of the staff.
std::optional<StaffId> staff_of(Person const& person)
{
    return person.id != 0 ? std::optional{StaffId{person.id}} : std::nullopt;
}

void write_event(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    StoredHotspot const& hotspot,
    HotspotEvent kind,
    std::string note = {})
{
    store::insert_hotspot_event(
        tx,
        {.hotspot = hotspot.id,
         .kind = kind,
         .state = hotspot.state,
         .note = std::move(note),
         .staff = staff_of(person),
         .day = today(app),
         .at = app.now()});
    record(app, tx, person, Action::decide_hotspot, hotspot.id);
}

void refuse_first(FieldErrors const& errors)
{
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
}

/// \throws Refusal (conflict) unless `may_change` and nobody was faster
void change(store::Transaction& tx, StoredHotspot const& hotspot, int version, bool may_change)
{
    if (!may_change || hotspot.version != version || !store::update_hotspot(tx, hotspot)) {
        throw Refusal{
            Refusal::conflict,
            N_("Somebody has changed this hotspot since you opened it. Look at it again.")};
    }
}

std::string minutes_and_day(VisitForm const& form)
{
    return fmt::format("{} min, {}", form.minutes, iso_text(form.day.value()));
}

} // namespace

std::vector<std::string> SeenHotspot::streets() const
{
    std::set<std::string> names;
    for (auto const& segment : segments) {
        if (!segment.street.empty()) {
            names.insert(segment.street);
        }
    }
    return {names.begin(), names.end()};
}

std::vector<SeenHotspot>
list_hotspots(App& app, Person const& person, std::optional<BcuId> bcu, std::optional<Day> as_of)
{
    auto const unit = bcu ? bcu : person.bcu;
    require_permission(person, Action::see_hotspots, unit);
    store::Reading reading{app.db};
    std::vector<SeenHotspot> seen;
    for (auto const& hotspot : store::list_hotspots(reading, unit)) {
        auto known = seen_on(reading, hotspot, as_of.value_or(today(app)));
        if (known && known->hotspot.state != HotspotState::expired) {
            seen.push_back(std::move(*known));
        }
    }
    std::ranges::stable_sort(seen, {}, [](SeenHotspot const& each) {
        return std::tuple{each.hotspot.state != HotspotState::proposed, -each.latest.women};
    });
    return seen;
}

std::string hotspots_geojson(std::vector<SeenHotspot> const& hotspots)
{
    GeoJsonWriter writer;
    for (auto const& [hotspot, latest, segments] : hotspots) {
        for (auto const& [segment, street] : segments) {
            writer.add_point(
                segment.midpoint,
                {{"id", hotspot.id.value},
                 {"state", code_in(kHotspotStates, hotspot.state)},
                 {"family", code_in(kHotspotFamilies, hotspot.family)},
                 {"street", street}});
        }
    }
    return std::move(writer).finish();
}

OpenHotspot open_hotspot(App& app, Person const& person, HotspotId id)
{
    store::Reading reading{app.db};
    auto const hotspot = require_hotspot(reading, person, Action::see_hotspots, id);
    OpenHotspot opened{
        .seen =
            {.hotspot = hotspot,
             .latest = {},
             .segments = store::list_hotspot_segments(reading, id, hotspot.last_day)},
        .findings = store::list_findings(reading, id),
        .concerns = store::list_concerns(
            reading, store::list_concerns_of_hotspot(reading, id, hotspot.last_day)),
        .events = store::list_hotspot_events(reading, id),
        .visits = store::list_visits(reading, id)};
    opened.seen.latest = opened.findings.front();
    std::erase_if(opened.concerns, [](store::StoredConcern const& concern) {
        return concern.state == ConcernState::withdrawn;
    });
    std::ranges::sort(opened.concerns, [](auto const& a, auto const& b) {
        return std::tuple{b.raised, a.id} < std::tuple{a.raised, b.id};
    });
    return opened;
}

void confirm_hotspot(App& app, Person const& desk, HotspotId id, int version)
{
    store::Transaction tx{app.db};
    auto hotspot = require_hotspot(tx, desk, Action::decide_hotspot, id);
    bool const is_proposal = hotspot.state == HotspotState::proposed;
    hotspot.state = HotspotState::confirmed;
    change(tx, hotspot, version, is_proposal);
    write_event(app, tx, desk, hotspot, HotspotEvent::confirmed);
    tx.commit();
}

void end_hotspot(App& app, Person const& desk, HotspotId id, int version, std::string_view note)
{
    store::Transaction tx{app.db};
    auto hotspot = require_hotspot(tx, desk, Action::decide_hotspot, id);
    refuse_first(errors_in_note(note, "why"));
    bool const is_over = hotspot.state == HotspotState::expired;
    hotspot.state = HotspotState::expired;
    hotspot.aside_till = today(app) + std::chrono::weeks{hotspots::kWeeksPutAside};
    change(tx, hotspot, version, !is_over);
    write_event(app, tx, desk, hotspot, HotspotEvent::ended, std::string{trimmed(note)});
    tx.commit();
}

FieldErrors errors_in_note(std::string_view note, std::string const& field)
{
    FieldErrors errors;
    if (trimmed(note).empty()) {
        errors.add(field, N_("Write a sentence."));
    } else if (!is_clean_utf8(note)) {
        errors.add(field, N_("The words hold characters that cannot be read."));
    } else if (count_characters(note) > kMostOfANote) {
        errors.add(field, {N_("Write at most {1} characters."), {std::to_string(kMostOfANote)}});
    }
    return errors;
}

void note_hotspot(App& app, Person const& desk, HotspotId id, std::string_view note)
{
    store::Transaction tx{app.db};
    auto const hotspot = require_hotspot(tx, desk, Action::decide_hotspot, id);
    refuse_first(errors_in_note(note, "note"));
    write_event(app, tx, desk, hotspot, HotspotEvent::note, std::string{trimmed(note)});
    tx.commit();
}

FieldErrors errors_in(VisitForm const& form, Day today, bool is_planned)
{
    constexpr std::chrono::days kFarthest{365};
    auto const first = is_planned ? today : today - kFarthest;
    auto const last = is_planned ? today + kFarthest : today;
    FieldErrors errors;
    if (!form.day) {
        errors.add("day", N_("Enter a date, like 17 12 2026."));
    } else if (*form.day < first || *form.day > last) {
        errors.add(
            "day",
            is_planned ? N_("A visit is planned for today or a day of the next year.")
                       : N_("A visit was made today or on a day of the last year."));
    }
    if (form.minutes < 1 || form.minutes > kLongestVisit) {
        errors.add(
            "minutes",
            {N_("Enter how many minutes, from 1 to {1}."), {std::to_string(kLongestVisit)}});
    }
    return errors;
}

void plan_visit(App& app, Person const& desk, HotspotId id, VisitForm const& form)
{
    store::Transaction tx{app.db};
    auto const hotspot = require_hotspot(tx, desk, Action::decide_hotspot, id);
    refuse_first(errors_in(form, today(app), true));
    if (auto const until = find_closed_until(tx, id, form.day.value())) {
        throw Refusal{
            Refusal::conflict,
            {N_("This place is compared with another one: nobody visits it before {1}, as was "
                "locked, unless a concern there is of the worst severity."),
             {iso_text(*until)}}};
    }
    store::insert_visit(
        tx,
        {.id = random_id(),
         .hotspot = id,
         .planned_day = form.day.value(),
         .planned_minutes = form.minutes});
    write_event(app, tx, desk, hotspot, HotspotEvent::visit_planned, minutes_and_day(form));
    tx.commit();
}

void deliver_visit(
    App& app, Person const& desk, HotspotId id, std::int64_t visit, VisitForm const& form)
{
    store::Transaction tx{app.db};
    auto const hotspot = require_hotspot(tx, desk, Action::decide_hotspot, id);
    refuse_first(errors_in(form, today(app), false));
    store::StoredVisit const made{
        .id = visit,
        .hotspot = id,
        .planned_day = {},
        .delivered_day = form.day,
        .delivered_minutes = form.minutes};
    if (!store::deliver_visit(tx, made)) {
        throw Refusal{Refusal::conflict, N_("This visit was noted already.")};
    }
    write_event(app, tx, desk, hotspot, HotspotEvent::visit_delivered, minutes_and_day(form));
    tx.commit();
}

} // namespace wt::app
