#include "web/components/content.hpp"
#include "web/pages/help_lines.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Html danger_now(Texts const& t)
{
    return html<R"(<div class="wt-danger"><h2 class="govuk-heading-m">{}</h2>{}{}{}{}</div>)">(
        t("In danger now"),
        html<R"(<p class="wt-danger__number"><a href="tel:999">{}</a></p>)">(t("Call 999")),
        paragraph(
            t("If you cannot speak: call 999 from a mobile, listen, then press 55 when you are "
              "asked. The police are then put through. This is called Silent Solution.")),
        html<R"(<p class="govuk-body">{}</p>)">(t.html(
            "Deaf or hard of hearing: text 999 if you have registered your phone, or use {1} in "
            "British Sign Language.",
            {link("999 BSL", "https://999bsl.co.uk/")})),
        paragraph(
            t("Not in danger now, but something happened: call 101, or report it to the police "
              "online.")));
}

/// GET /help: who helps, domestic abuse first.
Response show_help(Site& site, Request const& request)
{
    auto const& t = request.t();
    Html lines;
    for (auto const& line : help_lines()) {
        lines += help_line(t, line);
    }
    return show(
        site,
        request,
        {.title = t("Get help now"),
         .content =
             html<R"({}{}<h2 class="govuk-heading-l">{}</h2><ul class="wt-help-lines">{}</ul>{})">(
                 heading(t("Get help now")),
                 danger_now(t),
                 t("Someone to talk to"),
                 lines,
                 inset_text(paragraph(
                     t("What happened to you is not your fault, whatever you wore, drank, or said, "
                       "and whichever way you walked.")))),
         .before = back_link(t, "/")});
}

} // namespace

void add_help_routes(Router& router)
{
    router.add(Method::get, "/help", show_help, {.same_for_everyone = true});
}

} // namespace wt::web
