#include "app/areas.hpp"
#include "app/demo_outbox.hpp"
#include "app/demo_sign_in.hpp"
#include "base/text.hpp"
#include "web/begin_session.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

char const* words_of(Role role)
{
    switch (role) {
    case Role::officer:
        return N_("Officer: walks with the women and records what they say");
    case Role::desk:
        return N_("Desk: plans the walks of a command unit and answers");
    case Role::safeguarding:
        return N_("Safeguarding");
    case Role::partner:
        return N_("Partner: answers what is passed on");
    case Role::oversight:
        return N_("Oversight: reads everything that is not personal");
    case Role::standards:
        return N_("Professional standards: deals with what went wrong");
    case Role::watchdog:
        return N_("Watchdog: deals with what went wrong, from outside the force");
    default:
        return N_("Administrator: keeps the installation");
    }
}

Html staff_list(Site const& site, Texts const& t, std::vector<app::DemoStaff> const& staff)
{
    auto const areas = site.app.areas();
    Html groups;
    for (std::size_t from = 0; from < staff.size();) {
        Html buttons;
        auto const role = staff[from].role;
        for (; from < staff.size() && staff[from].role == role; ++from) {
            auto const& she = staff[from];
            auto const label =
                she.bcu ? t("{1}, {2}", {she.name, areas->require_bcu(*she.bcu).name}) : she.name;
            buttons += html<"<li>{}</li>">(form(
                {.action = "/demo/sessions",
                 .content = html<"{}{}">(
                     hidden_input("staff", std::to_string(she.id.value)),
                     button({.label = label, .is_secondary = true}))}));
        }
        groups += html<R"({}<ul class="wt-choices govuk-list">{}</ul>)">(
            heading(t(words_of(role)), 2, "m"), buttons);
    }
    return groups;
}

/// GET /demo: who you can be.
Response show_demo(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const staff = app::list_demo_staff(site.app);
    return show(
        site,
        request,
        {.title = t("Demonstration"),
         .content = html<"{}{}{}{}">(
             heading(t("Demonstration")),
             paragraph(t("Everyone here is invented. Choose who you want to be; you are signed in "
                         "as her at once.")),
             html<R"(<p class="govuk-body">{}</p>)">(
                 link(t("The messages that were sent"), "/demo/outbox")),
             staff_list(site, t, staff)),
         .has_exit = false});
}

/// POST /demo/sessions
Response create_session(Site& site, Request const& request)
{
    auto const staff = find_integer(request.form().get("staff")).value_or(0);
    auto const token = app::demo_sign_in(site.app, StaffId{staff});
    return begin_session(site, request, token);
}

/// The text with each line that is an address of ours as a link.
Html lines_of(std::string_view text)
{
    Html lines;
    for (auto const line : split(trimmed(text), '\n')) {
        bool const is_address = line.starts_with("http://") || line.starts_with("https://");
        lines += html<"{}\n">(is_address ? link(line, line) : escaped(line));
    }
    return lines;
}

/// GET /demo/outbox: what would have been sent.
Response show_outbox(Site& site, Request const& request)
{
    auto const& t = request.t();
    Html items;
    for (auto const& [number, mail] : app::list_demo_mails(site.app)) {
        items += html<
            R"(<li class="wt-concern">{}<p class="govuk-body">{}</p><p class="govuk-body wt-words">{}</p></li>)">(
            heading(mail.subject.empty() ? t("Text message") : mail.subject, 2, "s"),
            t("To {1}, message {2}", {mail.to, number}),
            lines_of(mail.text));
    }
    return show(
        site,
        request,
        {.title = t("Messages"),
         .content = html<"{}{}">(
             heading(t("Messages")),
             items.empty() ? paragraph(t("None has been sent yet."))
                           : html<R"(<ul class="govuk-list">{}</ul>)">(items)),
         .before = back_link(t, "/demo"),
         .has_exit = false});
}

} // namespace

void add_demo_routes(Router& router)
{
    router.add(Method::get, "/demo", show_demo);
    router.add(Method::post, "/demo/sessions", create_session);
    router.add(Method::get, "/demo/outbox", show_outbox);
}

} // namespace wt::web
