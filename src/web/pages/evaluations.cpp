#include "web/pages/evaluations.hpp"

#include "app/areas.hpp"
#include "scheme/concern.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/hotspots.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

#include <chrono>

namespace wt::web {

namespace {

using app::PublicEvaluation;
using store::StoredEvaluation;
using store::StoredEvaluationResult;

std::string_view colour_of(EvaluationState state)
{
    switch (state) {
    case EvaluationState::proposed:
        return "yellow";
    case EvaluationState::locked:
        return "blue";
    case EvaluationState::published:
        return "green";
    case EvaluationState::refused:
    case EvaluationState::lapsed:
        return "grey";
    }
    return "grey";
}

std::string span_in_words(Texts const& t, Day first, Day end)
{
    return t("{1} to {2}", {date_in_words(t, first), date_in_words(t, end - std::chrono::days{1})});
}

std::string percent(int share)
{
    return fmt::format("{}%", share);
}

std::string seen_in_words(Texts const& t, std::optional<int> smallest_fall)
{
    return smallest_fall ? t("A fall of at least {1}", {percent(*smallest_fall)})
                         : t("No fall: too few women speak there");
}

Html place_link(Site const& site, Texts const& t, app::SeenHotspot const& place)
{
    return link(place_in_words(site, t, place), desk_path(place.hotspot.id));
}

/// What was said, as a table of two places and two spans.
Html counts_table(Texts const& t, StoredEvaluationResult const& result)
{
    return table(
        {.caption = t("What women said, each once in a segment and span"),
         .head = {t("Place"), t("Before"), t("From the first day on")},
         .rows =
             {{escaped(t("With patrols")),
               html<"{}">(result.treated_before),
               html<"{}">(result.treated_after)},
              {escaped(t("Without patrols")),
               html<"{}">(result.control_before),
               html<"{}">(result.control_after)}},
         .is_numeric = {false, true, true}});
}

std::string difference_in_words(Texts const& t, hotspots::Difference const& difference)
{
    return t(
        "Difference of the two changes: {1} (95% interval {2} to {3})",
        {fmt::format("{:.0f}", difference.estimate),
         fmt::format("{:.1f}", difference.low),
         fmt::format("{:.1f}", difference.high)});
}

std::string visits_in_words(Texts const& t, StoredEvaluationResult const& result)
{
    return t(
        "Visits with patrols: {1}, {2} minutes in all. Against what was locked: {3}",
        {std::to_string(result.visits),
         std::to_string(result.minutes),
         std::to_string(result.visits_astray)});
}

Html result_of(Texts const& t, app::SeenEvaluation const& seen)
{
    auto const& result = seen.result.value();
    auto const judged = app::judged(seen.evaluation, result);
    return html<"{}{}{}{}">(
        heading(t("What came out"), 2, "m"),
        paragraph(t(sentence(result.finding))),
        counts_table(t, result),
        bullets(
            {escaped(difference_in_words(t, judged.difference)),
             escaped(visits_in_words(t, result)),
             escaped(
                 result.may_show_counts
                     ? t("The counts are public.")
                     : t("The counts are not public: too few women are behind one of them."))}));
}

} // namespace

std::string desk_path(EvaluationId evaluation)
{
    return fmt::format("{}/{}", kDeskEvaluationsPath, evaluation.value);
}

Html tag_of(Texts const& t, EvaluationState state)
{
    return tag(t(title(state)), colour_of(state));
}

Html evaluations_table(
    Site const& site, Texts const& t, std::vector<app::SeenEvaluation> const& evaluations)
{
    if (evaluations.empty()) {
        return paragraph(t("No evaluation is planned and none was made."));
    }
    Table list{
        .caption = t("Evaluations, newest first"),
        .head = {t("Place with patrols"), t("State"), t("Patrols begin"), t("Ends")},
        .rows = {}};
    for (auto const& seen : evaluations) {
        auto const& evaluation = seen.evaluation;
        list.rows.push_back(
            {link(place_in_words(site, t, seen.treated), desk_path(evaluation.id)),
             tag_of(t, evaluation.state),
             escaped(date_in_words(t, evaluation.first_day)),
             escaped(date_in_words(t, evaluation.end_day() - std::chrono::days{1}))});
    }
    return table(list);
}

Html evaluation_facts(
    Site const& site, Texts const& t, app::SeenEvaluation const& seen, std::string const& locked)
{
    StoredEvaluation const& evaluation = seen.evaluation;
    std::vector<SummaryRow> rows{
        {.key = t("State"), .value = tag_of(t, evaluation.state)},
        {.key = t("Place with patrols"), .value = place_link(site, t, seen.treated)},
        {.key = t("Place without, drawn by lot"), .value = place_link(site, t, seen.control)},
        {.key = t("Weeks before"),
         .value = escaped(span_in_words(t, evaluation.base_day(), evaluation.first_day))},
        {.key = t("Weeks with patrols"),
         .value = escaped(span_in_words(t, evaluation.first_day, evaluation.end_day()))},
        {.key = t("What would matter"),
         .value = escaped(t("A fall of {1}", {percent(evaluation.fall)}))},
        {.key = t("What is likely seen"),
         .value = escaped(seen_in_words(t, evaluation.smallest_fall))}};
    if (!evaluation.why.empty()) {
        rows.push_back({.key = t("Why it was refused"), .value = escaped(evaluation.why)});
    }
    if (!evaluation.fingerprint.empty()) {
        rows.push_back({.key = t("Fingerprint"), .value = escaped(evaluation.fingerprint)});
    }
    auto const words = locked.empty() ? Html{}
                                      : details(
                                            t("The exact words that are locked"),
                                            html<R"(<pre class="wt-words">{}</pre>)">(locked));
    return html<"{}{}{}{}">(
        summary_list(rows),
        paragraph(
            t("Compared is what women say before the patrols and from then on, there and at a "
              "place like it without patrols. It is locked before they begin and published "
              "whatever comes out. It tells no cause: other things change as well.")),
        words,
        seen.result ? result_of(t, seen) : Html{});
}

Html evaluation_decision(FormState const& state, EvaluationId evaluation)
{
    auto const& t = state.t;
    auto const path = desk_path(evaluation);
    return html<"{}{}{}{}">(
        heading(t("Lock it"), 2, "m"),
        form(
            {.action = path + "/approval",
             .content = html<"{}{}">(
                 paragraph(t("From then on nobody plans a visit at the place without patrols, "
                             "unless something grave is said of it. Nobody can change or withhold "
                             "what is compared.")),
                 button({.label = t("Lock this evaluation")}))}),
        heading(t("Refuse it"), 2, "m"),
        form(
            {.action = path + "/refusal",
             .content = html<"{}{}">(
                 textarea(
                     {.name = "why",
                      .label = t("Why it is refused"),
                      .hint = t("For the desk. Name nobody."),
                      .error = state.error("why"),
                      .value = state.value("why"),
                      .rows = 3,
                      .max_characters = static_cast<int>(kMostOfANote),
                      .limit_hint =
                          t("You can enter up to {1} characters", {std::to_string(kMostOfANote)})}),
                 button({.label = t("Refuse this evaluation"), .is_secondary = true}))}));
}

Html evaluation_form(FormState const& state, HotspotId hotspot)
{
    auto const& t = state.t;
    std::vector<Choice> severities;
    for (int severity = 1; severity <= kWorstSeverity; ++severity) {
        severities.push_back(
            {.value = std::to_string(severity),
             .label = t(severity_title(severity)),
             .hint = {},
             .conditional = {}});
    }
    auto const number = [&](std::string const& name, std::string label, std::string hint) {
        return text_input(
            {.name = name,
             .label = std::move(label),
             .hint = std::move(hint),
             .error = state.error(name),
             .value = state.value(name),
             .inputmode = "numeric",
             .width = 3});
    };
    auto const fields = html<"{}{}{}{}{}">(
        date_input(
            {.name = "first_day",
             .legend = t("On which day do the patrols begin?"),
             .day_label = t("Day"),
             .month_label = t("Month"),
             .year_label = t("Year"),
             .error = state.error("first_day"),
             .day = state.value("first_day-day"),
             .month = state.value("first_day-month"),
             .year = state.value("first_day-year")}),
        number(
            "weeks",
            t("For how many weeks?"),
            t("As many weeks before, without patrols, are compared with them.")),
        number(
            "fall",
            t("Which fall would matter, in percent?"),
            t("If so little is said that such a fall would not show, the evaluation says so.")),
        radios(
            {.name = "minimum_severity",
             .legend = t("The place without patrols may have concerns only below"),
             .choices = severities,
             .error = state.error("minimum_severity"),
             .chosen = {state.value("minimum_severity")},
             .is_small = true}),
        button({.label = t("Propose this evaluation")}));
    return form({.action = desk_path(hotspot) + "/evaluation", .content = fields});
}

namespace {

Html told_in_words(Site const& site, Texts const& t, PublicEvaluation::Told const& told)
{
    auto const unit = site.app.areas()->require_bcu(told.bcu).name;
    auto const end = told.first_day + std::chrono::weeks{told.weeks};
    std::vector<Html> items{
        escaped(t("Patrols: {1}", {span_in_words(t, told.first_day, end)})),
        escaped(visits_in_words(t, told.result))};
    if (told.hotspot) {
        items.push_back(
            link(t("The place"), fmt::format("/hotspots#hotspot-{}", told.hotspot->value)));
    }
    if (told.difference) {
        items.push_back(escaped(difference_in_words(t, *told.difference)));
    }
    return html<"{}{}{}">(
        paragraph(t("{1}: {2}", {unit, t(sentence(told.result.finding))})),
        bullets(items),
        told.difference
            ? counts_table(t, told.result)
            : paragraph(t("The counts are held back: too few women are behind one of them.")));
}

} // namespace

Html public_evaluations_list(
    Site const& site, Texts const& t, std::vector<PublicEvaluation> const& evaluations)
{
    if (evaluations.empty()) {
        return paragraph(t("Nothing is shown here yet."));
    }
    Html items;
    for (auto const& evaluation : evaluations) {
        auto const running =
            t("Its places are named once it is over: on {1} what came out is published here, "
              "whatever it is.",
              {date_in_words(t, evaluation.end_day)});
        items += html<
            R"(<li class="wt-concern" id="evaluation-{}"><h2 class="govuk-heading-s">{}</h2>{}{}</li>)">(
            evaluation.id.value,
            t("Locked on {1}", {date_in_words(t, evaluation.locked_day)}),
            evaluation.told ? told_in_words(site, t, *evaluation.told) : paragraph(running),
            bullets(
                {escaped(t("What would matter: a fall of {1}", {percent(evaluation.fall)})),
                 escaped(
                     t("What is likely seen: {1}", {seen_in_words(t, evaluation.smallest_fall)})),
                 html<R"({} <code class="wt-words">{}</code>)">(
                     t("Fingerprint of what was locked:"), evaluation.fingerprint)}));
    }
    return html<R"(<ul class="wt-concerns">{}</ul>)">(items);
}

} // namespace wt::web
