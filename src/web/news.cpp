#include "app/news.hpp"

#include "app/areas.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/list_address.hpp"
#include "web/pages/form_page.hpp"
#include "web/resources.hpp"

#include <algorithm>

/// News of an area by mail, for anyone: asked for here, confirmed and stopped by a secret link.
namespace wt::web {

namespace {

constexpr auto kPath = "/news";
constexpr auto kSentPath = "/news/sent";

template <class Area>
Select select_of(std::string name, std::string label, std::vector<Area> const& areas)
{
    Select select{.name = std::move(name), .label = std::move(label), .options = {}};
    for (auto const& area : areas) {
        select.options.push_back({std::to_string(area.id.value), area.name});
    }
    return select;
}

/// The unit that was chosen, or the only one there is.
std::optional<app::Bcu> find_unit(Site const& site, Fields const& fields)
{
    auto const units = site.app.areas()->list_bcus();
    if (units.size() == 1) {
        return units.front();
    }
    auto const chosen = find_id<BcuId>(fields, "bcu");
    auto const found = std::ranges::find(units, chosen.value_or(BcuId{}), &app::Bcu::id);
    return found == units.end() ? std::nullopt : std::optional{*found};
}

std::string intro(Texts const& t)
{
    return t("Once a week, on Monday, we send you the new answers to what women told us there, if "
             "there are any. You can stop it with one button in each message.");
}

/// Wards are a list that one can read only within a unit, so the unit comes first.
Response ask_for_unit(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show_form_page(
        site,
        request,
        {.title = t("Get news of an area by mail"),
         .intro = intro(t),
         .form =
             {.action = kPath,
              .content = html<"{}{}">(
                  select(select_of("bcu", t("Command unit"), site.app.areas()->list_bcus())),
                  button({.label = t("Continue")})),
              .method = "get"},
         .back = "/concerns"},
        {},
        200);
}

Response show_form(
    Site& site, Request const& request, Fields const& typed, FieldErrors const& errors, int status)
{
    auto const unit = find_unit(site, typed);
    if (!unit) {
        return ask_for_unit(site, request);
    }
    auto const& t = request.t();
    FormState const state{t, typed, errors};
    auto wards = select_of("ward", t("Area"), site.app.areas()->list_wards(unit->id));
    wards.options.insert(wards.options.begin(), {"", t("All of {1}", {unit->name})});
    wards.value = state.value("ward");
    wards.error = state.error("ward");
    auto const content = html<"{}{}{}{}">(
        hidden_input("bcu", std::to_string(unit->id.value)),
        select(wards),
        text_input(
            {.name = "address",
             .label = t("Your e-mail address"),
             .hint = t("Kept encrypted, for this alone, until you stop the news. It is tied to "
                       "nothing else that you tell us."),
             .error = state.error("address"),
             .value = state.value("address"),
             .type = "email",
             .autocomplete = "email",
             .spellcheck = false}),
        button({.label = t("Send me news")}));
    return show_form_page(
        site,
        request,
        {.title = t("Get news of {1} by mail", {unit->name}),
         .intro = intro(t),
         .form = {.action = kPath, .content = content},
         .back = "/concerns"},
        errors,
        status);
}

/// GET /news: which unit, then which ward and what address.
Response show_news_form(Site& site, Request const& request)
{
    return show_form(site, request, request.query, {}, 200);
}

/// POST /news: one reply for every address.
Response create_subscription(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const unit = find_unit(site, typed);
    if (!unit) {
        return ask_for_unit(site, request);
    }
    app::NewsWish const wish{
        .bcu = unit->id, .ward = find_id<WardId>(typed, "ward"), .address = typed.get("address")};
    auto errors = app::check_news_wish(site.app, wish);
    if (!errors.empty()) {
        return show_form(site, request, typed, errors, 422);
    }
    if (!site.limits.allow_subscription(request.client, site.now())) {
        errors.add(
            "main",
            N_("News was asked for many times from your network in the last ten minutes. Wait ten "
               "minutes, then send again."));
        return show_form(site, request, typed, errors, 429);
    }
    app::ask_for_news(site.app, wish);
    return see_other(kSentPath);
}

/// GET /news/sent
Response show_sent(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("Look into your mail"),
         .content = html<"{}{}{}{}">(
             heading(t("Look into your mail")),
             paragraph(t("If this address does not get this news yet, we have sent it a message "
                         "with a link. It may take some minutes.")),
             paragraph(
                 t("Open the link and say yes within two days. Else we erase the address, and "
                   "nothing more is sent.")),
             html<R"(<p class="govuk-body">{}</p>)">(
                 link(t("Back to what happened"), "/concerns")))});
}

/// A page with one button, which alone changes anything: mail scanners follow links.
struct OneButton
{
    std::string title;
    std::string text;
    std::string action;
    std::string label;
};
Response show_one_button(Site& site, Request const& request, OneButton const& page)
{
    return show_form_page(
        site,
        request,
        {.title = page.title,
         .intro = page.text,
         .form = {.action = page.action, .content = button({.label = page.label})},
         .back = "/concerns"},
        {},
        200);
}

/// GET /news/{token}/end
Response show_end(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const token = request.path_text("token");
    auto const news = app::require_news(site.app, token);
    return show_one_button(
        site,
        request,
        {.title = t("News of {1}", {app::name_of_area(site.app, news.bcu, news.ward)}),
         .text = t("Stop it, and we erase your address at once."),
         .action = app::news_stop_path(token),
         .label = t("Stop the news")});
}

/// GET /news/{token}: asks whether she wants it, until she has said so.
Response show_subscription(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const token = request.path_text("token");
    auto const news = app::require_news(site.app, token);
    if (news.is_confirmed) {
        return show_end(site, request);
    }
    return show_one_button(
        site,
        request,
        {.title = t("News of {1}", {app::name_of_area(site.app, news.bcu, news.ward)}),
         .text = t("Do you want it by mail, once a week at most? If you did not ask for it, do "
                   "nothing: the address is erased in two days."),
         .action = app::news_path(token) + "/confirmation",
         .label = t("Yes, send me news")});
}

/// POST /news/{token}/confirmation. Answered with a page: a second press finds it done.
Response create_confirmation(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const token = request.path_text("token");
    app::confirm_news(site.app, token);
    return show(
        site,
        request,
        {.title = t("You will get news"),
         .content = html<"{}{}{}">(
             heading(t("You will get news")),
             paragraph(t("On each Monday after a week with new answers. Each message has a link "
                         "that stops it.")),
             html<R"(<p class="govuk-body">{}</p>)">(
                 link(t("Back to what happened"), "/concerns")))});
}

/// POST /news/{token}/end: from the page, or from her mail program in one click (RFC 8058), which
/// brings no cookie, may come from anywhere, and follows no redirect.
Response end_subscription(Site& site, Request const& request)
{
    auto const& t = request.t();
    app::stop_news(site.app, request.path_text("token"));
    return show(
        site,
        request,
        {.title = t("The news is stopped"),
         .content = html<"{}{}{}">(
             heading(t("The news is stopped")),
             paragraph(t("Your address is erased. Nothing more is sent.")),
             html<R"(<p class="govuk-body">{}</p>)">(
                 link(t("Back to what happened"), "/concerns")))});
}

} // namespace

void add_news_routes(Router& router)
{
    router.add(Method::get, kPath, show_news_form);
    router.add(Method::post, kPath, create_subscription);
    router.add(Method::get, kSentPath, show_sent);
    router.add(Method::get, "/news/{token}", show_subscription);
    router.add(Method::post, "/news/{token}/confirmation", create_confirmation);
    router.add(Method::get, "/news/{token}/end", show_end);
    router.add(Method::post, "/news/{token}/end", end_subscription, {.cross_site = true});
}

} // namespace wt::web
