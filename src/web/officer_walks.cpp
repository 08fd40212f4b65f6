#include "app/officer_walks.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/officer.hpp"
#include "web/pages/route.hpp"
#include "web/place_picker.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

namespace wt::web {

namespace {

app::OfficerWalk open_walk(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    return app::open_own_walk(site.app, officer, request.path_id<WalkId>("walk"));
}

/// Does `act` with the walk, then shows the walk with what was `done`.
template <class Act>
Response act(Site& site, Request const& request, Message const& done, Act const& act)
{
    auto const officer = require_staff(site, request);
    auto const walk = request.path_id<WalkId>("walk");
    act(officer, walk);
    return see_other(site, path_of(walk), done);
}

/// GET /officer/walks
Response show_walks(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const walks = app::list_own_walks(site.app, officer);
    return show(site, request, officer_walks_page(site, request.t(), walks));
}

/// GET /officer/walks/{walk}
Response show_walk(Site& site, Request const& request)
{
    auto const walk = open_walk(site, request);
    return show(site, request, officer_walk_page({site, request.t(), walk, wants_map(request)}));
}

/// GET /officer/walks/{walk}/route.geojson
Response show_route(Site& site, Request const& request)
{
    return route_geojson(open_walk(site, request).route);
}

/// POST /officer/walks/{walk}/start
Response create_start(Site& site, Request const& request)
{
    return act(site, request, N_("The walk has begun."), [&](Person const& officer, WalkId walk) {
        app::start_walk(site.app, officer, walk);
    });
}

/// GET /officer/walks/{walk}/called-away
Response show_called_away(Site& site, Request const& request)
{
    auto const walk = open_walk(site, request);
    FieldErrors const none;
    return show(
        site, request, called_away_page({site, request.t(), walk}, {request.t(), Fields{}, none}));
}

/// POST /officer/walks/{walk}/called-away
Response create_called_away(Site& site, Request const& request)
{
    auto const typed = request.form();
    try {
        return act(
            site,
            request,
            N_("You are called away. She is first for the next date."),
            [&](Person const& officer, WalkId walk) {
                app::call_walk_away(site.app, officer, walk, typed.get("safe_place"));
            });
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::invalid_input) {
            throw;
        }
        FieldErrors errors;
        errors.add("safe_place", refusal.message());
        auto const walk = open_walk(site, request);
        return show(
            site,
            request,
            called_away_page({site, request.t(), walk}, {request.t(), typed, errors}),
            422);
    }
}

/// GET /officer/walks/{walk}/missed
Response show_missed(Site& site, Request const& request)
{
    auto const walk = open_walk(site, request);
    return show(site, request, missed_page({site, request.t(), walk}));
}

/// POST /officer/walks/{walk}/missed
Response create_missed(Site& site, Request const& request)
{
    return act(
        site,
        request,
        N_("The walk did not happen. They are told, and wait for another date."),
        [&](Person const& officer, WalkId walk) { app::miss_walk(site.app, officer, walk); });
}

/// GET /officer/walks/{walk}/end
Response show_end(Site& site, Request const& request)
{
    auto const walk = open_walk(site, request);
    return show(site, request, end_page({site, request.t(), walk}));
}

/// POST /officer/walks/{walk}/end
Response create_end(Site& site, Request const& request)
{
    std::vector<RequestId> absent;
    for (auto const& value : request.form().list("absent")) {
        absent.push_back({find_integer(value).value_or(0)});
    }
    return act(
        site, request, N_("The walk is done. Thank you."), [&](Person const& officer, WalkId walk) {
            app::finish_walk(site.app, officer, walk, absent);
        });
}

} // namespace

void add_officer_walks_routes(Router& router)
{
    router.add(Method::get, "/officer/walks", show_walks);
    router.add(Method::get, "/officer/walks/{walk}", show_walk);
    router.add(Method::get, "/officer/walks/{walk}/route.geojson", show_route);
    router.add(Method::post, "/officer/walks/{walk}/start", create_start);
    router.add(Method::get, "/officer/walks/{walk}/called-away", show_called_away);
    router.add(Method::post, "/officer/walks/{walk}/called-away", create_called_away);
    router.add(Method::get, "/officer/walks/{walk}/missed", show_missed);
    router.add(Method::post, "/officer/walks/{walk}/missed", create_missed);
    router.add(Method::get, "/officer/walks/{walk}/end", show_end);
    router.add(Method::post, "/officer/walks/{walk}/end", create_end);
}

} // namespace wt::web
