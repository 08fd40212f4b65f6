#include "web/pages/desk_concern.hpp"

#include "app/settings.hpp"
#include "daylight/zone.hpp"
#include "scheme/redaction.hpp"
#include "web/answer_form.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/moments.hpp"
#include "web/pages/referral.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

Html facts_of(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const& concern = view.opened.concern.concern;
    return summary_list({
        {.key = t("State"),
         .value = html<"{} {}">(tag_of(t, concern.state), late_tag(t, view.opened.concern.clock))},
        {.key = t("Place"),
         .value = escaped(place_in_words(view.site, t, concern.street, concern.ward, concern.bcu))},
        {.key = t("What it is about"), .value = escaped(t(title(concern.category)))},
        {.key = t("How bad it is"), .value = escaped(t(severity_title(concern.severity)))},
        {.key = t("When it is felt"), .value = escaped(t(title(concern.felt)))},
        {.key = t("Raised"), .value = escaped(date_in_words(t, concern.raised))},
        {.key = t("How we heard"), .value = escaped(t(title(concern.source)))},
        {.key = t("Who sees to it"),
         .value = escaped(view.owners.owner ? view.owners.owner->name : t("Anybody of this desk"))},
    });
}

Html take_back_form(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    if (!view.may_take_back) {
        return {};
    }
    return form(
        {.action = fmt::format(
             "{}/answers/{}/withdrawal",
             desk_path(view.opened.concern.concern.id),
             view.opened.concern.latest->id.value),
         .content = html<"{}{}">(
             paragraph(t("For ten minutes you can take your answer back. The history keeps both, "
                         "and the woman who told us is written to only after that time.")),
             button({.label = t("Take this answer back"), .is_warning = true}))});
}

Html history_of(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    return html<"{}{}{}">(
        heading(t("What was answered"), 2, "m"),
        view.opened.answers.empty() ? paragraph(t("Nothing yet."))
                                    : answer_history(view.site, t, view.opened.answers),
        take_back_form(view));
}

bool has_redaction_errors(DeskConcernView const& view)
{
    return view.state.errors.find("why") != nullptr || view.state.errors.find("passage") != nullptr;
}

/// Stands below her words, and once more where it came back with errors: who has not read them has
/// nothing to remove.
Html redaction_form(DeskConcernView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    std::vector<Choice> reasons;
    for (auto const& reason : kRedactionReasons) {
        reasons.push_back({.value = std::string{reason.code}, .label = t(title(reason.value))});
    }
    auto const content = html<"{}{}{}">(
        textarea(
            {.name = "passage",
             .label = t("The words to be removed"),
             .hint = t("Copy them as they stand above. They are gone for good, and she sees that "
                       "something was removed, when and why."),
             .error = state.error("passage"),
             .value = {},
             .rows = 2,
             .is_secret = true}),
        radios(
            {.name = "why",
             .legend = t("Why? As she reads it:"),
             .choices = std::move(reasons),
             .error = state.error("why"),
             .chosen = state.values("why"),
             .is_small = true}),
        button({.label = t("Remove these words"), .is_warning = true}));
    return details(
        t("Remove a part of her words"),
        form(
            {.action = desk_path(view.opened.concern.concern.id) + "/words/redactions",
             .content = content}),
        has_redaction_errors(view));
}

Html words_of(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const title = heading(t("Her own words"), 2, "m");
    if (view.words_part) {
        return view.words_part->empty()
                   ? html<"{}{}">(
                         title,
                         inset_text(paragraph(t("She has had her data erased, or left no words."))))
                   : html<"{}{}{}">(
                         title,
                         inset_text(
                             html<R"(<p class="govuk-body wt-words">{}</p>)">(*view.words_part)),
                         redaction_form(view));
    }
    if (!view.opened.has_words) {
        return html<"{}{}">(title, paragraph(t("There are none.")));
    }
    return html<"{}{}{}{}">(
        title,
        paragraph(t("Her words are hers. Read them only if you need them.")),
        form(
            {.action = desk_path(view.opened.concern.concern.id) + "/words",
             .content = html<"{}{}">(
                 reason_question(view.state, kWordsReasons),
                 button({.label = t("Show her words"), .is_secondary = true}))}),
        has_redaction_errors(view) ? redaction_form(view) : Html{});
}

/// Only where there is an answer that can be put right.
Html corrects_question(DeskConcernView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    Select input{
        .name = "corrects",
        .label = t("Does it put an earlier answer right?"),
        .options = {{"", t("No, it is one more answer")}},
        .hint = t("The earlier one stays in public, struck out."),
        .error = state.error("corrects"),
        .value = state.value("corrects")};
    for (auto const& answer : view.opened.answers) {
        if (answer.place.is_given() && !answer.place.corrected_at) {
            input.options.push_back(
                {std::to_string(answer.id.value),
                 t("Number {1}: {2}",
                   {std::to_string(answer.sequence), t(title(answer.kind, answer.author()))})});
        }
    }
    return input.options.size() == 1 ? Html{} : select(input);
}

Html answer_form(DeskConcernView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    auto const& concern = view.opened.concern.concern;
    if (!view.may_answer || concern.lead || concern.state == ConcernState::withdrawn) {
        return {};
    }
    return html<"{}{}{}">(
        heading(t("Answer in public"), 2, "m"),
        paragraph(t("Everyone can read this answer, and it cannot be changed afterwards: another "
                    "answer can put it right. Say what changed: the place, the offenders, or the "
                    "police. Never tell women to change "
                    "what they do.")),
        form(
            {.action = desk_path(concern.id) + "/answers",
             .content = html<"{}{}{}{}{}{}{}{}{}">(
                 hidden_input("version", std::to_string(concern.version)),
                 corrects_question(view),
                 kind_question(state),
                 public_view_of(view.site, t, concern, view.opened.seen),
                 textarea(
                     {.name = "sentence",
                      .label = t("The public sentence"),
                      .hint = t("What was done, what will be done and by whom, or why not."),
                      .error = state.error("sentence"),
                      .value = state.value("sentence"),
                      .rows = 4,
                      .max_characters = static_cast<int>(kLongestSentence),
                      .limit_hint =
                          t("You can write up to {1} characters.",
                            {std::to_string(kLongestSentence)})}),
                 partner_question(state, view.partners),
                 body_question(state),
                 due_question(state),
                 button({.label = t("Publish this answer")}))}));
}

/// To whom it can be handed.
Html owner_form(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const& concern = view.opened.concern.concern;
    if (!view.may_answer || concern.state == ConcernState::withdrawn) {
        return {};
    }
    Select input{
        .name = "owner", .label = t("Hand over to"), .options = {{"", t("Nobody: anybody may")}}};
    auto const zone = daylight::require_zone(view.site.app.settings()->time_zone);
    for (auto const& colleague : view.owners.others) {
        input.options.push_back(
            {std::to_string(colleague.id.value),
             colleague.on_call_until
                 ? t("{1}, on call until {2}",
                     {colleague.name, clock_in_words(zone, *colleague.on_call_until)})
                 : colleague.name});
    }
    return form(
        {.action = desk_path(concern.id) + "/owner",
         .content = html<"{}{}{}">(
             hidden_input("version", std::to_string(concern.version)),
             select(input),
             button({.label = t("Hand over"), .is_secondary = true}))});
}

/// "Camden Street, Camberwell, 2 December 2026", with a link.
Html companion(DeskConcernView const& view, store::StoredConcern const& concern)
{
    auto const& t = view.state.t;
    return html<"{}, {} {}">(
        link(
            place_in_words(view.site, t, concern.street, concern.ward, concern.bcu),
            desk_path(concern.id)),
        date_in_words(t, concern.raised),
        tag_of(t, concern.state));
}

Html near_list(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const path = desk_path(view.opened.concern.concern.id) + "/merged";
    Html items;
    for (auto const& concern : view.companions.near) {
        items += html<"<li>{}{}</li>">(
            companion(view, concern),
            view.may_merge ? form(
                                 {.action = path,
                                  .content = html<"{}{}">(
                                      hidden_input("concern", std::to_string(concern.id.value)),
                                      button(
                                          {.label = t("Answer it together with this one"),
                                           .is_secondary = true}))})
                           : Html{});
    }
    return items.empty()
               ? Html{}
               : html<R"({}<ul class="govuk-list">{}</ul>)">(
                     paragraph(t("The same kind of concern, within 50 metres and 90 days, that the "
                                 "public sees at the same place:")),
                     items);
}

Html merging_history(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const zone = daylight::require_zone(view.site.app.settings()->time_zone);
    std::vector<Html> entries;
    for (auto const& merging : view.companions.mergings) {
        auto const day = date_in_words(t, zone.day_of(merging.at));
        auto const other =
            merging.concern == view.opened.concern.concern.id ? merging.lead : merging.concern;
        entries.push_back(html<"{} {}">(
            merging.is_undone ? t("Taken apart on {1}:", {day}) : t("Put together on {1}:", {day}),
            link(t("the other concern"), desk_path(other))));
    }
    return entries.empty() ? Html{} : bullets(entries);
}

/// What it is answered together with, and could be.
Html companions_of(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const& concern = view.opened.concern.concern;
    Html content;
    if (concern.lead) {
        content += html<R"(<p class="govuk-body">{} {}</p>)">(
            t("This concern is answered together with a leading one:"),
            link(t("open that one"), desk_path(*concern.lead)));
        if (view.may_merge) {
            content += form(
                {.action = desk_path(concern.id) + "/lead/withdrawal",
                 .content = button({.label = t("Take them apart"), .is_secondary = true})});
        }
    }
    std::vector<Html> following;
    for (auto const& merged : view.companions.merged) {
        following.push_back(companion(view, merged));
    }
    if (!following.empty()) {
        content += html<"{}{}">(
            paragraph(t("Each answer to this concern is an answer to these, too:")),
            bullets(following));
    }
    content += near_list(view);
    content += merging_history(view);
    return content.empty() ? Html{}
                           : html<"{}{}">(heading(t("At the same place"), 2, "m"), content);
}

/// The way out for what is no concern.
Html disclosure_link(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    return !view.may_answer
               ? Html{}
               : html<R"(<p class="govuk-body">{}</p>)">(link(
                     t("Her words tell of a crime or of abuse: hand it to safeguarding"),
                     desk_path(view.opened.concern.concern.id) + "/disclosure"));
}

} // namespace

std::string desk_path(ConcernId concern)
{
    return fmt::format("/desk/concerns/{}", concern.value);
}

Html desk_concern_view(DeskConcernView const& view)
{
    return html<"{}{}{}{}{}{}{}{}">(
        facts_of(view),
        owner_form(view),
        companions_of(view),
        history_of(view),
        concern_referrals(view.site, view.state.t, view.referrals, view.may_answer),
        words_of(view),
        disclosure_link(view),
        answer_form(view));
}

} // namespace wt::web
