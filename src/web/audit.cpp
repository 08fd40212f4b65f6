#include "app/see_audit.hpp"
#include "app/verify_audit.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr std::string_view kPath = "/oversight/audit";

/// What does not read as a filter is left out, so an old address still shows the audit.
app::AuditFilter filter_of(Fields const& query)
{
    app::AuditFilter filter{.action = find_in(app::kActions, query.get("action"))};
    if (auto const before = find_integer(query.get("before")); before && *before > 0) {
        filter.before = *before;
    }
    return filter;
}

std::string address_of(app::AuditFilter const& filter, std::optional<std::int64_t> before)
{
    Fields query;
    if (filter.action) {
        query.set("action", std::string{code_in(app::kActions, *filter.action)});
    }
    if (before) {
        query.set("before", std::to_string(*before));
    }
    return query.empty() ? std::string{kPath}
                         : fmt::format("{}?{}", kPath, write_urlencoded(query));
}

Html filter_form(Texts const& t, app::AuditFilter const& filter)
{
    Select actions{
        .name = "action",
        .label = t("What was done"),
        .options = {{"", t("Everything")}},
        .value = filter.action ? std::string{code_in(app::kActions, *filter.action)} : ""};
    for (auto const& action : app::kActions) {
        actions.options.push_back({std::string{action.code}, std::string{action.code}});
    }
    return form(
        {.action = std::string{kPath},
         .content =
             html<"{}{}">(select(actions), button({.label = t("Show"), .is_secondary = true})),
         .method = "get"});
}

Html rows_of(Site const& site, Texts const& t, app::AuditPage const& page)
{
    if (page.rows.empty()) {
        return paragraph(t("Nothing of this kind is recorded."));
    }
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Table rows{
        .caption = t("What was done, newest first"),
        .head = {t("Number"), t("When"), t("Who"), t("What"), t("To what"), t("Why")},
        .rows = {},
        .caption_is_hidden = true};
    auto const named = [](std::string const& kind, std::int64_t id) {
        return escaped(id == 0 ? kind : fmt::format("{} {}", kind, id));
    };
    for (auto const& row : page.rows) {
        auto const local = zone.local(row.at);
        rows.rows.push_back(
            {escaped(std::to_string(row.id)),
             escaped(fmt::format(
                 "{}, {:02}:{:02}",
                 date_in_words(t, zone.day_of(row.at)),
                 local.hour,
                 local.minute)),
             named(row.actor_kind, row.actor_id),
             escaped(row.action),
             named(row.subject_kind, row.subject_id),
             escaped(row.reason)});
    }
    return table(rows);
}

/// Whether the chain holds: checked when she asks, since every row is read for it.
Html chain(Site& site, Request const& request, Person const& person, app::AuditPage const& page)
{
    auto const& t = request.t();
    if (!request.query.has("check")) {
        return html<"{}{}">(
            paragraph(
                page.is_all_sealed ? t("Every row is in the chain.")
                                   : t("The latest rows wait to be put into the chain.")),
            form(
                {.action = std::string{kPath},
                 .content = html<"{}{}">(
                     hidden_input("check", "1"),
                     button({.label = t("Check the whole chain"), .is_secondary = true})),
                 .method = "get"}));
    }
    auto const check = app::verify_audit(site.app, person);
    auto const& [audit, answers] = check;
    auto const counts =
        t("{1} rows are in the chain, {2} not yet. {3} answers are in chains of their own.",
          {std::to_string(audit.sealed),
           std::to_string(audit.unsealed),
           std::to_string(answers.chained)});
    Html broken;
    if (audit.first_broken) {
        broken += warning_text(
            t,
            escaped(
                t("The chain is broken: row {1} is not as it was written. {2}",
                  {std::to_string(*audit.first_broken), counts})));
    }
    if (answers.first_broken) {
        broken += warning_text(
            t,
            escaped(
                t("A chain is broken: the answers to concern {1} are not as they were written.",
                  {std::to_string(answers.first_broken->value)})));
    }
    if (!check.holds()) {
        return broken;
    }
    return inset_text(
        html<R"(<p class="govuk-body"><strong>{}</strong> {}</p>)">(t("The chain holds."), counts));
}

/// GET /oversight/audit
Response show_audit(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const filter = filter_of(request.query);
    auto const page = app::list_audit(site.app, person, filter);
    return show(
        site,
        request,
        {.title = t("Audit"),
         .content = html<"{}{}{}{}{}{}">(
             heading(t("Audit")),
             paragraph(t("Who looked at or changed what, and why: by random numbers, never by "
                         "content. Nobody can change a row, and a chain of hashes shows it if "
                         "somebody did.")),
             chain(site, request, person, page),
             filter_form(t, filter),
             rows_of(site, t, page),
             pagination(
                 t,
                 filter.before ? address_of(filter, std::nullopt) : "",
                 page.next ? address_of(filter, page.next) : "")),
         .audience = audience_of(person.role),
         .is_wide = true,
         .has_exit = false});
}

} // namespace

void add_audit_routes(Router& router)
{
    router.add(Method::get, kPath, show_audit);
}

} // namespace wt::web
