#include "app/concerns.hpp"
#include "app/find_disclosure.hpp"
#include "app/permission.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/desk_concern.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Response show_form(
    Site& site, Request const& request, Person const& person, FormState const& state, int status)
{
    auto const& t = state.t;
    auto const concern =
        app::open_concern(site.app, person, request.path_id<ConcernId>("concern")).concern.concern;
    app::require_permission(person, app::Action::find_disclosure, concern.bcu);
    auto const path = desk_path(concern.id);
    return show_desk(
        site,
        request,
        person,
        {.title = t("This is a crime or abuse"),
         .content = html<"{}{}{}{}">(
             error_summary(t, state.errors),
             paragraph(t("If her words tell of a crime or of abuse, it is no concern: it leaves "
                         "these pages and goes to safeguarding.")),
             bullets(
                 {escaped(t("First see that it is recorded the way your force does, within 24 "
                            "hours of her words, even if she asked you not to.")),
                  escaped(t("Then press the button. Her words, the place and the day are erased "
                            "here, and nothing counts them. This cannot be undone.")),
                  escaped(t("Safeguarding sees which walk it was, and that you found it."))}),
             form(
                 {.action = path + "/disclosure",
                  .content = html<"{}{}">(
                      text_input(
                          {.name = "reference",
                           .label = t("Crime reference, if you have it already"),
                           .hint = t("It can be added later."),
                           .error = state.error("reference"),
                           .value = state.value("reference"),
                           .autocomplete = "off",
                           .width = 20,
                           .spellcheck = false}),
                      button(
                          {.label = t("Hand it to safeguarding and erase it here"),
                           .is_warning = true}))})),
         .back = path,
         .has_errors = !state.errors.empty()},
        status);
}

/// GET /desk/concerns/{concern}/disclosure
Response show_disclosure(Site& site, Request const& request)
{
    FieldErrors const none;
    return show_form(
        site, request, require_staff(site, request), {request.t(), request.query, none}, 200);
}

/// POST /desk/concerns/{concern}/disclosure
Response create_disclosure(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    try {
        app::find_disclosure(
            site.app, person, request.path_id<ConcernId>("concern"), typed.get("reference"));
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::invalid_input) {
            throw;
        }
        FieldErrors errors;
        errors.add("reference", refusal.message());
        return show_form(site, request, person, {request.t(), typed, errors}, 422);
    }
    return see_other(site, "/desk/concerns", N_("Safeguarding has it. It stands nowhere else."));
}

} // namespace

void add_desk_disclosures_routes(Router& router)
{
    router.add(Method::get, "/desk/concerns/{concern}/disclosure", show_disclosure);
    router.add(Method::post, "/desk/concerns/{concern}/disclosure", create_disclosure);
}

} // namespace wt::web
