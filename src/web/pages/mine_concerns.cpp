#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/severity_question.hpp"
#include "web/components/words_warning.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/mine.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

#include <array>

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
    auto const* const latest = store::find_latest(own.answers);
    if (latest == nullptr || latest->verdict || own.concern.state == ConcernState::withdrawn) {
        return {};
    }
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
             hidden_input("answer", std::to_string(latest->id.value)),
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
        items += html<R"(<li><strong>{}</strong>{}{}</li>)">(
            answer_title(t, answer.kind, answer.author(), answer.place),
            answer_sentence(view.site, t, answer.sentence, answer.place),
            answer.place.takes_back ? Html{} : answer_facts(t, answer));
    }
    return html<R"(<ol class="wt-answers">{}</ol>{})">(items, verdict_form(view, own));
}

/// One of a list that is known by codes.
template <class Enum, std::size_t n>
Select choice(
    FormState const& state,
    std::string const& name,
    std::string label,
    std::array<Named<Enum>, n> const& list)
{
    Select select{
        .name = name,
        .label = std::move(label),
        .options = {},
        .error = state.error(name),
        .value = state.value(name)};
    for (auto const& entry : list) {
        select.options.push_back({std::string{entry.code}, state.t(title(entry.value))});
    }
    return select;
}

/// What stands in the form: what was typed, else the concern as it is.
Fields values_of(MineView const& view, app::OwnConcern const& own, std::string const& suffix)
{
    if (view.correction && view.correction->concern == own.concern.id) {
        return view.correction->typed;
    }
    return Fields{
        {{"category" + suffix, std::string{code_in(kCategories, own.concern.category)}},
         {"severity" + suffix, std::to_string(own.concern.severity)},
         {"felt" + suffix, std::string{code_in(kFeltWhen, own.concern.felt)}},
         {"words" + suffix, own.words}}};
}

Html correction_fields(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    // A page has many of these: the fields' names carry the concern, so that ids are unlike.
    auto const suffix = correction_suffix(own.concern.id);
    auto const values = values_of(view, own, suffix);
    FormState const state{t, values, view.errors};
    return html<"{}{}{}{}{}{}">(
        hidden_input("version", std::to_string(own.concern.version)),
        select(choice(state, "category" + suffix, t("What it is about"), kCategories)),
        severity_question(
            t,
            {.name = "severity" + suffix,
             .legend = t("How bad it is"),
             .error = state.error("severity" + suffix),
             .chosen = state.value("severity" + suffix)}),
        select(choice(state, "felt" + suffix, t("When you feel it"), kFeltWhen)),
        words_warning(t, view.site.app.settings()->emergency_number),
        textarea(
            {.name = "words" + suffix,
             .label = t("Your words"),
             .error = state.error("words" + suffix),
             .value = state.value("words" + suffix),
             .rows = 4,
             .max_characters = static_cast<int>(kMostWords),
             .limit_hint = t("You can enter up to {1} characters", {std::to_string(kMostWords)})}));
}

Html correct_form(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    if (own.concern.state == ConcernState::withdrawn) {
        return {};
    }
    auto const path = concern_path(view, own.concern);
    auto const correction = form(
        {.action = path,
         .content = html<"{}{}">(
             correction_fields(view, own), button({.label = t("Save"), .is_secondary = true}))});
    auto const withdrawal = form(
        {.action = path + "/withdrawal",
         .content = html<"{}{}">(
             paragraph(t("It is then no longer shown to anyone, and your words are erased.")),
             button({.label = t("Take this back"), .is_warning = true}))});
    bool const is_refused = view.correction && view.correction->concern == own.concern.id;
    return details(
        t("Correct it or take it back"), html<"{}{}">(correction, withdrawal), is_refused);
}

/// What the desk removed of her words, and why.
Html redactions_part(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    auto const zone = daylight::require_zone(view.site.app.settings()->time_zone);
    std::vector<Html> items;
    for (auto const& redaction : own.redactions) {
        items.push_back(escaped(
            t("The desk removed something from your words on {1}. {2}.",
              {date_in_words(t, zone.day_of(redaction.at)), t(title(redaction.reason))})));
    }
    return items.empty() ? Html{} : bullets(items);
}

Html concern_part(MineView const& view, app::OwnConcern const& own)
{
    auto const& t = view.t;
    auto const& concern = own.concern;
    auto const place = concern.street.empty() ? t("A place without a name") : concern.street;
    auto const words =
        own.words.empty() ? Html{} : html<R"(<div class="wt-words">{}</div>)">(own.words);
    return html<
        R"(<article class="wt-concern"><h3 class="govuk-heading-s">{}: {}</h3><p class="govuk-body">{} {} · {} · {}</p>{}{}{}{}</article>
)">(place,
        t(title(concern.category)),
        tag(t(title(concern.state)), concern.state == ConcernState::open ? "yellow" : "green"),
        date_in_words(t, concern.raised),
        t(severity_title(concern.severity)),
        t(title(concern.felt)),
        words,
        redactions_part(view, own),
        answers_part(view, own),
        correct_form(view, own));
}

} // namespace

std::string correction_suffix(ConcernId concern)
{
    return fmt::format("-{}", concern.value);
}

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
