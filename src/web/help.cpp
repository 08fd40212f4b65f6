#include "web/components/content.hpp"
#include "web/pages/help_lines.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Html danger_now(Site const& site, Texts const& t)
{
    auto const settings = site.app.settings();
    auto const& emergency = settings->emergency_number;
    return html<R"(<div class="wt-danger"><h2 class="govuk-heading-m">{}</h2>{}{}{}{}</div>)">(
        t("In danger now"),
        html<R"(<p class="wt-danger__number"><a href="{}">{}</a></p>)">(
            phone_address(emergency), t("Call {1}", {emergency})),
        paragraph(
            t("If you cannot speak: call {1} from a mobile, listen, then press 55 when you are "
              "asked. The police are then put through. This is called Silent Solution.",
              {emergency})),
        html<R"(<p class="govuk-body">{}</p>)">(t.html(
            "Deaf or hard of hearing: text {1} if you have registered your phone, or use {2} in "
            "British Sign Language.",
            {escaped(emergency), link("999 BSL", "https://999bsl.co.uk/")})),
        paragraph(
            t("Not in danger now, but something happened: call {1}, or report it to the police "
              "online.",
              {settings->non_emergency_number})));
}

/// GET /help: who helps, domestic abuse first.
Response show_help(Site& site, Request const& request)
{
    auto const& t = request.t();
    Html lines;
    auto const helpers = site.app.help_lines();
    for (auto const& line : *helpers) {
        lines += help_line(t, line);
    }
    return show(
        site,
        request,
        {.title = t("Get help now"),
         .content = html<
             R"({}{}<h2 class="govuk-heading-l">{}</h2><ul class="wt-help-lines">{}</ul><p class="govuk-body">{}</p>{})">(
             heading(t("Get help now")),
             danger_now(site, t),
             t("Someone to talk to"),
             lines,
             link(t("Pictures to share, also for children who see abuse"), "/help/share"),
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
