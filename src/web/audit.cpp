#include "app/see_audit.hpp"
#include "app/verify_audit.hpp"
#include "base/calendar.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/list_address.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr std::string_view kPath = "/oversight/audit";
constexpr std::string_view kFile = "/oversight/audit.csv";

std::optional<std::int64_t> find_positive(Fields const& query, std::string_view name)
{
    auto const number = find_integer(query.get(name));
    return number && *number > 0 ? std::optional<std::int64_t>{*number} : std::nullopt;
}

/// What does not read as a filter is left out, so an old address still shows the audit.
app::AuditFilter filter_of(Fields const& query)
{
    return {
        .action = find_in(app::kActions, query.get("action")),
        .role = find_in(kRoles, query.get("who")),
        .actor_id = find_positive(query, "who_id"),
        .subject_id = find_positive(query, "subject_id"),
        .first_day = find_day(query.get("from")),
        .last_day = find_day(query.get("to")),
        .before = find_positive(query, "before")};
}

std::string text_of(std::optional<std::int64_t> number)
{
    return number ? std::to_string(*number) : "";
}
std::string text_of(std::optional<Day> day)
{
    return day ? iso_text(*day) : "";
}
std::string address_of(
    std::string_view path, app::AuditFilter const& filter, std::optional<std::int64_t> before)
{
    return list_address(
        path,
        {{"action", code_of(app::kActions, filter.action)},
         {"who", code_of(kRoles, filter.role)},
         {"who_id", text_of(filter.actor_id)},
         {"subject_id", text_of(filter.subject_id)},
         {"from", text_of(filter.first_day)},
         {"to", text_of(filter.last_day)},
         {"before", text_of(before)}});
}

template <class Enum, std::size_t n>
Html code_select(Select select, std::array<Named<Enum>, n> const& names, std::optional<Enum> chosen)
{
    for (auto const& name : names) {
        select.options.push_back({std::string{name.code}, std::string{name.code}});
    }
    select.value = code_of(names, chosen);
    return web::select(select);
}

Html filter_form(Texts const& t, app::AuditFilter const& filter)
{
    auto const number_input = [](std::string name, std::string label, std::string value) {
        return text_input(
            {.name = std::move(name),
             .label = std::move(label),
             .value = std::move(value),
             .inputmode = "numeric",
             .spellcheck = false});
    };
    auto const day_input = [](std::string name, std::string label, std::optional<Day> day) {
        return text_input(
            {.name = std::move(name),
             .label = std::move(label),
             .value = text_of(day),
             .type = "date"});
    };
    return form(
        {.action = std::string{kPath},
         .content = html<R"(<div class="wt-filter">{}{}{}{}{}{}{}</div>)">(
             code_select(
                 {.name = "action",
                  .label = t("What was done"),
                  .options = {{"", t("Everything")}}},
                 app::kActions,
                 filter.action),
             code_select(
                 {.name = "who", .label = t("Who"), .options = {{"", t("Everybody")}}},
                 kRoles,
                 filter.role),
             number_input("who_id", t("Her number"), text_of(filter.actor_id)),
             number_input(
                 "subject_id", t("Number of what it was done to"), text_of(filter.subject_id)),
             day_input("from", t("From"), filter.first_day),
             day_input("to", t("To"), filter.last_day),
             button({.label = t("Show"), .is_secondary = true})),
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
         .content = html<R"({}{}{}{}<p class="govuk-body">{}</p>{}{})">(
             heading(t("Audit")),
             paragraph(t("Who looked at or changed what, and why: by random numbers, never by "
                         "content. Nobody can change a row, and a chain of hashes shows it if "
                         "somebody did. That you look is in it too.")),
             chain(site, request, person, page),
             filter_form(t, filter),
             link(t("Download all that is chosen (CSV)"), address_of(kFile, filter, {})),
             rows_of(site, t, page),
             pagination(
                 t,
                 filter.before ? address_of(kPath, filter, {}) : "",
                 page.next ? address_of(kPath, filter, page.next) : "")),
         .audience = audience_of(person.role),
         .is_wide = true,
         .has_exit = false});
}

/// GET /oversight/audit.csv: however long it is, never held at once.
Response show_file(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto response = content("text/csv; charset=utf-8", "")
                        .with_header("Content-Disposition", R"(attachment; filename="audit.csv")");
    response.next_part = app::export_audit(site.app, person, filter_of(request.query));
    return response;
}

} // namespace

void add_audit_routes(Router& router)
{
    router.add(Method::get, kPath, show_audit);
    router.add(Method::get, kFile, show_file);
}

} // namespace wt::web
