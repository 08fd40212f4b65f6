#include "app/word_of_walk.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/pages/form_page.hpp"
#include "web/pages/help_lines.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Response show_form(
    Site& site, Request const& request, Fields const& typed, FieldErrors const& errors, int status)
{
    auto const& t = request.t();
    FormState const state{t, typed, errors};
    auto const content = html<"{}{}{}">(
        text_input(
            {.name = "collar",
             .label = t("The officer's collar number"),
             .hint = t("On her shoulder or her warrant card. Ask to see it: every officer "
                       "must show it."),
             .error = state.error("collar"),
             .value = state.value("collar"),
             .autocomplete = "off",
             .width = 10,
             .spellcheck = false}),
        text_input(
            {.name = "words",
             .label = t("The two words of your walk"),
             .hint = t("They are on your page. The officer says them first."),
             .error = state.error("words"),
             .value = state.value("words"),
             .autocomplete = "off",
             .width = 20,
             .spellcheck = false}),
        button({.label = t("Check")}));
    return show_form_page(
        site,
        request,
        {.title = t("Check an officer"),
         .intro = t("Find out whether the officer before you is on your walk. The answer is yes or "
                    "no, and the officer has no part in it."),
         .form = {.action = "/officers/check", .content = content},
         .after = inset_text(paragraph(
             t("If you feel threatened, do not wait for an answer. Go where people are, and call "
               "{1}.",
               {site.app.settings()->emergency_number})))},
        errors,
        status);
}

Html if_no(Site const& site, Texts const& t)
{
    auto const settings = site.app.settings();
    return html<"{}{}">(
        heading(t("What to do now"), 2, "m"),
        bullets(
            {escaped(t("Do not go with this person. You need no reason.")),
             t.html(
                 "If you feel in danger, go where people are and call {1}. If you cannot speak, "
                 "press 55 when you are asked.",
                 {phone_link(settings->emergency_number)}),
             t.html(
                 "Else call {1}, from your own phone, and ask whether this officer is on duty "
                 "with you.",
                 {phone_link(settings->non_emergency_number)}),
             t.html(
                 "Look at the number and the words once more and {1}.",
                 {link(t("check again"), "/officers/check")})}));
}

Html if_yes(Texts const& t)
{
    return html<"{}{}">(
        paragraph(t("You can say at any time that something is wrong, and stop the walk. If an "
                    "officer treats you badly, tell someone outside the team:")),
        bullets(
            {link(t("Something was wrong"), "/wrong"),
             link("Independent Office for Police Conduct", "https://www.policeconduct.gov.uk/"),
             link(t("Get help now"), "/help")}));
}

/// GET /officers/check
Response show_check(Site& site, Request const& request)
{
    return show_form(site, request, {}, {}, 200);
}

/// POST /officers/check: yes or no. What was typed is no secret of the address bar, so it is not
/// in the address.
Response answer_check(Site& site, Request const& request)
{
    auto const typed = request.form();
    FieldErrors errors;
    if (typed.get("collar").empty()) {
        errors.add("collar", N_("Enter the officer's collar number."));
    }
    if (typed.get("words").empty()) {
        errors.add("words", N_("Enter the two words of your walk."));
    }
    if (!errors.empty()) {
        return show_form(site, request, typed, errors, 422);
    }
    bool const is_right =
        app::check_officer(site.app, request.client, typed.get("collar"), typed.get("words"));
    auto const& t = request.t();
    auto const title =
        is_right ? t("Yes: this officer is on your walk") : t("No: this does not fit any walk now");
    return show(
        site,
        request,
        {.title = title,
         .content = html<R"(<div class="wt-verdict {}">{}</div>{})">(
             is_right ? "wt-verdict--yes" : "wt-verdict--no",
             heading(title),
             is_right ? if_yes(t) : if_no(site, t)),
         .before = back_link(t, "/officers/check")});
}

} // namespace

void add_officers_check_routes(Router& router)
{
    router.add(Method::get, "/officers/check", show_check);
    router.add(Method::post, "/officers/check", answer_check);
}

} // namespace wt::web
