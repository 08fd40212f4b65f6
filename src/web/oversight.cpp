#include "app/oversight.hpp"

#include "app/permission.hpp"
#include "web/components/content.hpp"
#include "web/list_address.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

/// What oversight reads of the whole force, and changes nothing of.
namespace wt::web {

namespace {

constexpr auto kPath = "/oversight";
constexpr auto kConfidential = "/oversight/confidential";
constexpr auto kPartners = "/oversight/partners";

Response show_oversight(
    Site const& site,
    Request const& request,
    Person const& person,
    std::string const& title,
    Html const& content)
{
    auto const is_home = request.path == kPath;
    return show(
        site,
        request,
        {.title = title,
         .content = html<"{}{}">(heading(title), content),
         .before = is_home ? Html{} : back_link(request.t(), kPath),
         .audience = audience_of(person.role),
         .is_wide = true,
         .has_exit = false});
}

/// Leads there whoever may read it; an administrator sees the counts alone.
Html link_or_text(Person const& person, std::string_view label, std::string_view href)
{
    return app::may(person, app::Action::see_concerns) ? link(label, href) : escaped(label);
}

Html unit_table(Texts const& t, Person const& person, app::Overview const& overview)
{
    Table rows{
        .caption = t("Command units"),
        .head =
            {t("Command unit"),
             t("Without an answer"),
             t("Late"),
             t("Very late"),
             t("With partners"),
             t("Could not be sent")},
        .rows = {},
        .is_numeric = {false, true, true, true, true, true}};
    for (auto const& unit : overview.units) {
        auto const bcu = ConcernChoice{.bcu = unit.bcu};
        rows.rows.push_back(
            {link_or_text(person, unit.name, list_address("/desk/concerns", bcu)),
             escaped(std::to_string(unit.waiting)),
             escaped(std::to_string(unit.late)),
             escaped(std::to_string(unit.very_late)),
             link_or_text(
                 person, std::to_string(unit.with_partners), list_address("/desk/referrals", bcu)),
             escaped(std::to_string(unit.unsent))});
    }
    return table(rows);
}

/// GET /oversight: how every command unit stands, and where to read more.
Response show_overview(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const overview = app::see_overview(site.app, person);
    auto const content = html<"{}{}{}{}{}">(
        paragraph(t("Concerns and referrals that wait for what will become of them. A unit leads "
                    "to its concerns with their clocks, a number of partners to its referrals.")),
        unit_table(t, person, overview),
        paragraph(
            t.n("{1} officer of the force is suspended from walks.",
                "{1} officers of the force are suspended from walks.",
                static_cast<long>(overview.suspended))),
        heading(t("Read more"), 2, "m"),
        bullets(
            {link(t("Audit: who looked at or changed what, and why"), "/oversight/audit"),
             link(t("Disclosures and complaints, counted"), kConfidential),
             link(t("Complaints by state"), "/oversight/complaints"),
             link(t("Partners"), kPartners),
             link(t("Evaluations of patrols: lock them, read them"), "/desk/evaluations"),
             link(t("Surveys"), "/surveys"),
             link(t("The numbers"), "/numbers")}));
    return show_oversight(site, request, person, t("Overview"), content);
}

std::string shown(Texts const& t, std::optional<std::int64_t> count)
{
    return count ? std::to_string(*count) : t("held back");
}

Html month_table(
    Texts const& t,
    std::string caption,
    std::string late,
    std::vector<app::ConfidentialMonth> const& months)
{
    Table rows{
        .caption = std::move(caption),
        .head = {t("Month"), t("Told"), t("Waiting, in time"), std::move(late)},
        .rows = {},
        .is_numeric = {false, true, true, true}};
    for (auto const& month : months) {
        rows.rows.push_back(
            {escaped(month_in_words(t, month.month)),
             escaped(shown(t, month.told)),
             escaped(shown(t, month.waiting)),
             escaped(shown(t, month.late))});
    }
    return table(rows);
}

/// GET /oversight/confidential: how many were told and how long they wait, nothing of any one.
Response show_confidential(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const counts = app::count_confidential(site.app, person);
    auto const content = html<"{}{}{}">(
        paragraph(
            t("What they say is read by those alone to whom they were told. A count below {1} is "
              "held back, and so is one from which it could be worked out.",
              {std::to_string(site.app.settings()->publication_threshold)})),
        month_table(
            t,
            t("Disclosures of crime or abuse"),
            t("Not recorded within 24 hours"),
            counts.disclosures),
        month_table(
            t,
            t("Complaints"),
            t("Open for more than {1} days", {std::to_string(app::kComplaintIsLate.count())}),
            counts.complaints));
    return show_oversight(site, request, person, t("Disclosures and complaints, counted"), content);
}

std::string areas_of(Texts const& t, PartnerReach const& reach)
{
    auto codes = reach.bcus;
    codes.insert(codes.end(), reach.wards.begin(), reach.wards.end());
    return codes.empty() ? t("everywhere") : fmt::format("{}", fmt::join(codes, ", "));
}

/// GET /oversight/partners
Response show_partners(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    Table rows{
        .caption = t("Partners, by name"),
        .head =
            {t("Partner"), t("Looks after"), t("Where"), t("Gets what is passed on"), t("Reports")},
        .rows = {},
        .caption_is_hidden = true};
    for (auto const& partner : app::oversee_partners(site.app, person)) {
        auto const by_server = partner.endpoint.empty() ? t("by letter") : t("by its own system");
        rows.rows.push_back(
            {escaped(partner.name),
             escaped(partner.reach.services.empty() ? t("everything") : partner.reach.services),
             escaped(areas_of(t, partner.reach)),
             escaped(partner.is_reachable() ? by_server : t("not any more")),
             escaped(partner.may_report ? t("sends reports") : t("no"))});
    }
    auto const content =
        rows.rows.empty() ? paragraph(t("There are no partners yet.")) : table(rows);
    return show_oversight(site, request, person, t("Partners"), content);
}

} // namespace

void add_oversight_routes(Router& router)
{
    router.add(Method::get, kPath, show_overview);
    router.add(Method::get, kConfidential, show_confidential);
    router.add(Method::get, kPartners, show_partners);
}

} // namespace wt::web
