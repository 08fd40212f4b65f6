#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/date_field.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/evaluations.hpp"
#include "web/pages/form_page.hpp"
#include "web/pages/hotspots.hpp"
#include "web/pages/map_box.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

constexpr auto kPoints = "/desk/hotspots/points.geojson";

/// GET /desk/hotspots: the table first, the map beside it.
Response show_hotspots(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const bcu = desk_unit(site, person, request.query);
    auto const seen = app::list_hotspots(site.app, person, bcu);
    return show_desk(
        site,
        request,
        person,
        {.title = t("Hotspots"),
         .content = html<"{}{}{}{}">(
             unit_choice(site, t, person, {.path = kDeskHotspotsPath, .chosen = bcu}),
             paragraph(t("Where more women say that they feel unsafe than chance explains. Each "
                         "Monday the program searches a year of walks and reports; a person "
                         "decides. Where nobody walked, nothing is known.")),
             list_beside_map(
                 site,
                 t,
                 hotspots_table(site, t, seen),
                 {.label = t("Map of the hotspots. The table has the same and more."),
                  .points = list_address(kPoints, {{"bcu", std::to_string(bcu.value)}}),
                  .parent = std::string{kDeskHotspotsPath}}),
             bullets({link(t("Evaluations of patrols"), kDeskEvaluationsPath)})),
         .has_map = true});
}

/// GET /desk/hotspots/points.geojson
Response show_points(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const bcu = desk_unit(site, person, request.query);
    return content(
        "application/geo+json", app::hotspots_geojson(app::list_hotspots(site.app, person, bcu)));
}

struct Outcome
{
    Fields typed{};
    FieldErrors errors{};
    std::optional<Message> conflict{};
};

Response show_one(Site& site, Request const& request, Person const& person, Outcome const& outcome)
{
    auto const& t = request.t();
    auto const opened = app::open_hotspot(site.app, person, request.path_id<HotspotId>("hotspot"));
    auto const bcu = opened.seen.hotspot.bcu;
    bool const may_decide = app::may(person, app::Action::decide_hotspot, bcu);
    auto const& errors = outcome.errors;
    FormState const state{t, outcome.typed, errors};
    auto const map = map_box(
        site,
        {.label = t("Map of the hotspots. The table has the same and more."),
         .points = list_address(kPoints, {{"bcu", std::to_string(bcu.value)}}),
         .parent = std::string{kDeskHotspotsPath},
         .centre = opened.seen.segments.empty()
                       ? std::nullopt
                       : std::optional{opened.seen.segments.front().segment.midpoint},
         .zoom = 15});
    return show_desk(
        site,
        request,
        person,
        {.title = t("Hotspot: {1}", {place_in_words(site, t, opened.seen)}),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, errors),
             outcome.conflict ? warning_text(t, escaped(t(*outcome.conflict))) : Html{},
             hotspot_facts(site, t, opened),
             map,
             may_decide ? hotspot_forms(state, opened) : Html{}),
         .back = std::string{kDeskHotspotsPath},
         .has_errors = !errors.empty(),
         .has_map = true},
        outcome.conflict ? 409
        : errors.empty() ? 200
                         : 422);
}

/// GET /desk/hotspots/{hotspot}
Response show_hotspot(Site& site, Request const& request)
{
    return show_one(site, request, require_staff(site, request), {});
}

int version_in(Fields const& typed)
{
    return static_cast<int>(
        std::clamp<long long>(find_integer(typed.get("version")).value_or(0), 0, 1'000'000'000));
}

/// Does it, or shows the page again with what was typed and why not.
template <class Act>
Response
decide(Site& site, Request const& request, Outcome outcome, Act const& act, Message const& done)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<HotspotId>("hotspot");
    if (outcome.errors.empty()) {
        try {
            act(person, id);
            return see_other(site, desk_path(id), done);
        } catch (Refusal const& refusal) {
            if (refusal.kind() != Refusal::conflict) {
                throw;
            }
            outcome.conflict = refusal.message();
        }
    }
    return show_one(site, request, person, outcome);
}

/// POST /desk/hotspots/{hotspot}/confirmation
Response create_confirmation(Site& site, Request const& request)
{
    Outcome const outcome{.typed = request.form()};
    return decide(
        site,
        request,
        outcome,
        [&](Person const& person, HotspotId id) {
            app::confirm_hotspot(site.app, person, id, version_in(outcome.typed));
        },
        N_("The hotspot is confirmed."));
}

/// POST /desk/hotspots/{hotspot}/ending
Response create_ending(Site& site, Request const& request)
{
    Outcome outcome{.typed = request.form()};
    auto const why = std::string{outcome.typed.get("why")};
    outcome.errors = app::errors_in_note(why, "why");
    return decide(
        site,
        request,
        outcome,
        [&](Person const& person, HotspotId id) {
            app::end_hotspot(site.app, person, id, version_in(outcome.typed), why);
        },
        N_("The hotspot has ended."));
}

/// POST /desk/hotspots/{hotspot}/notes
Response create_note(Site& site, Request const& request)
{
    Outcome outcome{.typed = request.form()};
    auto const note = std::string{outcome.typed.get("note")};
    outcome.errors = app::errors_in_note(note, "note");
    return decide(
        site,
        request,
        outcome,
        [&](Person const& person, HotspotId id) { app::note_hotspot(site.app, person, id, note); },
        N_("The note is kept."));
}

app::VisitForm read_visit(Fields const& typed)
{
    auto const minutes = find_integer(trimmed(typed.get("minutes"))).value_or(0);
    return {
        .day = find_date(typed, "day"),
        .minutes = static_cast<int>(std::clamp<long long>(minutes, 0, kLongestVisit + 1))};
}

/// POST /desk/hotspots/{hotspot}/visits
Response create_visit(Site& site, Request const& request)
{
    Outcome outcome{.typed = request.form()};
    auto const visit = read_visit(outcome.typed);
    outcome.errors = app::errors_in(visit, app::today(site.app), true);
    return decide(
        site,
        request,
        outcome,
        [&](Person const& person, HotspotId id) { app::plan_visit(site.app, person, id, visit); },
        N_("The visit is planned."));
}

struct VisitTag;

Response
show_visit_form(Site& site, Request const& request, Fields const& typed, FieldErrors const& errors)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const id = request.path_id<HotspotId>("hotspot");
    auto const opened = app::open_hotspot(site.app, person, id);
    app::require_permission(person, app::Action::decide_hotspot, opened.seen.hotspot.bcu);
    auto const visit = request.path_id<Id<VisitTag>>("visit").value;
    auto const found = std::ranges::find(opened.visits, visit, &store::StoredVisit::id);
    if (found == opened.visits.end()) {
        throw Refusal{Refusal::not_found, N_("There is no such visit.")};
    }
    FormState const state{t, typed, errors};
    return show_desk(
        site,
        request,
        person,
        {.title = t("Note a visit that was made"),
         .content = html<"{}{}{}">(
             error_summary(t, errors),
             paragraph(
                 t("{1}. What officers see on a visit is no concern, and never makes a "
                   "hotspot.",
                   {place_in_words(site, t, opened.seen)})),
             form(
                 {.action = fmt::format("{}/visits/{}", desk_path(id), visit),
                  .content =
                      html<"{}{}">(visit_fields(state), button({.label = t("Note this visit")}))})),
         .back = desk_path(id),
         .has_errors = !errors.empty()},
        errors.empty() ? 200 : 422);
}

/// GET /desk/hotspots/{hotspot}/visits/{visit}
Response show_visit(Site& site, Request const& request)
{
    return show_visit_form(site, request, {}, {});
}

/// POST /desk/hotspots/{hotspot}/visits/{visit}: it was made.
Response deliver(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const visit = read_visit(typed);
    auto const errors = app::errors_in(visit, app::today(site.app), false);
    if (!errors.empty()) {
        return show_visit_form(site, request, typed, errors);
    }
    auto const number = request.path_id<Id<VisitTag>>("visit").value;
    return decide(
        site,
        request,
        {.typed = typed},
        [&](Person const& person, HotspotId id) {
            app::deliver_visit(site.app, person, id, number, visit);
        },
        N_("The visit is noted."));
}

} // namespace

void add_desk_hotspots_routes(Router& router)
{
    router.add(Method::get, kPoints, show_points);
    router.add(Method::get, std::string{kDeskHotspotsPath}, show_hotspots);
    router.add(Method::get, "/desk/hotspots/{hotspot}", show_hotspot);
    router.add(Method::post, "/desk/hotspots/{hotspot}/confirmation", create_confirmation);
    router.add(Method::post, "/desk/hotspots/{hotspot}/ending", create_ending);
    router.add(Method::post, "/desk/hotspots/{hotspot}/notes", create_note);
    router.add(Method::post, "/desk/hotspots/{hotspot}/visits", create_visit);
    router.add(Method::get, "/desk/hotspots/{hotspot}/visits/{visit}", show_visit);
    router.add(Method::post, "/desk/hotspots/{hotspot}/visits/{visit}", deliver);
}

} // namespace wt::web
