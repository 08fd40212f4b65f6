#include "app/areas.hpp"
#include "app/roster.hpp"
#include "app/suspend_officer.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

constexpr auto kPath = "/desk/officers";

std::string path_of(OfficerId officer)
{
    return fmt::format("{}/{}/suspension", kPath, officer.value);
}

/// Why she may not go on walks, the weightiest first; nothing if she may.
std::optional<Message> why_not_eligible(store::StoredOfficer const& officer)
{
    if (officer.suspended_at) {
        return N_("Suspended");
    }
    if (!officer.is_woman) {
        return N_("Walks are with women officers only");
    }
    if (!officer.trained) {
        return N_("Not trained for walks yet");
    }
    if (officer.wards.empty()) {
        return N_("Knows no ward yet");
    }
    return std::nullopt;
}

std::string wards_of(Site const& site, store::StoredOfficer const& officer)
{
    std::vector<std::string> names;
    for (auto const ward : officer.wards) {
        names.push_back(ward_name(site, ward));
    }
    std::ranges::sort(names);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<Html> row_of(Site const& site, Texts const& t, store::StoredOfficer const& officer)
{
    auto const why_not = why_not_eligible(officer);
    auto const act = officer.suspended_at ? t("Reinstate") : t("Suspend");
    auto const link = html<
        R"(<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>)">(
        path_of(officer.id), act, officer.public_name);
    return {
        escaped(officer.public_name),
        escaped(officer.collar_number),
        escaped(wards_of(site, officer)),
        why_not ? html<"{}<br>{}">(tag(t("Not on walks"), "grey"), t(*why_not))
                : tag(t("Can walk"), "green"),
        link};
}

/// GET /desk/officers: the roster, and who may go on walks.
Response show_officers(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const officers =
        app::list_roster(site.app, person, desk_unit(site, person, request.query));
    Table list{
        .caption = t("Officers of this command unit"),
        .head =
            {t("Name"), t("Collar number"), t("Wards she knows"), t("On walks"), t("What to do")},
        .rows = {},
        .caption_is_hidden = true};
    for (auto const& officer : officers) {
        list.rows.push_back(row_of(site, t, officer));
    }
    return show_desk(
        site,
        request,
        person,
        {.title = t("Officers"),
         .content = html<"{}{}">(
             paragraph(t("Walks are with women officers who are trained and not suspended. Nobody "
                         "can change that here.")),
             officers.empty() ? paragraph(t("The roster holds nobody of this command unit yet."))
                              : table(list))});
}

store::StoredOfficer
require_officer(Site const& site, Person const& person, Request const& request, BcuId bcu)
{
    auto const id = request.path_id<OfficerId>("officer");
    auto const officers = app::list_roster(site.app, person, bcu);
    auto const found = std::ranges::find(officers, id, &store::StoredOfficer::id);
    if (found == officers.end()) {
        throw Refusal{Refusal::not_found, N_("There is no such officer in your roster.")};
    }
    return *found;
}

Response show_reinstatement(
    Site& site, Request const& request, Person const& person, store::StoredOfficer const& officer)
{
    auto const& t = request.t();
    auto const question =
        t("Reinstate {1}, collar number {2}?", {officer.public_name, officer.collar_number});
    return show_desk(
        site,
        request,
        person,
        {.title = question,
         .content = html<"{}{}">(
             paragraph(t("She can sign in again, and is on duty for walks on the days of her "
                         "shifts. Walks that were called off stay so.")),
             form(
                 {.action = path_of(officer.id) + "/end",
                  .content = button_group(
                      {button({.label = t("Reinstate this officer")}),
                       link(t("Leave her suspended"), kPath)})})),
         .back = kPath});
}

/// GET /desk/officers/{officer}/suspension: what it does, before it is done.
Response show_suspension(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const officer =
        require_officer(site, person, request, desk_unit(site, person, request.query));
    if (officer.suspended_at) {
        return show_reinstatement(site, request, person, officer);
    }
    auto const question =
        t("Suspend {1}, collar number {2}?", {officer.public_name, officer.collar_number});
    return show_desk(
        site,
        request,
        person,
        {.title = question,
         .content = html<"{}{}{}">(
             paragraph(t("All of this happens at once:")),
             bullets(
                 {escaped(t("She is off every walk to come.")),
                  escaped(t("Those walks are called off. The women go back to the queue, are first "
                            "for the next date, and are told without a reason.")),
                  escaped(t("She is off duty for walks, and cannot sign in."))}),
             form(
                 {.action = path_of(officer.id),
                  .content = button_group(
                      {button({.label = t("Suspend this officer"), .is_warning = true}),
                       link(t("Do not suspend"), kPath)})})),
         .back = kPath});
}

/// POST /desk/officers/{officer}/suspension
Response create_suspension(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const walks =
        app::suspend_officer(site.app, person, request.path_id<OfficerId>("officer"));
    return see_other(
        site,
        kPath,
        walks == 0 ? Message{N_("The officer is suspended. She was on no walk to come.")}
                   : Message{
                         N_("The officer is suspended. Walks called off: {1}. The women are told."),
                         {std::to_string(walks)}});
}

/// POST /desk/officers/{officer}/suspension/end
Response end_suspension(Site& site, Request const& request)
{
    app::reinstate_officer(
        site.app, require_staff(site, request), request.path_id<OfficerId>("officer"));
    return see_other(site, kPath, N_("The officer is reinstated."));
}

} // namespace

void add_desk_officers_routes(Router& router)
{
    router.add(Method::get, kPath, show_officers);
    router.add(Method::get, "/desk/officers/{officer}/suspension", show_suspension);
    router.add(Method::post, "/desk/officers/{officer}/suspension", create_suspension);
    router.add(Method::post, "/desk/officers/{officer}/suspension/end", end_suspension);
}

} // namespace wt::web
