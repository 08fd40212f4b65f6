#include "web/pages/mine.hpp"

#include "app/own_data.hpp"
#include "app/surveys.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/calendar.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/route.hpp"
#include "web/resources.hpp"

#include <algorithm>

namespace wt::web {

namespace {

int status_for(Refusal::Kind kind)
{
    return kind == Refusal::conflict ? 409 : kind == Refusal::invalid_input ? 422 : 403;
}

app::Participant require_her(Site& site, Request const& request)
{
    return app::require_participant(site.app, request.path_text("token"));
}

Response show_mine(
    Site& site,
    Request const& request,
    app::Participant const& she,
    FieldErrors const& errors,
    int status,
    std::optional<RefusedCorrection> correction = std::nullopt)
{
    auto const requests = app::list_own_requests(site.app, she);
    auto const concerns = app::list_own_concerns(site.app, she);
    std::vector<RequestId> surveys;
    for (auto const& asked : requests) {
        if (app::find_survey(site.app, she, asked.id)) {
            surveys.push_back(asked.id);
        }
    }
    return show(
        site,
        request,
        mine_page(
            {site,
             request.t(),
             she,
             requests,
             concerns,
             errors,
             request.query.has("map"),
             std::move(correction),
             std::move(surveys)}),
        status);
}

/// Does what she asks and shows her page with a notice; a refusal stands at the top of her page,
/// which then shows how things are now.
template <class Act>
Response act(Site& site, Request const& request, Message const& done, Act const& action)
{
    auto const she = require_her(site, request);
    try {
        action(she);
    } catch (Refusal const& refusal) {
        if (refusal.kind() == Refusal::not_found) {
            throw;
        }
        FieldErrors errors;
        errors.add("main", refusal.message());
        return show_mine(site, request, she, errors, status_for(refusal.kind()));
    }
    return see_other(site, mine_path(she), done);
}

/// GET /mine/{token}: what she asked for and how it stands.
Response show_own_page(Site& site, Request const& request)
{
    return show_mine(site, request, require_her(site, request), {}, 200);
}

/// POST /mine/{token}/walks/{walk}/acceptance
Response create_acceptance(Site& site, Request const& request)
{
    return act(site, request, N_("Your walk is agreed."), [&](app::Participant const& she) {
        app::accept_proposal(site.app, she, request.path_id<WalkId>("walk"));
    });
}

/// POST /mine/{token}/walks/{walk}/refusal: another time, or cancelled.
Response create_refusal(Site& site, Request const& request)
{
    return act(
        site,
        request,
        N_("This date is off. You keep your place in the queue."),
        [&](app::Participant const& she) {
            app::decline_walk(site.app, she, request.path_id<WalkId>("walk"));
        });
}

/// POST /mine/{token}/walks/{walk}/officer-refusals
Response create_officer_refusal(Site& site, Request const& request)
{
    auto const officer = find_integer(request.form().get("officer")).value_or(0);
    return act(
        site,
        request,
        N_("You will not walk with this officer. You keep your place in the queue."),
        [&](app::Participant const& she) {
            app::refuse_officer(site.app, she, request.path_id<WalkId>("walk"), OfficerId{officer});
        });
}

/// POST /mine/{token}/requests/{request}/withdrawal
Response create_withdrawal(Site& site, Request const& request)
{
    return act(
        site, request, N_("You have taken your request back."), [&](app::Participant const& she) {
            app::withdraw_request(site.app, she, request.path_id<RequestId>("request"));
        });
}

/// Her walk that lies ahead. \throws Refusal (not_found)
app::OwnWalk require_own_walk(Site& site, Request const& request, app::Participant const& she)
{
    auto const id = request.path_id<WalkId>("walk");
    for (auto const& asked : app::list_own_requests(site.app, she)) {
        for (auto const& walk : asked.walks) {
            if (walk.id == id && is_ahead(walk)) {
                return walk;
            }
        }
    }
    throw Refusal{Refusal::not_found, N_("There is no such walk on your page.")};
}

/// GET /mine/{token}/walks/{walk}/calendar.ics
Response show_calendar(Site& site, Request const& request)
{
    auto const walk = require_own_walk(site, request, require_her(site, request));
    auto const& t = request.t();
    return content(
               "text/calendar; charset=utf-8",
               to_calendar(
                   {.uid = walk.id.value,
                    .time = walk.time,
                    .made_at = site.now(),
                    .host = site.host,
                    .summary = t("Walk"),
                    .location = t("See your page")}))
        .with_header("Content-Disposition", "attachment; filename=\"walk.ics\"");
}

/// GET /mine/{token}/walks/{walk}/route.geojson: the way and where to meet, for the map.
Response show_route(Site& site, Request const& request)
{
    return route_geojson(require_own_walk(site, request, require_her(site, request)).route);
}

/// A correction as it was typed, and all that is wrong with it, each under its field's name.
struct ReadCorrection
{
    app::Correction correction;
    FieldErrors errors;
};

ReadCorrection read_correction(Fields const& typed, std::string const& suffix)
{
    auto const category = find_in(kCategories, typed.get("category" + suffix));
    auto const felt = find_in(kFeltWhen, typed.get("felt" + suffix));
    auto const severity = find_integer(typed.get("severity" + suffix)).value_or(-1);
    ReadCorrection read{
        .correction =
            {.category = category.value_or(Category::other),
             .severity = static_cast<int>(std::clamp(severity, -1LL, 99LL)),
             .felt = felt.value_or(FeltWhen::always),
             .words = typed.get("words" + suffix)},
        .errors = {}};
    if (!category) {
        read.errors.add("category" + suffix, N_("Choose what it is about."));
    }
    if (!felt) {
        read.errors.add("felt" + suffix, N_("Choose when you feel it."));
    }
    for (auto const& error : app::check_correction(read.correction).list()) {
        read.errors.add(error.field + suffix, error.message);
    }
    return read;
}

/// POST /mine/{token}/concerns/{concern}: puts right what was recorded. What is refused stands in
/// the form again as it was typed.
Response update_concern(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const she = require_her(site, request);
    auto const id = request.path_id<ConcernId>("concern");
    auto const suffix = correction_suffix(id);
    auto const version = find_integer(typed.get("version")).value_or(0);
    auto read = read_correction(typed, suffix);
    int status = 422;
    if (read.errors.empty()) {
        try {
            app::correct_concern(site.app, she, id, static_cast<int>(version), read.correction);
            return see_other(site, mine_path(she), N_("Your correction is saved."));
        } catch (Refusal const& refusal) {
            if (refusal.kind() != Refusal::conflict) {
                throw;
            }
            status = 409;
            read.errors.add("category" + suffix, refusal.message());
        }
    }
    return show_mine(site, request, she, read.errors, status, RefusedCorrection{id, typed});
}

/// POST /mine/{token}/concerns/{concern}/verdict
Response create_verdict(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const verdict = find_in(kVerdicts, typed.get("verdict"));
    auto const answer = find_integer(typed.get("answer")).value_or(0);
    return act(
        site, request, N_("Thank you. What you said is kept."), [&](app::Participant const& she) {
            if (!verdict) {
                throw Refusal{Refusal::invalid_input, N_("Choose whether the answer helped.")};
            }
            app::give_verdict(site.app, she, AnswerId{answer}, *verdict);
        });
}

/// POST /mine/{token}/concerns/{concern}/withdrawal
Response create_concern_withdrawal(Site& site, Request const& request)
{
    return act(site, request, N_("You have taken it back."), [&](app::Participant const& she) {
        app::withdraw_concern(site.app, she, request.path_id<ConcernId>("concern"));
    });
}

} // namespace

void add_mine_routes(Router& router)
{
    router.add(Method::get, "/mine/{token}", show_own_page);
    router.add(Method::post, "/mine/{token}/walks/{walk}/acceptance", create_acceptance);
    router.add(Method::post, "/mine/{token}/walks/{walk}/refusal", create_refusal);
    router.add(Method::post, "/mine/{token}/walks/{walk}/officer-refusals", create_officer_refusal);
    router.add(Method::get, "/mine/{token}/walks/{walk}/calendar.ics", show_calendar);
    router.add(Method::get, "/mine/{token}/walks/{walk}/route.geojson", show_route);
    router.add(Method::post, "/mine/{token}/requests/{request}/withdrawal", create_withdrawal);
    router.add(Method::post, "/mine/{token}/concerns/{concern}", update_concern);
    router.add(Method::post, "/mine/{token}/concerns/{concern}/verdict", create_verdict);
    router.add(
        Method::post, "/mine/{token}/concerns/{concern}/withdrawal", create_concern_withdrawal);
}

} // namespace wt::web
