#include "app/plan_problem.hpp"

#include "app/areas.hpp"
#include "app/participant.hpp"
#include "app/private_data.hpp"
#include "app/quiet_hours.hpp"
#include "daylight/quiet.hpp"
#include "daylight/windows.hpp"
#include "daylight/zone.hpp"
#include "matching/availability.hpp"
#include "store/requests.hpp"
#include "store/roster.hpp"
#include "store/walks.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

/// What is the same for every request of a round.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): made whole, as an aggregate.
struct Round
{
    App& app;
    PlanWish const& wish;
    daylight::Zone zone;
    Interval range; ///< the planned days, and no earlier than three hours from now
    daylight::QuietProfile profile;
};

matching::Availability to_availability(PrivateRequest const& details)
{
    matching::Availability availability;
    availability.in_the_light = details.in_the_light;
    for (auto const& time : details.free_times) {
        // Ours counts from Monday, chrono's from Sunday.
        auto const weekday = std::chrono::weekday{static_cast<unsigned>((time.weekday + 1) % 7)};
        availability.weekly.push_back({.weekday = weekday, .from = time.from, .to = time.to});
    }
    return availability;
}

std::vector<Interval> windows_of(Round const& round, PrivateRequest const& details)
{
    auto const windows = matching::walk_windows(
        to_availability(details),
        details.places.front().point,
        {round.wish.first, round.wish.last},
        round.zone,
        daylight::OfferRules{},
        round.profile);
    return intersected(windows, {round.range});
}

std::optional<matching::Request> find_request(
    Round const& round, store::Reading& reading, store::StoredRequest const& stored, LatLon& place)
{
    auto const she = find_participant(round.app, reading, stored.participant);
    if (!she || stored.sealed.empty()) {
        return std::nullopt;
    }
    auto const details = open_request(she->key, stored.sealed);
    if (details.places.empty()) {
        return std::nullopt;
    }
    place = details.places.front().point;
    return matching::Request{
        .id = stored.id,
        .bcu = stored.bcu,
        .ward = stored.ward,
        .windows = windows_of(round, details),
        .people = stored.party,
        .language = details.language,
        .needs_language = details.needs_language && !details.language.empty(),
        .step_free = details.step_free,
        .may_share = stored.may_share,
        .waiting_since = stored.waiting_since,
        .times_postponed = stored.postponed,
        .is_first_for_next = stored.first_for_next,
        .refused = store::list_refused_officers(reading, stored.participant),
        .party = stored.party > 1 ? matching::Party::group : matching::Party::woman};
}

matching::Rules to_rules(Settings const& settings)
{
    return {
        .unit_size = settings.unit_size,
        .max_people = settings.party_limit,
        .walk = std::chrono::minutes{settings.walk_minutes},
        .briefing = std::chrono::minutes{settings.briefing_minutes},
        .rest = std::chrono::minutes{settings.travel_minutes},
        .grid = 15min,
        .weights = {}};
}

void add_officers(Round const& round, store::Reading& reading, PlanProblem& result)
{
    for (auto const& eligible :
         store::list_eligible_officers(reading, round.wish.bcu, round.range)) {
        auto const& officer = eligible.officer;
        result.officer_names.emplace(officer.id, officer.public_name);
        result.problem.officers.push_back(
            {.id = officer.id,
             .bcu = officer.bcu,
             .wards = officer.wards,
             .languages = officer.languages,
             .shifts = eligible.shifts,
             .busy = eligible.bookings});
    }
}

} // namespace

PlanProblem make_problem(App& app, PlanWish const& wish)
{
    auto const settings = app.settings();
    auto const zone = daylight::require_zone(settings->time_zone);
    Round const round{
        .app = app,
        .wish = wish,
        .zone = zone,
        .range =
            {std::max(zone.midnight(wish.first), app.now() + 3h),
             zone.midnight(wish.last + std::chrono::days{1})},
        .profile = quiet_profile(app)};

    PlanProblem result;
    result.problem.rules = to_rules(*settings);
    result.problem.planned_at = app.now();
    for (auto const& ward : app.areas()->list_wards()) {
        result.problem.wards.push_back({.id = ward.id, .centre = ward.centre});
    }
    store::Reading reading{app.db};
    add_officers(round, reading, result);
    auto places = std::make_shared<std::unordered_map<RequestId, LatLon>>();
    for (auto const& stored : store::list_queue(reading, wish.bcu, RequestState::waiting)) {
        LatLon place;
        if (auto request = find_request(round, reading, stored, place)) {
            places->emplace(stored.id, place);
            result.problem.requests.push_back(std::move(*request));
        }
    }
    result.problem.quality =
        [places, zone, profile = round.profile](matching::Request const& request, Instant start) {
            return daylight::quality(places->at(request.id), start, zone, profile);
        };
    return result;
}

} // namespace wt::app
