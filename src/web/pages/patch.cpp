#include "web/pages/patch.hpp"

#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::web {

namespace {

std::string place_of(Texts const& t, app::PatchPlace const& place)
{
    auto const street = place.street.empty() ? t("A way without a name") : place.street;
    return t("{1}: {2}", {street, t(title(place.category))});
}

/// "In the dark 4, at any time 1"
std::string felt_in_words(Texts const& t, app::PatchSaid const& said)
{
    std::vector<std::string> parts;
    for (auto const& felt : kFeltWhen) {
        if (auto const count = said.felt[static_cast<std::size_t>(felt.value)]; count > 0) {
            parts.push_back(t("{1} {2}", {t(title(felt.value)), std::to_string(count)}));
        }
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

Html said_table(Texts const& t, app::Patch const& patch)
{
    if (patch.said.empty()) {
        return paragraph(t("Nothing yet."));
    }
    Table rows{
        .caption = t("What women said here"),
        .head = {t("Street and what about"), t("Said"), t("Unanswered"), t("When"), t("Since")},
        .rows = {},
        .is_numeric = {false, true, true},
        .caption_is_hidden = true};
    for (auto const& said : patch.said) {
        rows.rows.push_back(
            {escaped(place_of(t, said.place)),
             escaped(std::to_string(said.count)),
             html<"{} {}">(std::to_string(said.waiting), late_tag(t, said.clock)),
             escaped(felt_in_words(t, said)),
             escaped(date_in_words(t, said.since))});
    }
    return table(rows);
}

Html answer_list(
    Site const& site,
    Texts const& t,
    std::string const& name,
    std::vector<app::PatchAnswer> const& answers)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Html items;
    for (auto const& answer : answers) {
        auto const when = answer.due ? t("by {1}", {date_in_words(t, *answer.due)})
                                     : date_in_words(t, zone.day_of(answer.answered_at));
        items += html<R"(<li><strong>{}</strong> {} – {}, {} {}</li>)">(
            place_of(t, answer.place),
            answer.sentence,
            answer.body,
            when,
            late_tag(t, answer.clock));
    }
    auto const list = items.empty()
                          ? paragraph(t("Nothing."))
                          : html<R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)">(items);
    return html<"{}{}">(heading(name, 2, "s"), list);
}

Html choice_of_ward(Texts const& t, app::Patch const& patch, std::vector<app::Ward> const& wards)
{
    if (wards.size() < 2) {
        return {};
    }
    Select choice{
        .name = "ward",
        .label = t("Ward"),
        .options = {},
        .value = std::to_string(patch.ward.id.value)};
    for (auto const& ward : wards) {
        choice.options.push_back({std::to_string(ward.id.value), ward.name});
    }
    return form(
        {.action = std::string{kPatchPath},
         .content = html<R"(<div class="wt-filter">{}{}</div>)">(
             select(choice), button({.label = t("Show"), .is_secondary = true})),
         .method = "get"});
}

} // namespace

Page patch_page(
    Site const& site, Texts const& t, app::Patch const& patch, std::vector<app::Ward> const& wards)
{
    auto const name = t("My patch: {1}", {patch.ward.name});
    return {
        .title = name,
        .content = html<
            R"(<div class="wt-patch">{}{}{}{}{}{}{}{}<p class="govuk-body wt-paper-only">{}</p></div>)">(
            heading(name),
            choice_of_ward(t, patch, wards),
            paragraph(
                t("As of {1}: what waits for an answer, and what was raised or done in the last "
                  "{2} days. These are concerns, not people. A place where women feel unsafe is no "
                  "ground to suspect or search anybody.",
                  {date_in_words(t, patch.today), std::to_string(app::kPatchLooksBack.count())})),
            answer_list(site, t, t("Due this week, or overdue"), patch.due),
            html<"{}{}">(heading(t("What women said here"), 2, "s"), said_table(t, patch)),
            answer_list(site, t, t("What was promised"), patch.promised),
            answer_list(site, t, t("Done lately"), patch.done),
            paragraph(t("What women said about the police themselves is not on this page.")),
            t("On paper each list ends after its first entries; the page has all of them.")),
        .audience = Audience::officer,
        .is_wide = true,
        .has_exit = false};
}

} // namespace wt::web
