#include "app/record_concern.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/concern_form.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/officer.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <array>

namespace wt::web {

namespace {

constexpr std::array<std::string_view, 8> kInputs{
    "category", "severity", "felt", "place", "lat", "lon", "who", "words"};

/// Where the officer says that it is; nothing, with an error, if she does not.
std::optional<LatLon>
find_place(Fields const& typed, app::PrivateWalk const& route, FieldErrors& errors)
{
    if (typed.get("place") == "here") {
        auto const lat = find_number(typed.get("lat"));
        auto const lon = find_number(typed.get("lon"));
        if (!lat || !lon || !is_valid({*lat, *lon})) {
            errors.add("place", N_("Your position is not known. Choose a stop instead."));
            return std::nullopt;
        }
        return LatLon{*lat, *lon};
    }
    auto const places = list_places(route);
    auto const index = find_integer(typed.get("place")).value_or(-1);
    if (index < 0 || static_cast<std::size_t>(index) >= places.size()) {
        errors.add("place", N_("Choose where it is."));
        return std::nullopt;
    }
    return places[static_cast<std::size_t>(index)].point;
}

void take_who(Fields const& typed, app::NewConcern& concern, FieldErrors& errors)
{
    if (find_in(kConcernSources, typed.get("who")) == ConcernSource::passer_by) {
        concern.source = ConcernSource::passer_by;
        return;
    }
    concern.source = ConcernSource::walk;
    if (auto const request = find_integer(typed.get("who")); request && *request > 0) {
        concern.request = RequestId{*request};
    } else {
        errors.add("who", N_("Choose who says so."));
    }
}

std::string digest_of(Fields const& typed)
{
    Fields sent;
    for (auto const input : kInputs) {
        sent.set(input, typed.get(input));
    }
    return write_urlencoded(sent);
}

/// Records it. \returns what is wrong; empty: it is done
FieldErrors
record_it(Site& site, Person const& officer, app::OfficerWalk const& walk, Fields const& typed)
{
    FieldErrors errors;
    app::NewConcern concern{
        .client_id = typed.get("client_id"),
        .digest = digest_of(typed),
        .walk = walk.id,
        .words = typed.get("words")};
    auto const place = find_place(typed, walk.route, errors);
    take_who(typed, concern, errors);
    check_choices(typed, errors);
    if (!errors.empty()) {
        return errors;
    }
    take_choices(typed, concern);
    errors = app::check_concern(concern, concern.source == ConcernSource::walk);
    if (!errors.empty()) {
        return errors;
    }
    try {
        app::record_concern(site.app, officer, concern, place.value());
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::invalid_input) {
            throw;
        }
        errors.add("place", refusal.message());
    }
    return errors;
}

/// GET /officer/walks/{walk}/concerns/new: `?place=2` has that stop chosen.
Response show_new(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const walk = app::open_own_walk(site.app, officer, request.path_id<WalkId>("walk"));
    Fields given;
    given.set("client_id", random_token());
    given.set("place", request.query.get("place"));
    if (walk.companions.size() == 1) {
        given.set("who", std::to_string(walk.companions.front().request.value));
    }
    FieldErrors const none;
    return show(site, request, record_page({site, request.t(), walk}, {request.t(), given, none}));
}

/// POST /officer/walks/{walk}/concerns
Response create_concern(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const typed = request.form();
    auto const walk = app::open_own_walk(site.app, officer, request.path_id<WalkId>("walk"));
    auto const errors = record_it(site, officer, walk, typed);
    if (!errors.empty()) {
        return show(
            site,
            request,
            record_page({site, request.t(), walk}, {request.t(), typed, errors}),
            422);
    }
    return see_other(site, path_of(walk.id), N_("Recorded."));
}

} // namespace

void add_officer_concerns_routes(Router& router)
{
    router.add(Method::get, "/officer/walks/{walk}/concerns/new", show_new);
    router.add(Method::post, "/officer/walks/{walk}/concerns", create_concern);
}

} // namespace wt::web
