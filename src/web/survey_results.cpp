#include "app/survey_results.hpp"

#include "web/components/content.hpp"
#include "web/list_address.hpp"
#include "web/pages/desk.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

#include <cmath>

namespace wt::web {

namespace {

/// "72% (61% to 81%), 50 of 69"
std::string share_in_words(Texts const& t, std::optional<app::SurveyShare> const& share)
{
    if (!share) {
        return t("not shown");
    }
    auto const percent = [](double value) { return fmt::format("{:.0f}", value * 100); };
    return t(
        "{1}% ({2}% to {3}%), {4} of {5}",
        {percent(share->estimate.value),
         percent(share->estimate.low),
         percent(share->estimate.high),
         std::to_string(share->good),
         std::to_string(share->answered)});
}

/// "+8 points (-2 to +17), 60 women"
std::string change_in_words(Texts const& t, app::SurveyResult const& result)
{
    if (!result.pairs || !result.change) {
        return t("not shown");
    }
    auto const points = [](double value) {
        auto const rounded = std::lround(value * 100);
        return fmt::format("{:+}", rounded);
    };
    return t(
        "{1} points ({2} to {3}), {4} answered both times",
        {points(result.change->value),
         points(result.change->low),
         points(result.change->high),
         std::to_string(result.pairs->all())});
}

std::string question_in_words(Texts const& t, SurveyQuestion const& question)
{
    return t("{1}: {2}", {t(question.text), t(good_title(question))});
}

Html of_women(Texts const& t, app::SurveyResults const& results)
{
    Table rows{
        .caption = t("What women answered"),
        .head = {t("Question, and the answers counted"), t("Before"), t("After"), t("Change")},
        .rows = {}};
    for (auto const& result : results.of_women) {
        rows.rows.push_back(
            {escaped(question_in_words(t, result.question)),
             escaped(share_in_words(t, result.before)),
             escaped(share_in_words(t, result.after)),
             escaped(change_in_words(t, result))});
    }
    return table(rows);
}

Html of_officers(Texts const& t, app::SurveyResults const& results)
{
    Table rows{
        .caption = t("What officers answered"),
        .head = {t("Question, and the answers counted"), t("Share")},
        .rows = {}};
    for (auto const& result : results.of_officers) {
        rows.rows.push_back(
            {escaped(question_in_words(t, result.question)),
             escaped(share_in_words(t, result.before))});
    }
    return table(rows);
}

Html replies(Texts const& t, app::SurveyResults const& results)
{
    auto const line = [&](app::SurveyResponse const& response) {
        return escaped(
            response.answered
                ? t("{1} of {2} answered",
                    {std::to_string(*response.answered), std::to_string(response.asked)})
                : t("fewer of {1} answered than may be shown", {std::to_string(response.asked)}));
    };
    return summary_list(
        {{.key = t("Women, before"), .value = line(results.before)},
         {.key = t("Women, after"), .value = line(results.after)},
         {.key = t("Officers"), .value = line(results.officers)}});
}

/// GET /surveys: for the desk, of its own unit; for oversight, of any or all.
Response show_surveys(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const chosen = find_id<BcuId>(request.query, "bcu");
    auto const results = app::see_survey_results(site.app, person, chosen);
    return show_desk(
        site,
        request,
        person,
        {.title = t("Surveys"),
         .content = html<"{}{}{}{}{}{}">(
             paragraph(
                 t("Shares of good answers with their 95% intervals (Wilson), and how the shares "
                   "of those who answered both times changed (Agresti and Min). What fewer than "
                   "{1} people stand behind is not shown.",
                   {std::to_string(site.app.settings()->publication_threshold)})),
             unit_choice(
                 site, t, person, {.path = "/surveys", .chosen = chosen, .has_whole_force = true}),
             replies(t, results),
             of_women(t, results),
             inset_text(paragraph(
                 t("Those who answer choose to, and there is nobody to compare them with: a "
                   "change does not show that the walk was its cause."))),
             of_officers(t, results))});
}

} // namespace

void add_survey_results_routes(Router& router)
{
    router.add(Method::get, "/surveys", show_surveys);
}

} // namespace wt::web
