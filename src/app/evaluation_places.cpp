#include "app/evaluation_places.hpp"

#include "base/calendar.hpp"
#include "hotspots/evaluation.hpp"
#include "hotspots/guard.hpp"
#include "store/concerns.hpp"

#include <algorithm>
#include <cmath>

namespace wt::app {

namespace {

using std::chrono::days;
using store::StoredEvaluation;
using store::StoredHotspot;

/// Of the concerns that stand there, 0 where there is none.
int worst_severity(store::Reading& reading, StoredHotspot const& place)
{
    int worst = 0;
    for (auto const& concern : store::list_concerns(
             reading, store::list_concerns_of_hotspot(reading, place.id, place.last_day))) {
        if (concern.state != ConcernState::withdrawn) {
            worst = std::max(worst, concern.severity);
        }
    }
    return worst;
}

/// Whether somebody was or is to be there from `from` on and before `until`.
bool has_visits(store::Reading& reading, HotspotId place, Day from, Day until)
{
    auto const is_within = [&](store::StoredVisit const& visit) {
        auto const day = visit.delivered_day.value_or(visit.planned_day);
        return from <= day && day < until;
    };
    return std::ranges::any_of(store::list_visits(reading, place), is_within);
}

/// Whether another evaluation of a time in common binds it or has told of it.
bool is_compared_elsewhere(
    store::Reading& reading, HotspotId place, StoredEvaluation const& evaluation)
{
    auto const overlaps = [&](StoredEvaluation const& other) {
        return other.id != evaluation.id && other.state != EvaluationState::refused &&
               other.state != EvaluationState::lapsed && other.base_day() < evaluation.end_day() &&
               evaluation.base_day() < other.end_day();
    };
    return std::ranges::any_of(store::list_evaluations_of(reading, place), overlaps);
}

} // namespace

std::optional<Message> find_obstacle(
    store::Reading& reading, StoredHotspot const& treated, StoredEvaluation const& evaluation)
{
    if (!is_standing(treated.state)) {
        return N_(
            "Only a hotspot that a person has confirmed, and that has not ended, is evaluated.");
    }
    if (evaluation.base_day() < treated.first_day) {
        return Message{
            N_("The weeks before the patrols must lie after the search that found the place. "
               "With so many weeks they can begin on {1} at the earliest."),
            {iso_text(treated.first_day + std::chrono::weeks{evaluation.weeks})}};
    }
    if (is_compared_elsewhere(reading, treated.id, evaluation)) {
        return N_("Another evaluation of that time has this place.");
    }
    if (has_visits(reading, treated.id, evaluation.base_day(), evaluation.first_day)) {
        return N_("Somebody was there, or is to be, in the weeks before the patrols begin. So "
                  "nothing could be compared.");
    }
    return std::nullopt;
}

bool may_be_control(
    store::Reading& reading, StoredHotspot const& place, StoredEvaluation const& evaluation)
{
    return worst_severity(reading, place) < std::min(evaluation.minimum_severity, kWorstSeverity) &&
           place.state != HotspotState::expired && place.first_day <= evaluation.base_day() &&
           !is_compared_elsewhere(reading, place.id, evaluation) &&
           !has_visits(reading, place.id, evaluation.base_day(), evaluation.end_day());
}

std::optional<HotspotId> draw_control(
    store::Reading& reading, StoredHotspot const& treated, StoredEvaluation const& evaluation)
{
    std::vector<HotspotId> places;
    std::vector<hotspots::ControlCandidate> candidates;
    for (auto const& place : store::list_hotspots(reading)) {
        if (place.id != treated.id && place.family == treated.family &&
            may_be_control(reading, place, evaluation)) {
            candidates.push_back(
                {.place = places.size(), .worst_severity = worst_severity(reading, place)});
            places.push_back(place.id);
        }
    }
    // One alone is drawn, whose counts are as many as those of the place itself: a half above keeps
    // the rounding of the share from leaving none.
    auto const share =
        std::min(1.0, 1.5 / static_cast<double>(std::max<std::size_t>(places.size(), 1)));
    auto const drawn = hotspots::draw_controls(
        candidates,
        evaluation.minimum_severity,
        share,
        evaluation.end_day() - days{1},
        static_cast<std::uint64_t>(evaluation.seed));
    return drawn.empty() ? std::nullopt : std::optional{places[drawn.front().place]};
}

std::optional<int> smallest_fall(store::Reading& reading, StoredEvaluation const& evaluation)
{
    auto const in_span = [&](HotspotId id) {
        auto const findings = store::list_findings(reading, id);
        auto const yearly = findings.empty() ? 0 : findings.front().spoken;
        return static_cast<std::int64_t>(std::lround(yearly * evaluation.weeks / 52.0));
    };
    auto const there = in_span(evaluation.treated);
    auto const control = in_span(evaluation.control);
    auto const power =
        hotspots::evaluate({.treated = {there, there}, .control = {control, control}}).power;
    if (!power.smallest_fall) {
        return std::nullopt;
    }
    return std::clamp(static_cast<int>(std::ceil(*power.smallest_fall * 100)), 1, 100);
}

std::optional<Day> find_closed_until(store::Reading& reading, HotspotId place, Day day)
{
    for (auto const& evaluation : store::list_evaluations_of(reading, place)) {
        auto const until =
            evaluation.treated == place ? evaluation.first_day : evaluation.end_day();
        if (evaluation.state == EvaluationState::locked && evaluation.base_day() <= day &&
            day < until) {
            auto const hotspot = store::find_hotspot(reading, place);
            return worst_severity(reading, hotspot.value()) < kWorstSeverity ? std::optional{until}
                                                                             : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace wt::app
