#include "web/pages/shell.hpp"

#include "web/components/content.hpp"
#include "web/embedded.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/help_lines.hpp"

#include <array>
#include <span>

namespace wt::web {

namespace {

struct NavLink
{
    char const* label;
    std::string_view href;
};

constexpr std::array kPublicLinks{
    NavLink{N_("Ask for a walk"), "/ask"},
    NavLink{N_("Tell us about a place"), "/tell"},
    NavLink{N_("What happened"), "/concerns"},
    NavLink{N_("The numbers"), "/numbers"},
    NavLink{N_("Check an officer"), "/officers/check"},
};
constexpr std::array kOfficerLinks{
    NavLink{N_("My walks"), "/officer/walks"}, NavLink{N_("My patch"), "/officer/patch"}};
constexpr std::array kDeskLinks{
    NavLink{N_("Queue"), "/desk/queue"},
    NavLink{N_("Plan"), "/desk/plan"},
    NavLink{N_("Walks"), "/desk/walks"},
    NavLink{N_("Concerns"), "/desk/concerns"},
    NavLink{N_("Hotspots"), "/desk/hotspots"},
    NavLink{N_("With partners"), "/desk/referrals"},
    NavLink{N_("Officers"), "/desk/officers"},
    NavLink{N_("Surveys"), "/surveys"},
};
constexpr std::array kOversightLinks{
    NavLink{N_("Overview"), "/oversight"},
    NavLink{N_("Hotspots"), "/desk/hotspots"},
    NavLink{N_("Audit"), "/oversight/audit"},
    NavLink{N_("Surveys"), "/surveys"},
    NavLink{N_("The numbers"), "/numbers"},
};
constexpr std::array kAuditLinks{
    NavLink{N_("Audit"), "/oversight/audit"}, NavLink{N_("Complaints"), "/oversight/complaints"}};
constexpr std::array kSafeguardingLinks{NavLink{N_("Disclosures"), "/safeguarding/disclosures"}};
constexpr std::array kStandardsLinks{NavLink{N_("Complaints"), "/complaints"}};

std::span<NavLink const> links_for(Audience audience)
{
    switch (audience) {
    case Audience::officer:
        return kOfficerLinks;
    case Audience::desk:
        return kDeskLinks;
    case Audience::oversight:
        return kOversightLinks;
    case Audience::admin:
        return kAuditLinks;
    case Audience::safeguarding:
        return kSafeguardingLinks;
    case Audience::standards:
        return kStandardsLinks;
    case Audience::everyone:
    case Audience::participant:
        return kPublicLinks;
    default:
        return {};
    }
}

bool is_staff(Audience audience)
{
    return audience != Audience::everyone && audience != Audience::participant;
}

Html navigation(Request const& request, Audience audience)
{
    auto const& t = request.t();
    Html items;
    for (auto const& link : links_for(audience)) {
        bool const is_here = request.path == link.href;
        items += html<R"(<li><a href="{}"{}>{}</a></li>)">(
            link.href, attribute<"aria-current">(is_here ? "page" : ""), t(link.label));
    }
    if (is_staff(audience)) {
        items += html<
            R"(<li><form action="/sign-out" method="post"><button class="wt-link-button" type="submit">{}</button></form></li>)">(
            t("Sign out"));
    }
    return items.empty()
               ? Html{}
               : html<R"(<nav class="wt-nav" aria-label="{}"><ul>{}</ul></nav>)">(t("Menu"), items);
}

Html header(Request const& request, Page const& page)
{
    auto const& t = request.t();
    return html<
        R"(<header class="wt-header"><div class="govuk-width-container wt-header__row"><a class="wt-brand" href="/"><svg class="wt-brand__mark" width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M16 2C9.4 2 4 7.2 4 13.7 4 22 16 30 16 30s12-8 12-16.3C28 7.2 22.6 2 16 2z" fill="currentColor" opacity=".22"/><circle cx="12" cy="12" r="3.1" fill="currentColor"/><circle cx="20" cy="12" r="3.1" fill="currentColor"/><path d="M7.5 21c.4-3 2.200-4.800 4.500-4.800s3.600 1.200 4 2.600c.4-1.400 1.700-2.600 4-2.600s4.100 1.800 4.500 4.800" fill="none" stroke="currentColor" stroke-width="2.200" stroke-linecap="round"/></svg><span>{}</span></a>{}</div></header>
)">(t("Walk and Talk"), navigation(request, page.audience));
}

Html demonstration_banner(Site const& site, Texts const& t)
{
    return site.is_demonstration()
               ? html<
                     R"(<section class="wt-demonstration" aria-label="{}"><div class="govuk-width-container"><strong class="govuk-tag">{}</strong> {}</div></section>
)">(t("About these pages"),
                 t("Demonstration"),
                 t("This is a demonstration. No police force reads what you write here."))
               : Html{};
}

Html exit_this_page(Texts const& t)
{
    return html<
        R"(<section class="wt-exit" data-exit="" aria-label="{}"><a class="govuk-button govuk-button--warning wt-exit__button" href="https://www.bbc.co.uk/weather" rel="nofollow noreferrer"><span class="govuk-visually-hidden">{} </span>{}</a></section>
)">(t("Exit this page"), t("Emergency"), t("Exit this page"));
}

Html language_links(Site const& site, Request const& request, Page const& page)
{
    auto const& back = page.path.empty() ? request.page_path : page.path;
    auto const& here = request.t().language().code;
    if (site.languages.list().size() < 2) {
        return {};
    }
    Html items;
    for (auto const& texts : site.languages.list()) {
        auto const& language = texts.language();
        items +=
            language.code == here
                ? html<R"(<li><span aria-current="true">{}</span></li>)">(language.name)
                : html<
                      R"(<li><form action="/language" method="post"><input type="hidden" name="back" value="{}"><button class="wt-link-button" type="submit" name="lang" value="{}" lang="{}">{}</button></form></li>)">(
                      back, language.code, language.code, language.name);
    }
    return html<R"(<ul class="wt-languages" aria-label="{}">{}</ul>)">(
        request.t()("Language"), items);
}

Html footer(Site const& site, Request const& request, Page const& page)
{
    auto const& t = request.t();
    auto const lost_link =
        is_staff(page.audience)
            ? Html{}
            : html<R"(<li><a href="/link">{}</a></li>)">(t("Get your link again"));
    auto const emergency = site.app.settings()->emergency_number;
    auto const lines = site.app.help_lines();
    Html numbers = html<"<li>{}</li>">(t.html(
        "In danger now: {1}. Cannot speak? Press {2} when asked.",
        {html<R"(<a href="{}"><strong>{}</strong></a>)">(phone_address(emergency), emergency),
         html<"<strong>55</strong>">()}));
    for (auto const& line : *lines) {
        if (line.is_first && !line.number.empty()) {
            numbers += html<R"(<li>{}: <a href="{}">{}</a></li>)">(
                line.name, phone_address(line.number), line.number);
        }
    }
    return html<
        R"(<footer class="wt-footer"><div class="govuk-width-container"><h2 class="govuk-visually-hidden">{}</h2><ul class="wt-footer__help">{}</ul><ul class="wt-footer__links"><li><a href="/help">{}</a></li><li><a href="/wrong">{}</a></li><li><a href="/privacy">{}</a></li><li><a href="/accessibility">{}</a></li>{}</ul>{}</div></footer>
)">(t("Help and about this site"),
        numbers,
        t("Get help now"),
        t("Something was wrong"),
        t("Privacy"),
        t("Accessibility"),
        lost_link,
        language_links(site, request, page));
}

Html map_assets(bool has_map)
{
    return has_map
               ? html<
                     R"(<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>)">(
                     asset("map.css"), asset("map.js"))
               : Html{};
}

Html head(Request const& request, Page const& page)
{
    auto const& t = request.t();
    auto const title = page.has_errors ? t("Error: {1}", {page.title}) : page.title;
    return html<
        R"(<head><meta charset="utf-8"><title>{} – {}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="{}" type="image/svg+xml"><link rel="stylesheet" href="{}"><script type="module" src="{}"></script>{}</head>
)">(title,
        t("Walk and Talk"),
        asset("icon.svg"),
        asset("app.css"),
        asset("app.js"),
        map_assets(page.has_map));
}

Html notice(Site const& site, Request const& request)
{
    auto const found = find_notice(site, request);
    return found ? notification_banner(
                       request.t(),
                       html<R"(<p class="govuk-notification-banner__heading">{}</p>)">(
                           request.t()(found->message)),
                       found->kind == NoticeKind::done)
                 : Html{};
}

} // namespace

Html page_shell(Site const& site, Request const& request, Page const& page)
{
    auto const& t = request.t();
    auto const& language = t.language();
    return html<
        R"(<!doctype html><html lang="{}" dir="{}" class="govuk-template">{}<body class="govuk-template__body"><a href="#main" class="govuk-skip-link">{}</a>{}{}{}<div class="govuk-width-container">{}<main class="govuk-main-wrapper" id="main" tabindex="-1">{}<div class="{}">{}</div></main></div>{}</body></html>
)">(language.code,
        language.right_to_left ? "rtl" : "ltr",
        head(request, page),
        t("Skip to main content"),
        header(request, page),
        demonstration_banner(site, t),
        page.has_exit ? exit_this_page(t) : Html{},
        page.before,
        notice(site, request),
        page.is_wide ? "wt-wide" : "wt-narrow",
        page.content,
        footer(site, request, page));
}

Response show(Site const& site, Request const& request, Page const& what, int status)
{
    return page(page_shell(site, request, what), status);
}

} // namespace wt::web
