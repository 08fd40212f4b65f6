#include "app/own_requests.hpp"
#include "base/crypto.hpp"
#include "web/components/content.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/mine.hpp"
#include "web/pages/moments.hpp"
#include "web/pages/wrong.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

app::Participant require_her(Site& site, Request const& request)
{
    return app::require_participant(site.app, request.path_text("token"));
}

/// Each walk of hers, and each officer of it.
std::vector<WalkOfficerChoice> list_choices(Site& site, Texts const& t, app::Participant const& she)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    std::vector<WalkOfficerChoice> choices;
    for (auto const& request : app::list_own_requests(site.app, she)) {
        for (auto const& walk : request.walks) {
            auto const when = span_in_words(t, zone, walk.time);
            for (auto const& officer : walk.officers) {
                choices.push_back(
                    {fmt::format("{} {}", walk.id.value, officer.id.value),
                     t("{1}, collar number {2}, on your walk of {3}",
                       {officer.public_name, officer.collar_number, when})});
            }
            choices.push_back(
                {fmt::format("{} 0", walk.id.value), t("The walk itself, {1}", {when})});
        }
    }
    return choices;
}

Html hers(Site& site, Texts const& t, app::Participant const& she)
{
    Html items;
    for (auto const& complaint : app::list_own_complaints(site.app, she)) {
        items +=
            html<R"(<article class="wt-concern">{}</article>)">(own_complaint(site, t, complaint));
    }
    return items.empty() ? Html{}
                         : html<"{}{}">(heading(t("What you told us was wrong"), 2, "m"), items);
}

Response show_form(
    Site& site,
    Request const& request,
    app::Participant const& she,
    FormState const& state,
    int status)
{
    auto const& t = state.t;
    return show(
        site,
        request,
        {.title = t("Something was wrong"),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(t("Something was wrong")),
             hers(site, t, she),
             paragraph(t("With an officer, with your walk, or with how you were treated. It makes "
                         "no difference to your place in the queue. If you erase your data, it "
                         "stays with those who read it, and nothing in it leads to you but your "
                         "words.")),
             wrong_form(site, state, mine_path(she) + "/wrong", list_choices(site, t, she))),
         .before = back_link(t, mine_path(she)),
         .audience = Audience::participant,
         .has_errors = !state.errors.empty()},
        status);
}

/// GET /mine/{token}/wrong: what she complained of before, and the form.
Response show_wrong(Site& site, Request const& request)
{
    auto const she = require_her(site, request);
    Fields given;
    given.set("client_id", random_token());
    FieldErrors const none;
    return show_form(site, request, she, {request.t(), given, none}, 200);
}

/// POST /mine/{token}/wrong
Response create_complaint(Site& site, Request const& request)
{
    auto const she = require_her(site, request);
    auto const typed = request.form();
    auto const complaint = read_complaint(typed);
    auto const errors = app::check_complaint(complaint);
    if (!errors.empty()) {
        return show_form(site, request, she, {request.t(), typed, errors}, 422);
    }
    app::complain(site.app, she.person(), complaint, &she);
    return see_other(
        site,
        mine_path(she) + "/wrong",
        N_("It is sent to those whom you chose, and to nobody else."));
}

} // namespace

void add_mine_wrong_routes(Router& router)
{
    router.add(Method::get, "/mine/{token}/wrong", show_wrong);
    router.add(Method::post, "/mine/{token}/wrong", create_complaint);
}

} // namespace wt::web
