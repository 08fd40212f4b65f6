#include "app/desk_referrals.hpp"

#include "app/permission.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/keepsakes.hpp"
#include "web/list_address.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/desk_concern.hpp"
#include "web/pages/moments.hpp"
#include "web/pages/referral.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

constexpr auto kPath = "/desk/referrals";

std::vector<Html>
row_of(Site const& site, Texts const& t, app::DeskReferral const& entry, bool may_act)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    auto const& concern = entry.concern;
    return {
        link(
            t("{1}: {2}",
              {t(title(concern.category)),
               place_in_words(site, t, concern.street, concern.ward, concern.bcu)}),
            desk_path(concern.id)),
        escaped(entry.partner),
        escaped(date_in_words(t, zone.day_of(entry.referral.created_at))),
        html<"{} {}">(tag(t(title(entry.referral.state))), late_tag(t, entry.clock)),
        html<"{}{}">(
            sending_in_words(site, t, entry), may_act ? referral_buttons(t, entry) : Html{})};
}

/// GET /desk/referrals: what partners have in their hands, and what could not be sent.
Response show_referrals(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const bcu = desk_unit(site, person, request.query);
    bool const may_act = app::may(person, app::Action::refer_concern, bcu);
    Table list{
        .caption = t("With partners, oldest first"),
        .head = {t("Concern"), t("Partner"), t("Passed on"), t("State"), t("Sending")},
        .rows = {},
        .caption_is_hidden = true};
    auto const page =
        app::list_referrals(site.app, person, bcu, find_referral_key(request.query.get("after")));
    for (auto const& entry : page.referrals) {
        list.rows.push_back(row_of(site, t, entry, may_act));
    }
    auto const next =
        page.next
            ? list_address(
                  kPath, {{"bcu", std::to_string(bcu.value)}, {"after", key_text(*page.next)}})
            : "";
    return show_desk(
        site,
        request,
        person,
        {.title = t("With partners"),
         .content = html<"{}{}{}{}">(
             unit_choice(site, t, person, {.path = kPath, .chosen = bcu}),
             paragraph(t("What was passed to a partner and has no final answer yet. The clock of "
                         "each concern goes on.")),
             list.rows.empty() ? paragraph(t("Partners have nothing of yours.")) : table(list),
             pagination(t, "", next))});
}

using Act = ConcernId (*)(app::App& app, Person const& person, ReferralId referral);

Response act(Site& site, Request const& request, Act action, Message const& done)
{
    auto const person = require_staff(site, request);
    auto const concern = action(site.app, person, request.path_id<ReferralId>("referral"));
    return see_other(site, desk_path(concern), done);
}

/// POST /desk/referrals/{referral}/letters: another secret link.
Response create_letter(Site& site, Request const& request)
{
    return act(
        site,
        request,
        app::renew_referral,
        N_("Another link is on its way to the partner. The one before opens nothing any more."));
}

/// POST /desk/referrals/{referral}/attempts: try at once what could not be sent.
Response create_attempt(Site& site, Request const& request)
{
    return act(site, request, app::retry_referral, N_("It is tried again at once."));
}

} // namespace

void add_desk_referrals_routes(Router& router)
{
    router.add(Method::get, kPath, show_referrals);
    router.add(Method::post, "/desk/referrals/{referral}/letters", create_letter);
    router.add(Method::post, "/desk/referrals/{referral}/attempts", create_attempt);
}

} // namespace wt::web
