#include "app/desk_walks.hpp"

#include "base/calendar.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/timeline.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

constexpr auto kPath = "/desk/walks";
constexpr std::chrono::days kShown{14};

std::string path_of(WalkId walk)
{
    return fmt::format("{}/{}", kPath, walk.value);
}

bool can_be_called_off(store::StoredWalk const& walk)
{
    return walk.state == WalkState::proposed || walk.state == WalkState::confirmed;
}

std::string names_of(std::vector<store::WalkOfficer> const& officers)
{
    std::string names;
    for (auto const& officer : officers) {
        names += (names.empty() ? "" : ", ") + officer.public_name;
    }
    return names;
}

std::string time_of(Texts const& t, daylight::Zone const& zone, Instant moment)
{
    auto const local = zone.local(moment);
    return time_in_words(t, local.hour, local.minute);
}

/// One table for each day, so that a day is found by its heading.
Html days_of(Site const& site, Texts const& t, std::vector<store::StoredWalk> const& walks)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Html days;
    for (auto from = walks.begin(); from != walks.end();) {
        auto const day = zone.day_of(from->time.from);
        auto const to = std::find_if(from, walks.end(), [&](store::StoredWalk const& walk) {
            return zone.day_of(walk.time.from) != day;
        });
        Table list{
            .caption = day_in_words(t, zone.local(from->time.from)),
            .head = {t("Time"), t("Ward"), t("Officers"), t("Requests"), t("State")},
            .rows = {},
            .is_numeric = {false, false, false, true}};
        for (; from != to; ++from) {
            list.rows.push_back(
                {link(
                     t("{1} to {2}",
                       {time_of(t, zone, from->time.from), time_of(t, zone, from->time.to)}),
                     path_of(from->id)),
                 escaped(ward_name(site, from->ward)),
                 escaped(names_of(from->officers)),
                 html<"{}">(from->places.size()),
                 tag_of(t, from->state)});
        }
        days += table(list);
    }
    return days;
}

/// The same two weeks as a picture.
Html picture_of(Site const& site, Texts const& t, std::vector<store::StoredWalk> const& walks)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Timeline shown{
        .id = "walks-timeline",
        .title = t("When the walks are"),
        .description = t("Each walk as a bar along the hours of its day. The tables say the same."),
        .rows = {}};
    constexpr int kHour = 60;
    auto const minute_of = [&](Instant moment) {
        auto const local = zone.local(moment);
        return local.hour * kHour + local.minute;
    };
    std::optional<Day> shown_day;
    for (auto const& walk : walks) {
        if (auto const day = zone.day_of(walk.time.from); shown_day != day) {
            shown_day = day;
            shown.rows.push_back({day_in_words(t, zone.local(walk.time.from)), {}});
        }
        auto const from = minute_of(walk.time.from);
        auto const to = minute_of(walk.time.to);
        shown.rows.back().blocks.push_back(
            {.from = from,
             .to = to > from ? to : 24 * kHour, // past midnight
             .words = t("{1}, {2}", {ward_name(site, walk.ward), time_of(t, zone, walk.time.from)}),
             .is_faint = walk.state == WalkState::cancelled});
    }
    return timeline(shown);
}

/// GET /desk/walks: two weeks, day by day; `from` is the first of them.
Response show_walks(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    auto const today = zone.day_of(site.now());
    // A year around today is all there can be, and keeps any date within reach of the calendar.
    auto const first = std::clamp(
        find_day(request.query.get("from")).value_or(today),
        today - std::chrono::days{366},
        today + std::chrono::days{366});
    auto const walks = app::list_desk_walks(
        site.app,
        person,
        desk_unit(site, person, request.query),
        {zone.midnight(first), zone.midnight(first + kShown)});
    auto const at = [&](Day day) { return list_address(kPath, {{"from", iso_text(day)}}); };
    return show_desk(
        site,
        request,
        person,
        {.title = t("Walks"),
         .content = html<"{}{}{}{}">(
             paragraph(
                 t("{1} to {2}",
                   {date_in_words(t, first),
                    date_in_words(t, first + kShown - std::chrono::days{1})})),
             walks.empty() ? paragraph(t("There are no walks on these days."))
                           : days_of(site, t, walks),
             picture_of(site, t, walks),
             pagination(t, at(first - kShown), at(first + kShown)))});
}

Html places_of(Texts const& t, daylight::Zone const& zone, store::StoredWalk const& walk)
{
    Table list{
        .caption = t("Requests"),
        .head = {t("Request"), t("Her place"), t("Answer by")},
        .rows = {}};
    for (auto const& place : walk.places) {
        list.rows.push_back(
            {request_link(t, place.request),
             tag_of(t, place.state),
             place.state == PlaceState::proposed
                 ? escaped(moment_in_words(t, zone, place.deadline_at))
                 : Html{}});
    }
    return walk.places.empty() ? Html{} : table(list);
}

Html officers_of(Texts const& t, store::StoredWalk const& walk)
{
    std::vector<Html> officers;
    for (auto const& officer : walk.officers) {
        officers.push_back(
            escaped(t("{1}, collar number {2}", {officer.public_name, officer.collar_number})));
    }
    return officers.empty() ? escaped(t("None: the walk is called off")) : bullets(officers);
}

Html cancellation(Texts const& t, store::StoredWalk const& walk)
{
    if (!can_be_called_off(walk)) {
        return {};
    }
    return html<"{}{}{}">(
        heading(t("Call this walk off"), 2, "m"),
        paragraph(t("The women go back to the queue with the time they have waited, are first for "
                    "the next date, and are told. The officers are free again.")),
        form(
            {.action = path_of(walk.id) + "/cancellation",
             .content = button({.label = t("Call the walk off"), .is_warning = true})}));
}

/// GET /desk/walks/{walk}
Response show_walk(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const walk = app::open_desk_walk(site.app, person, request.path_id<WalkId>("walk"));
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    return show_desk(
        site,
        request,
        person,
        {.title = t("Walk in {1}", {ward_name(site, walk.ward)}),
         .content = html<"{}{}{}">(
             summary_list(
                 {{.key = t("When"), .value = escaped(span_in_words(t, zone, walk.time))},
                  {.key = t("State"), .value = tag_of(t, walk.state)},
                  {.key = t("Officers"), .value = officers_of(t, walk)}}),
             places_of(t, zone, walk),
             cancellation(t, walk)),
         .back = kPath});
}

/// POST /desk/walks/{walk}/cancellation
Response create_cancellation(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const walk = request.path_id<WalkId>("walk");
    app::cancel_walk_for_desk(site.app, person, walk);
    return see_other(site, path_of(walk), N_("The walk is called off. The women are told."));
}

} // namespace

void add_desk_walks_routes(Router& router)
{
    router.add(Method::get, kPath, show_walks);
    router.add(Method::get, "/desk/walks/{walk}", show_walk);
    router.add(Method::post, "/desk/walks/{walk}/cancellation", create_cancellation);
}

} // namespace wt::web
