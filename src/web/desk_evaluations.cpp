#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/concern.hpp"
#include "web/components/content.hpp"
#include "web/date_field.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/evaluations.hpp"
#include "web/pages/hotspots.hpp"
#include "web/resources.hpp"

#include <algorithm>

/// Evaluations for the desk, which plans them, and for oversight, which locks them.
namespace wt::web {

namespace {

/// A form that comes back: with field errors, or because it was not let.
struct Back
{
    Fields typed{};
    FieldErrors errors{};
    std::optional<Message> conflict{};

    [[nodiscard]] int status() const { return conflict ? 409 : errors.empty() ? 200 : 422; }
};

Html above(Texts const& t, Back const& back)
{
    return html<"{}{}">(
        error_summary(t, back.errors),
        back.conflict ? warning_text(t, escaped(t(*back.conflict))) : Html{});
}

/// Does it; what stands in the way goes back to the page.
/// \returns whether it was done
bool is_done(Back& back, auto const& act)
{
    if (!back.errors.empty()) {
        return false;
    }
    try {
        act();
        return true;
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::conflict) {
            throw;
        }
        back.conflict = refusal.message();
        return false;
    }
}

/// GET /desk/evaluations
Response show_list(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    return show_desk(
        site,
        request,
        person,
        {.title = t("Evaluations"),
         .content = html<"{}{}">(
             paragraph(t("Whether patrols at a hotspot changed what women say there. A desk "
                         "proposes one on the page of a hotspot, oversight locks it, and what "
                         "comes out is published.")),
             evaluations_table(site, t, app::list_evaluations(site.app, person))),
         .back = std::string{kDeskHotspotsPath}});
}

Response show_one(Site& site, Request const& request, Back const& back)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const id = request.path_id<EvaluationId>("evaluation");
    auto const seen = app::open_evaluation(site.app, person, id);
    bool const may_decide = seen.evaluation.state == EvaluationState::proposed &&
                            app::may(person, app::Action::approve_evaluation);
    FormState const state{t, back.typed, back.errors};
    return show_desk(
        site,
        request,
        person,
        {.title = t("Evaluation: {1}", {place_in_words(site, t, seen.treated)}),
         .content = html<"{}{}{}">(
             above(t, back),
             evaluation_facts(site, t, seen, app::locked_text_of(site.app, person, id)),
             may_decide ? evaluation_decision(state, id) : Html{}),
         .back = std::string{kDeskEvaluationsPath},
         .has_errors = !back.errors.empty()},
        back.status());
}

/// GET /desk/evaluations/{evaluation}
Response show_evaluation(Site& site, Request const& request)
{
    return show_one(site, request, {});
}

/// POST /desk/evaluations/{evaluation}/approval
Response create_approval(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<EvaluationId>("evaluation");
    Back back;
    return is_done(back, [&] { app::approve_evaluation(site.app, person, id); })
               ? see_other(site, desk_path(id), N_("The evaluation is locked."))
               : show_one(site, request, back);
}

/// POST /desk/evaluations/{evaluation}/refusal
Response create_refusal(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<EvaluationId>("evaluation");
    Back back{.typed = request.form()};
    auto const why = std::string{back.typed.get("why")};
    back.errors = app::errors_in_note(why, "why");
    return is_done(back, [&] { app::refuse_evaluation(site.app, person, id, why); })
               ? see_other(site, desk_path(id), N_("The evaluation is refused."))
               : show_one(site, request, back);
}

Response show_planning(Site& site, Request const& request, Back const& back)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const id = request.path_id<HotspotId>("hotspot");
    auto const opened = app::open_hotspot(site.app, person, id);
    app::require_permission(person, app::Action::plan_evaluation, opened.seen.hotspot.bcu);
    return show_desk(
        site,
        request,
        person,
        {.title = t("Plan an evaluation"),
         .content = html<"{}{}{}">(
             above(t, back),
             paragraph(
                 t("{1}. The lot draws another hotspot that goes without visits meanwhile: never "
                   "one where a concern is “{2}”. Oversight locks the plan before the patrols "
                   "begin.",
                   {place_in_words(site, t, opened.seen), t(severity_title(kWorstSeverity))})),
             evaluation_form({t, back.typed, back.errors}, id)),
         .back = desk_path(id),
         .has_errors = !back.errors.empty()},
        back.status());
}

/// GET /desk/hotspots/{hotspot}/evaluation
Response show_plan(Site& site, Request const& request)
{
    return show_planning(site, request, {});
}

int number_in(Fields const& typed, std::string_view name)
{
    constexpr long long kMost = 1000;
    auto const number = find_integer(trimmed(typed.get(name))).value_or(0);
    return static_cast<int>(std::clamp<long long>(number, 0, kMost));
}

/// POST /desk/hotspots/{hotspot}/evaluation
Response create_plan(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const hotspot = request.path_id<HotspotId>("hotspot");
    Back back{.typed = request.form()};
    app::EvaluationForm const form{
        .first_day = find_date(back.typed, "first_day"),
        .weeks = number_in(back.typed, "weeks"),
        .fall = number_in(back.typed, "fall"),
        .minimum_severity = number_in(back.typed, "minimum_severity")};
    back.errors = app::errors_in(form, app::today(site.app));
    EvaluationId planned;
    return is_done(back, [&] { planned = app::plan_evaluation(site.app, person, hotspot, form); })
               ? see_other(
                     site, desk_path(planned), N_("The evaluation waits for oversight to lock it."))
               : show_planning(site, request, back);
}

} // namespace

void add_desk_evaluations_routes(Router& router)
{
    router.add(Method::get, std::string{kDeskEvaluationsPath}, show_list);
    router.add(Method::get, "/desk/evaluations/{evaluation}", show_evaluation);
    router.add(Method::post, "/desk/evaluations/{evaluation}/approval", create_approval);
    router.add(Method::post, "/desk/evaluations/{evaluation}/refusal", create_refusal);
    router.add(Method::get, "/desk/hotspots/{hotspot}/evaluation", show_plan);
    router.add(Method::post, "/desk/hotspots/{hotspot}/evaluation", create_plan);
}

} // namespace wt::web
