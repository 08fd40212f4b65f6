#include "app/answer_templates.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/desk_answers.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Response show_list(
    Site& site,
    Request const& request,
    Person const& person,
    Fields const& typed,
    FieldErrors const& errors)
{
    auto const& t = request.t();
    auto const templates =
        app::list_templates(site.app, person, desk_unit(site, person, request.query));
    FormState const state{t, typed, errors};
    return show_desk(
        site,
        request,
        person,
        {.title = t("Templates"),
         .content = html<"{}{}">(error_summary(t, errors), desk_templates_view(state, templates)),
         .back = "/desk/concerns",
         .has_errors = !errors.empty()},
        errors.empty() ? 200 : 422);
}

/// GET /desk/templates
Response show_templates(Site& site, Request const& request)
{
    return show_list(site, request, require_staff(site, request), {}, {});
}

/// POST /desk/templates
Response create_template(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const kind = find_in(kAnswerKinds, typed.get("kind"));
    AnswerTemplateForm const form{
        .name = typed.get("name"),
        .kind = kind.value_or(AnswerKind::done),
        .sentence = typed.get("sentence")};
    auto errors = errors_in(form);
    if (!kind) {
        errors.add("kind", N_("Choose what became of it."));
    }
    if (errors.empty()) {
        try {
            app::add_template(site.app, person, desk_unit(site, person, request.query), form);
        } catch (Refusal const& refusal) {
            if (refusal.kind() != Refusal::conflict) {
                throw;
            }
            errors.add("name", refusal.message());
        }
    }
    if (!errors.empty()) {
        return show_list(site, request, person, typed, errors);
    }
    return see_other(site, kDeskTemplatesPath, N_("The template is kept."));
}

/// POST /desk/templates/{template}/removal
Response remove_template(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    app::remove_template(site.app, person, request.path_id<TemplateId>("template"));
    return see_other(site, kDeskTemplatesPath, N_("The template is gone."));
}

} // namespace

void add_desk_templates_routes(Router& router)
{
    router.add(Method::get, kDeskTemplatesPath, show_templates);
    router.add(Method::post, kDeskTemplatesPath, create_template);
    router.add(Method::post, "/desk/templates/{template}/removal", remove_template);
}

} // namespace wt::web
