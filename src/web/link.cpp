#include "app/own_data.hpp"
#include "base/text.hpp"
#include "scheme/contact.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/form_page.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Response show_form(
    Site& site, Request const& request, Fields const& typed, FieldErrors const& errors, int status)
{
    auto const& t = request.t();
    FormState const state{t, typed, errors};
    auto const content = html<"{}{}">(
        text_input(
            {.name = "contact",
             .label = t("Your e-mail address or telephone number"),
             .hint = t("The one that you gave when you asked for a walk"),
             .error = state.error("contact"),
             .value = state.value("contact"),
             .autocomplete = "email",
             .spellcheck = false}),
        button({.label = t("Send my link again")}));
    return show_form_page(
        site,
        request,
        {.title = t("Get your link again"),
         .intro = t("If you gave us a contact, we send your secret link there. To anyone who asks "
                    "we say the same, whether we know the contact or not."),
         .form = {.action = "/link", .content = content},
         .after = html<"{}{}{}{}">(
             heading(t("If you gave no contact"), 2, "m"),
             paragraph(t("You were given ten words to write down. They open your page.")),
             button(
                 {.label = t("I wrote down words"), .href = "/link/words", .is_secondary = true}),
             paragraph(t("Without a contact and without the words nobody can find your page, not "
                         "even we. You can ask for a walk anew.")))},
        errors,
        status);
}

/// GET /link
Response show_link(Site& site, Request const& request)
{
    return show_form(site, request, {}, {}, 200);
}

/// POST /link: one reply for contacts that are known and unknown.
Response create_link(Site& site, Request const& request)
{
    auto const typed = request.form();
    FieldErrors errors;
    if (!find_contact(typed.get("contact"), site.app.settings()->calling_code)) {
        errors.add(
            "contact",
            N_("Enter an e-mail address, such as name@example.org, or a telephone number."));
        return show_form(site, request, typed, errors, 422);
    }
    app::send_link_again(site.app, typed.get("contact"));
    return see_other(
        site,
        "/link",
        N_("If this contact takes part, its link is on the way. It may take some minutes."));
}

} // namespace

void add_link_routes(Router& router)
{
    router.add(Method::get, "/link", show_link);
    router.add(Method::post, "/link", create_link);
}

} // namespace wt::web
