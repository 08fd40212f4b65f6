#include "web/pages/desk_concern.hpp"

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
    });
}

Html history_of(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    return html<"{}{}">(
        heading(t("What was answered"), 2, "m"),
        view.opened.answers.empty() ? paragraph(t("Nothing yet."))
                                    : answer_history(view.site, t, view.opened.answers));
}

Html words_of(DeskConcernView const& view)
{
    auto const& t = view.state.t;
    auto const title = heading(t("Her own words"), 2, "m");
    if (view.words_part) {
        return html<"{}{}">(
            title,
            view.words_part->empty()
                ? inset_text(paragraph(t("She has had her data erased, or left no words.")))
                : inset_text(html<R"(<p class="govuk-body wt-words">{}</p>)">(*view.words_part)));
    }
    if (!view.opened.has_words) {
        return html<"{}{}">(title, paragraph(t("There are none.")));
    }
    return html<"{}{}{}">(
        title,
        paragraph(t("Her words are hers. Read them only if you need them.")),
        form(
            {.action = desk_path(view.opened.concern.concern.id) + "/words",
             .content = html<"{}{}">(
                 reason_question(view.state, kWordsReasons),
                 button({.label = t("Show her words"), .is_secondary = true}))}));
}

Html kind_question(FormState const& state)
{
    auto const& t = state.t;
    std::vector<Choice> choices;
    for (auto const& kind : kAnswerKinds) {
        choices.push_back({.value = std::string{kind.code}, .label = t(title(kind.value))});
    }
    return radios(
        {.name = "kind",
         .legend = t("What became of it?"),
         .choices = std::move(choices),
         .error = state.error("kind"),
         .chosen = state.values("kind"),
         .is_small = true});
}

/// Those who look after such concerns here come first.
Html partner_question(DeskConcernView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    if (view.partners.empty()) {
        return {};
    }
    Select input{
        .name = "partner",
        .label = t("If it is passed on: to which partner?"),
        .options = {{"", t("None of these")}},
        .hint = t("The partner gets a secret link or a call to its own system, and answers in "
                  "public itself."),
        .error = state.error("partner"),
        .value = state.value("partner")};
    for (auto const& offer : view.partners) {
        auto const kind = t(title(offer.kind));
        input.options.push_back(
            {std::to_string(offer.id.value),
             offer.fits ? t("{1} ({2}, looks after this here)", {offer.name, kind})
                        : t("{1} ({2})", {offer.name, kind})});
    }
    return select(input);
}

Html due_question(FormState const& state)
{
    auto const& t = state.t;
    return date_input(
        {.name = "due",
         .legend = t("If it is planned: until when?"),
         .day_label = t("Day"),
         .month_label = t("Month"),
         .year_label = t("Year"),
         .hint = t("If this day passes and nothing is done, the concern turns red."),
         .error = state.error("due"),
         .day = state.value("due-day"),
         .month = state.value("due-month"),
         .year = state.value("due-year")});
}

Html answer_form(DeskConcernView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    auto const& concern = view.opened.concern.concern;
    if (!view.may_answer || concern.state == ConcernState::withdrawn) {
        return {};
    }
    return html<"{}{}{}">(
        heading(t("Answer in public"), 2, "m"),
        paragraph(t("Everyone can read this answer, and it cannot be changed afterwards. Say what "
                    "changed: the place, the offenders, or the police. Never tell women to change "
                    "what they do.")),
        form(
            {.action = desk_path(concern.id) + "/answers",
             .content = html<"{}{}{}{}{}{}{}">(
                 hidden_input("version", std::to_string(concern.version)),
                 kind_question(state),
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
                 partner_question(view),
                 text_input(
                     {.name = "body",
                      .label = t("Who did it, will do it, or whose task it is"),
                      .hint =
                          t("For example: the council's street lighting team. Leave it empty if "
                            "it is the force itself."),
                      .error = state.error("body"),
                      .value = state.value("body")}),
                 due_question(state),
                 button({.label = t("Publish this answer")}))}));
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
    return html<"{}{}{}{}{}{}">(
        facts_of(view),
        history_of(view),
        concern_referrals(view.site, view.state.t, view.referrals, view.may_answer),
        words_of(view),
        disclosure_link(view),
        answer_form(view));
}

} // namespace wt::web
