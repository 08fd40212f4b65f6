#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/severity_question.hpp"
#include "web/components/words_warning.hpp"
#include "web/pages/mine.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

std::string concern_path(MineView const& view, store::StoredConcern const& concern)
{
    return fmt::format("{}/concerns/{}", mine_path(view.she), concern.id.value);
}

/// Whose it is, or by when: what the kind of an answer says beside its sentence.
Html answer_facts(Texts const& t, store::StoredAnswer const& answer)
{
    std::vector<Html> facts;
    if (!answer.body.empty()) {
        facts.push_back(escaped(t("By: {1}", {answer.body})));
    }
    if (answer.due) {
        facts.push_back(escaped(t("Until: {1}", {date_in_words(t, *answer.due)})));
    }
    if (answer.verdict) {
        facts.push_back(escaped(t("You said: {1}", {t(title(*answer.verdict))})));
    }
    return facts.empty() ? Html{} : bullets(facts);
}

Html verdict_form(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    bool const can_say = !own.answers.empty() && !own.answers.back().verdict &&
                         own.concern.state != ConcernState::withdrawn;
    if (!can_say) {
        return {};
    }
    auto const& answer = own.answers.back();
    Html buttons;
    for (auto const& verdict : kVerdicts) {
        buttons += button(
            {.label = t(title(verdict.value)),
             .name = "verdict",
             .value = std::string{verdict.code},
             .is_secondary = true});
    }
    return form(
        {.action = concern_path(view, own.concern) + "/verdict",
         .content = html<"{}{}{}">(
             paragraph(t("What do you say to this answer? If it did not help, we have to look at "
                         "the place again.")),
             hidden_input("answer", std::to_string(answer.id.value)),
             button_group({buttons}))});
}

Html answers_part(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    if (own.answers.empty()) {
        return own.concern.state == ConcernState::withdrawn
                   ? Html{}
                   : paragraph(t("No answer yet. {1}.", {t(title(own.clock))}));
    }
    Html items;
    for (auto const& answer : own.answers) {
        items += html<R"(<li><strong>{}</strong><p class="govuk-body">{}</p>{}</li>)">(
            t(title(answer.kind, answer.author())), answer.sentence, answer_facts(t, answer));
    }
    return html<R"(<ol class="wt-answers">{}</ol>{})">(items, verdict_form(view, own));
}

Select category_select(Texts const& t, std::string const& id, Category chosen)
{
    Select select{
        .name = "category-" + id,
        .label = t("What it is about"),
        .options = {},
        .value = std::string{code_in(kCategories, chosen)}};
    for (auto const& category : kCategories) {
        select.options.push_back({std::string{category.code}, t(title(category.value))});
    }
    return select;
}

Html correct_form(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    auto const& concern = own.concern;
    if (concern.state == ConcernState::withdrawn) {
        return {};
    }
    // A page has many of these: the fields' names carry the concern, so that ids are unlike.
    auto const id = std::to_string(concern.id.value);
    auto const severity = severity_question(
        t,
        {.name = "severity-" + id,
         .legend = t("How bad it is"),
         .chosen = std::to_string(concern.severity)});
    auto const path = concern_path(view, concern);
    auto const correction = form(
        {.action = path,
         .content = html<"{}{}{}{}{}{}">(
             hidden_input("version", std::to_string(concern.version)),
             select(category_select(t, id, concern.category)),
             severity,
             words_warning(t),
             textarea(
                 {.name = "words-" + id,
                  .label = t("Your words"),
                  .value = own.words,
                  .rows = 4,
                  .max_characters = static_cast<int>(kMostWords),
                  .limit_hint =
                      t("You can enter up to {1} characters", {std::to_string(kMostWords)})}),
             button({.label = t("Save"), .is_secondary = true}))});
    auto const withdrawal = form(
        {.action = path + "/withdrawal",
         .content = html<"{}{}">(
             paragraph(t("It is then no longer shown to anyone, and your words are erased.")),
             button({.label = t("Take this back"), .is_warning = true}))});
    return details(t("Correct it or take it back"), html<"{}{}">(correction, withdrawal));
}

Html concern_part(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    auto const& concern = own.concern;
    auto const place = concern.street.empty() ? t("A place without a name") : concern.street;
    auto const words =
        own.words.empty() ? Html{} : html<R"(<div class="wt-words">{}</div>)">(own.words);
    return html<
        R"(<article class="wt-concern"><h3 class="govuk-heading-s">{}: {}</h3><p class="govuk-body">{} {} · {} · {}</p>{}{}{}</article>
)">(place,
        t(title(concern.category)),
        tag(t(title(concern.state)), concern.state == ConcernState::open ? "yellow" : "green"),
        date_in_words(t, concern.raised),
        t(severity_title(concern.severity)),
        t(title(concern.felt)),
        words,
        answers_part(view, own),
        correct_form(view, own));
}

} // namespace

Html own_concerns(MineView const& view)
{
    if (view.concerns.empty()) {
        return {};
    }
    Html parts;
    for (auto const& own : view.concerns) {
        parts += concern_part(view, own);
    }
    return html<"{}{}">(heading(view.t("What you told us"), 2, "m"), parts);
}

} // namespace wt::web
