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

/// What was typed of a template, with all that is wrong with it.
struct TypedTemplate
{
    AnswerTemplateForm form;
    FieldErrors errors;
};

TypedTemplate read_template(Fields const& typed)
{
    auto const kind = find_in(kAnswerKinds, typed.get("kind"));
    AnswerTemplateForm form{
        .name = typed.get("name"),
        .kind = kind.value_or(AnswerKind::done),
        .sentence = typed.get("sentence")};
    auto errors = errors_in(form);
    if (!kind) {
        errors.add("kind", N_("Choose what became of it."));
    }
    return {std::move(form), std::move(errors)};
}

/// Lets `act` keep a template that has no errors, and puts a conflict beside its name.
void keep(TypedTemplate& read, auto const& act)
{
    if (!read.errors.empty()) {
        return;
    }
    try {
        act();
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::conflict) {
            throw;
        }
        read.errors.add("name", refusal.message());
    }
}

/// POST /desk/templates
Response create_template(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto read = read_template(typed);
    keep(read, [&] {
        app::add_template(site.app, person, desk_unit(site, person, request.query), read.form);
    });
    if (!read.errors.empty()) {
        return show_list(site, request, person, typed, read.errors);
    }
    return see_other(site, kDeskTemplatesPath, N_("The template is kept."));
}

Response show_one(
    Site& site,
    Request const& request,
    Person const& person,
    Fields const& typed,
    FieldErrors const& errors)
{
    auto const& t = request.t();
    auto const id = request.path_id<TemplateId>("template");
    return show_desk(
        site,
        request,
        person,
        {.title = t("Change a template"),
         .content =
             html<"{}{}">(error_summary(t, errors), desk_template_view({t, typed, errors}, id)),
         .back = kDeskTemplatesPath,
         .has_errors = !errors.empty()},
        errors.empty() ? 200 : 422);
}

/// GET /desk/templates/{template}
Response show_template(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const one = app::open_template(site.app, person, request.path_id<TemplateId>("template"));
    Fields typed;
    typed.set("name", one.name);
    typed.set("kind", std::string{code_in(kAnswerKinds, one.kind)});
    typed.set("sentence", one.sentence);
    typed.set("version", app::version_of(one));
    return show_one(site, request, person, typed, {});
}

/// POST /desk/templates/{template}
Response change_template(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const id = request.path_id<TemplateId>("template");
    auto read = read_template(typed);
    keep(
        read, [&] { app::change_template(site.app, person, id, typed.get("version"), read.form); });
    if (!read.errors.empty()) {
        return show_one(site, request, person, typed, read.errors);
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
    router.add(Method::get, "/desk/templates/{template}", show_template);
    router.add(Method::post, "/desk/templates/{template}", change_template);
    router.add(Method::post, "/desk/templates/{template}/removal", remove_template);
}

} // namespace wt::web
