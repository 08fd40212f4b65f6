#include "app/invitation.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/qr_code.hpp"
#include "web/form.hpp"
#include "web/keepsakes.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

namespace wt::web {

namespace {

app::Invitation require_invitation(Site const& site, Request const& request)
{
    auto invitation = app::find_invitation(site.app, request.path_text("token"));
    if (!invitation) {
        throw Refusal{
            Refusal::not_found,
            N_("This link has been used or is too old. Ask your administrator for another.")};
    }
    return *std::move(invitation);
}

Html second_factor(Texts const& t, app::Invitation const& invitation)
{
    return html<
        R"({}{}{}<p class="govuk-body">{} <strong class="wt-secret" translate="no">{}</strong></p>)">(
        heading(t("Second factor"), 2, "m"),
        paragraph(t("Scan this with an authenticator on your telephone. It then shows six digits "
                    "that change every half minute; you need them each time you sign in.")),
        qr_code(invitation.uri, t("QR code for your authenticator; its secret follows as text")),
        t("Or type this secret:"),
        invitation.secret);
}

Html questions(FormState const& state)
{
    auto const& t = state.t;
    return html<"{}{}{}">(
        text_input(
            {.name = "password",
             .label = t("Your password"),
             .hint = t("At least 12 characters. Three or four words that have nothing to do with "
                       "each other are a good password."),
             .error = state.error("password"),
             .type = "password",
             .autocomplete = "new-password",
             .spellcheck = false}),
        text_input(
            {.name = "code",
             .label = t("The six digits that your authenticator shows now"),
             .error = state.error("code"),
             .autocomplete = "one-time-code",
             .inputmode = "numeric",
             .width = 10,
             .spellcheck = false}),
        button({.label = t("Save")}));
}

Response show_form(Site& site, Request const& request, FormState const& state, int status)
{
    auto const& t = state.t;
    auto const invitation = require_invitation(site, request);
    return show(
        site,
        request,
        {.title = t("Your way to sign in"),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(t("Your way to sign in")),
             summary_list(
                 {{.key = t("Name"), .value = escaped(invitation.name)},
                  {.key = t("Sign-in name"), .value = escaped(invitation.sign_in_name)}}),
             second_factor(t, invitation),
             form({.action = request.path, .content = questions(state)})),
         .has_errors = !state.errors.empty(),
         .has_exit = false},
        status);
}

/// GET /staff/invitations/{token}
Response show_invitation(Site& site, Request const& request)
{
    FieldErrors const none;
    return show_form(site, request, {request.t(), request.query, none}, 200);
}

/// POST /staff/invitations/{token}
Response accept_invitation(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const errors = app::accept_invitation(
        site.app,
        request.path_text("token"),
        {.password = std::string{typed.find("password").value_or("")}, .code = typed.get("code")});
    if (!errors.empty()) {
        return show_form(site, request, {request.t(), typed, errors}, 422);
    }
    return see_other(
        site,
        "/staff/sign-in",
        N_("Your password is set. Sign in with it, and with the next code of your authenticator."));
}

} // namespace

void add_staff_invitation_routes(Router& router)
{
    router.add(Method::get, "/staff/invitations/{token}", show_invitation);
    router.add(Method::post, "/staff/invitations/{token}", accept_invitation);
}

} // namespace wt::web
