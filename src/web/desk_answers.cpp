#include "web/pages/desk_answers.hpp"

#include "app/answer_several.hpp"
#include "app/answer_templates.hpp"
#include "base/refusal.hpp"
#include "web/answer_form.hpp"
#include "web/components/content.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/resources.hpp"

#include <algorithm>

namespace wt::web {

namespace {

constexpr auto kList = "/desk/concerns";

std::vector<ConcernId> chosen_in(Fields const& fields)
{
    std::vector<ConcernId> chosen;
    for (auto const& text : fields.list("concern")) {
        if (auto const id = find_integer(text); id && *id > 0) {
            chosen.push_back({*id});
        }
    }
    return chosen;
}

/// What a form left behind: what was typed and why it was not taken.
struct Outcome
{
    Fields typed{};
    FieldErrors errors{};
    std::optional<Message> conflict{};
};

int status_of(Outcome const& outcome)
{
    return outcome.conflict ? 409 : outcome.errors.empty() ? 200 : 422;
}

Response show_form(Site& site, Request const& request, Person const& person, Outcome const& outcome)
{
    auto const& t = request.t();
    auto const concerns = app::list_answerable(site.app, person, chosen_in(outcome.typed));
    if (concerns.empty()) {
        return see_other(site, kList, N_("Choose concerns that can be answered."));
    }
    auto const partners = app::list_partner_offers(site.app, concerns.front().concern);
    auto const templates = app::list_templates(site.app, person, concerns.front().concern.bcu);
    FormState const state{t, outcome.typed, outcome.errors};
    return show_desk(
        site,
        request,
        person,
        {.title = t("Answer several at one time"),
         .content = html<"{}{}{}{}">(
             error_summary(t, outcome.errors),
             concerns.size() < chosen_in(outcome.typed).size()
                 ? inset_text(paragraph(
                       t("Some that you chose are left out: they cannot be answered, or the public "
                         "sees them more or less closely than these, and the same words would tell "
                         "where they are. Answer them apart.")))
                 : Html{},
             outcome.conflict
                 ? warning_text(
                       t,
                       html<"{} {}">(
                           t(*outcome.conflict),
                           t("Nothing of yours is published, and it is still in the form below.")))
                 : Html{},
             desk_answers_view(
                 {.site = site,
                  .concerns = concerns,
                  .state = state,
                  .partners = partners,
                  .templates = templates})),
         .back = kList,
         .has_errors = !outcome.errors.empty()},
        status_of(outcome));
}

/// GET /desk/answers?concern=…: the form, begun with a template if one is chosen.
Response show_answers(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    Outcome outcome{.typed = request.query};
    if (auto const id = find_id<TemplateId>(request.query, "template")) {
        auto const templates =
            app::list_templates(site.app, person, desk_unit(site, person, request.query));
        auto const found = std::ranges::find(templates, *id, &store::StoredTemplate::id);
        if (found != templates.end()) {
            outcome.typed.set("kind", std::string{code_in(kAnswerKinds, found->kind)});
            outcome.typed.set("common", found->sentence);
        }
    }
    return show_form(site, request, person, outcome);
}

/// POST /desk/answers: all of them, or none.
Response create_answers(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    Outcome outcome{.typed = request.form()};
    auto const form = read_answer(outcome.typed);
    app::CommonAnswer const common{
        .kind = form.kind,
        .sentence = outcome.typed.get("common"),
        .body = form.body,
        .due = form.due,
        .partner = find_partner(outcome.typed)};
    std::vector<app::OwnAnswer> answers;
    for (auto const id : chosen_in(outcome.typed)) {
        auto const version = find_integer(outcome.typed.get(version_field(id))).value_or(0);
        answers.push_back(
            {.concern = id,
             .version = static_cast<int>(version),
             .sentence = outcome.typed.get(app::own_field(id))});
    }
    outcome.errors =
        errors_in_answer(outcome.typed, form, app::check_answers(site.app, common, answers));
    if (!outcome.errors.empty()) {
        return show_form(site, request, person, outcome);
    }
    try {
        app::answer_several(site.app, person, common, answers);
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::conflict) {
            throw;
        }
        outcome.conflict = refusal.message();
        return show_form(site, request, person, outcome);
    }
    return see_other(
        site, kList, {N_("{1} answers are public."), {std::to_string(answers.size())}});
}

} // namespace

void add_desk_answers_routes(Router& router)
{
    router.add(Method::get, kDeskAnswersPath, show_answers);
    router.add(Method::post, kDeskAnswersPath, create_answers);
}

} // namespace wt::web
