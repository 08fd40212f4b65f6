#include "web/components/content.hpp"
#include "web/pages/what_is_kept.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Html section(std::string_view title, std::vector<std::string> const& texts)
{
    return html<"{}{}">(heading(title, 2, "m"), paragraphs(texts));
}

Html privacy_text(Site const& site, Texts const& t)
{
    auto const enough = site.app.settings()->publication_threshold;
    return html<"{}{}{}{}{}{}{}{}{}">(
        heading(t("Privacy")),
        heading(t("What we keep, and for how long"), 2, "m"),
        what_is_kept(site, t),
        heading(t("Who sees it"), 2, "m"),
        who_sees_it(t),
        section(
            t("What the public sees"),
            {t("A place that you told us about is never shown where you put it, but at the middle "
               "of its stretch of street. Where fewer than {1} different people told us about "
               "that stretch we name only the street, or the ward, or the command unit, whichever "
               "is the first with {1}; where even that has fewer, it is only counted among "
               "others.",
               {std::to_string(enough)}),
             t("What it is about, how bad it is, when it is felt, the month, and our answers are "
               "shown. Your words and your name never are."),
             t("If you erase your data the place stays, without anything that leads to you.")}),
        section(
            t("What leaves our hands"),
            {t("A crime or abuse that you tell an officer of goes to safeguarding, outside the "
               "team, and is recorded as a crime, even if you ask us not to or erase your data. "
               "What you say was wrong with an officer is read by those whom you choose, and by "
               "nobody else.")}),
        section(
            t("Your rights"),
            {t("Through your own link you can see, correct, download and erase what we hold about "
               "you, without an account. You can also object, and complain to the Information "
               "Commissioner's Office (ico.org.uk).")}),
        section(
            t("Cookies"),
            {t("We use no tracking cookies. While you fill in a form, your browser keeps your "
               "answers, sealed, for two hours. If you change the language, your browser "
               "remembers it.")}));
}

/// GET /privacy
Response show_privacy(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("Privacy"), .content = privacy_text(site, t), .before = back_link(t, "/")});
}

/// GET /accessibility: the accessibility statement.
Response show_accessibility(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const settings = site.app.settings();
    auto const& help = settings->contact_for_help;
    auto const contact =
        help.empty()
            ? paragraph(
                  t("Tell any officer or call {1} if a page does not work for you.",
                    {settings->non_emergency_number}))
            : paragraph(
                  t("Tell us if a page does not work for you: {1}. We answer within five days.",
                    {help}));
    return show(
        site,
        request,
        {.title = t("Accessibility"),
         .content = html<"{}{}{}{}">(
             heading(t("Accessibility")),
             section(
                 t("How we build"),
                 {t("Every page is built to meet the Web Content Accessibility Guidelines 2.2 at "
                    "level AA, with stronger contrast than that level asks for."),
                  t("Everything works with a keyboard, with a screen reader, without JavaScript "
                    "and on a small phone. Beside every map is a list that does the same."),
                  t("The pages follow your phone's choice of light or dark.")}),
             section(
                 t("On a walk"),
                 {t("Tell us if you need a way without steps, a slower pace, an interpreter, or "
                    "someone with you. We plan the walk around it.")}),
             html<"{}{}">(heading(t("Something does not work"), 2, "m"), contact)),
         .before = back_link(t, "/")});
}

} // namespace

void add_about_routes(Router& router)
{
    router.add(Method::get, "/privacy", show_privacy, {.same_for_everyone = true});
    router.add(Method::get, "/accessibility", show_accessibility, {.same_for_everyone = true});
}

} // namespace wt::web
