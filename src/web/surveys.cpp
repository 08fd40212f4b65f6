#include "app/surveys.hpp"

#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/mine.hpp"
#include "web/pages/officer.hpp"
#include "web/pages/survey.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr auto kThanks = N_("Thank you for your answers.");

app::Participant require_her(Site& site, Request const& request)
{
    return app::require_participant(site.app, request.path_text("token"));
}

/// The survey that she can answer now. \throws Refusal (not_found)
SurveyKind require_survey(Site& site, Request const& request, app::Participant const& she)
{
    auto const kind = app::find_survey(site.app, she, request.path_id<RequestId>("request"));
    if (!kind) {
        throw Refusal{Refusal::not_found, N_("There are no questions for you here now.")};
    }
    return *kind;
}

Html questions_form(
    Request const& request, SurveyKind kind, std::string_view action, Fields const& typed)
{
    auto const& t = request.t();
    FieldErrors const none;
    return form(
        {.action = std::string{action},
         .content = html<"{}{}{}">(
             hidden_input("kind", code_in(kSurveyKinds, kind)),
             survey_questions(FormState{t, typed, none}, kind),
             button({.label = t("Send")}))});
}

/// GET /mine/{token}/requests/{request}/survey
Response show_hers(Site& site, Request const& request)
{
    auto const she = require_her(site, request);
    auto const kind = require_survey(site, request, she);
    auto const& t = request.t();
    auto const title = kind == SurveyKind::before ? t("A few questions before your walk")
                                                  : t("A few questions after your walk");
    return show(
        site,
        request,
        {.title = title,
         .content = html<"{}{}{}">(
             heading(title),
             paragraph(
                 t("You need not answer, and you can skip any question: your walk does not "
                   "depend on it. The same questions come before and after. Your answers are "
                   "kept without your name, and are only ever shown as counts of many women.")),
             questions_form(request, kind, request.path, Fields{})),
         .before = back_link(t, mine_path(she)),
         .audience = Audience::participant});
}

/// POST /mine/{token}/requests/{request}/survey
Response create_hers(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const she = require_her(site, request);
    auto const kind = find_in(kSurveyKinds, typed.get("kind"));
    if (!kind || *kind == SurveyKind::officer) {
        throw Refusal{Refusal::invalid_input, N_("Choose from the answers, or skip it.")};
    }
    app::answer_survey(
        site.app, she, request.path_id<RequestId>("request"), *kind, read_choices(typed, *kind));
    return see_other(site, mine_path(she), kThanks);
}

/// GET /officer/walks/{walk}/survey
Response show_officers(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const walk = request.path_id<WalkId>("walk");
    if (!app::can_answer_survey(site.app, officer, walk)) {
        throw Refusal{Refusal::not_found, N_("There are no questions for you here now.")};
    }
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("Three questions about the walk"),
         .content = html<"{}{}{}">(
             heading(t("Three questions about the walk")),
             paragraph(t("You can skip each of them. Answers are kept without your name and shown "
                         "only as counts.")),
             questions_form(request, SurveyKind::officer, request.path, Fields{})),
         .before = back_link(t, path_of(walk)),
         .audience = Audience::officer,
         .has_exit = false});
}

/// POST /officer/walks/{walk}/survey
Response create_officers(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const walk = request.path_id<WalkId>("walk");
    app::answer_officer_survey(
        site.app, officer, walk, read_choices(request.form(), SurveyKind::officer));
    return see_other(site, path_of(walk), kThanks);
}

} // namespace

void add_surveys_routes(Router& router)
{
    router.add(Method::get, "/mine/{token}/requests/{request}/survey", show_hers);
    router.add(Method::post, "/mine/{token}/requests/{request}/survey", create_hers);
    router.add(Method::get, "/officer/walks/{walk}/survey", show_officers);
    router.add(Method::post, "/officer/walks/{walk}/survey", create_officers);
}

} // namespace wt::web
