#include "app/sign_in.hpp"
#include "base/refusal.hpp"
#include "web/begin_session.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <array>

namespace wt::web {

namespace {

Html way_into_the_demonstration(Site const& site, Texts const& t)
{
    return site.is_demonstration() ? inset_text(html<R"(<p class="govuk-body">{}</p>)">(link(
                                         t("Sign in as somebody of the demonstration"), "/demo")))
                                   : Html{};
}

/// Password and code are never sent back.
Html questions(FormState const& state)
{
    auto const& t = state.t;
    return html<"{}{}{}{}{}">(
        hidden_input("then", state.value("then")),
        text_input(
            {.name = "name",
             .label = t("Sign-in name"),
             .error = state.error("name"),
             .value = state.value("name"),
             .autocomplete = "username",
             .width = 20,
             .spellcheck = false}),
        text_input(
            {.name = "password",
             .label = t("Password"),
             .type = "password",
             .autocomplete = "current-password",
             .width = 20,
             .spellcheck = false}),
        text_input(
            {.name = "code",
             .label = t("Six-digit code"),
             .hint = t("From your authenticator."),
             .autocomplete = "one-time-code",
             .inputmode = "numeric",
             .width = 10,
             .spellcheck = false}),
        button({.label = t("Sign in")}));
}

Response show_form(Site& site, Request const& request, FormState const& state, int status)
{
    auto const& t = state.t;
    return show(
        site,
        request,
        {.title = t("Sign in"),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(t("Sign in")),
             paragraph(t("For officers and the others who run the scheme. To ask for a walk you "
                         "need no account.")),
             way_into_the_demonstration(site, t),
             form({.action = "/staff/sign-in", .content = questions(state)})),
         .has_errors = !state.errors.empty(),
         .has_exit = false},
        status);
}

/// GET /staff/sign-in
Response show_sign_in(Site& site, Request const& request)
{
    FieldErrors const none;
    return show_form(site, request, {request.t(), request.query, none}, 200);
}

/// POST /staff/sign-in
Response create_session(Site& site, Request const& request)
{
    auto const typed = request.form();
    try {
        auto const token = sign_in_within_limits(
            site,
            request.client,
            {.sign_in_name = typed.get("name"),
             .password = std::string{typed.find("password").value_or("")},
             .code = typed.get("code")});
        return begin_session(site, request, token, typed.get("then"));
    } catch (Refusal const& refusal) {
        FieldErrors errors;
        errors.add("name", refusal.message());
        return show_form(
            site,
            request,
            {request.t(), typed, errors},
            refusal.kind() == Refusal::too_many ? 429 : 403);
    }
}

/// POST /sign-out
Response delete_session(Site& site, Request const& request)
{
    app::sign_out(site.app, session_of(request));
    auto response = see_other("/staff/sign-in");
    drop_session(site, response);
    return response;
}

struct RoleWords
{
    Role role;
    char const* text;
};

constexpr std::array kRoleWords{
    RoleWords{
        Role::officer,
        N_("You see your own walks, record what the women say on them, and end them.")},
    RoleWords{
        Role::desk,
        N_("You plan the walks of your command unit, and see that each place gets an answer.")},
    RoleWords{
        Role::safeguarding,
        N_("You see what was told of crimes and abuse: when and to whom, and how long is left.")},
    RoleWords{
        Role::partner,
        N_("You answer what is passed to you. Each case reaches you with a link of its own.")},
    RoleWords{Role::oversight, N_("You read everything that is not personal, and change nothing.")},
    RoleWords{
        Role::administrator,
        N_("You keep the installation with the walktalk command, and read the audit here.")},
    RoleWords{Role::standards, N_("You deal with what went wrong on a walk, for the force.")},
    RoleWords{
        Role::watchdog, N_("You deal with what went wrong on a walk, from outside the force.")},
};

/// GET /staff: what she can do here.
Response show_start(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    Html words;
    for (auto const& [role, text] : kRoleWords) {
        if (role == person.role) {
            words = paragraph(t(text));
        }
    }
    std::vector<Html> links;
    if (auto const first = first_page_of(person.role); first != "/staff") {
        links.push_back(link(t("Your first page"), first));
    }
    if (person.role == Role::administrator) {
        links.push_back(link(t("The audit"), "/oversight/audit"));
    }
    links.push_back(link(t("What happened: every place and its answer"), "/concerns"));
    return show(
        site,
        request,
        {.title = t("You are signed in"),
         .content = html<"{}{}{}">(heading(t("You are signed in")), words, bullets(links)),
         .audience = audience_of(person.role),
         .has_exit = false});
}

} // namespace

void add_staff_sign_in_routes(Router& router)
{
    router.add(Method::get, "/staff/sign-in", show_sign_in);
    router.add(Method::post, "/staff/sign-in", create_session);
    router.add(Method::post, "/sign-out", delete_session);
    router.add(Method::get, "/staff", show_start);
}

} // namespace wt::web
