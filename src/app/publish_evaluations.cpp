#include "app/publish_evaluations.hpp"

#include "app/concern_clock.hpp"
#include "app/evaluation_text.hpp"
#include "app/hotspot_evidence.hpp"
#include "app/permission.hpp"
#include "app/public_hotspots.hpp"
#include "app/record.hpp"
#include "app/settings.hpp"
#include "base/crypto.hpp"
#include "daylight/zone.hpp"
#include "streets/segments.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace wt::app {

namespace {

using store::StoredEvaluation;
using store::StoredEvaluationResult;

/// What was said of a place in a span.
struct Said
{
    std::set<std::pair<std::string_view, streets::EdgeIndex>> once{}; ///< woman and segment
    std::set<std::string_view> women{};

    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(once.size()); }
};

std::set<streets::EdgeIndex>
edges_of(streets::Network const& network, std::vector<store::HotspotSegment> const& segments)
{
    std::set<streets::EdgeIndex> edges;
    for (auto const& [segment, street] : segments) {
        if (auto const again = streets::reattach(network, segment, kSameStreet)) {
            edges.insert(again->edge);
        }
    }
    return edges;
}

/// Before the first day of the patrols, and from then on.
std::pair<Said, Said> said_at(
    streets::Network const& network,
    std::vector<store::SpokenConcern> const& spoken,
    std::set<streets::EdgeIndex> const& edges,
    HotspotFamily family,
    Day first_day)
{
    Said before;
    Said after;
    for (auto const& concern : spoken) {
        if (concern.family != family) {
            continue;
        }
        auto const again = streets::reattach(network, concern.segment, kSameStreet);
        if (again && edges.contains(again->edge)) {
            auto& span = concern.raised < first_day ? before : after;
            span.once.emplace(concern.pseudonym, again->edge);
            span.women.insert(concern.pseudonym);
        }
    }
    return {std::move(before), std::move(after)};
}

/// How often and how long somebody was there, and how often against what was locked.
void count_visits(
    store::Reading& reading, StoredEvaluation const& evaluation, StoredEvaluationResult& result)
{
    auto const is_within = [&](std::optional<Day> day) {
        return day && evaluation.base_day() <= *day && *day < evaluation.end_day();
    };
    for (auto const& visit : store::list_visits(reading, evaluation.treated)) {
        if (is_within(visit.delivered_day)) {
            bool const is_early = *visit.delivered_day < evaluation.first_day;
            result.visits += is_early ? 0 : 1;
            result.minutes += is_early ? 0 : visit.delivered_minutes;
            result.visits_astray += is_early ? 1 : 0;
        }
    }
    for (auto const& visit : store::list_visits(reading, evaluation.control)) {
        result.visits_astray += is_within(visit.delivered_day) ? 1 : 0;
    }
}

StoredEvaluationResult
result_of(App const& app, store::Reading& reading, StoredEvaluation const& evaluation, Day day)
{
    auto const network = app.network();
    auto const family = store::find_hotspot(reading, evaluation.treated).value().family;
    auto const spoken =
        store::list_spoken_concerns(reading, evaluation.base_day(), evaluation.end_day());
    auto const count = [&](HotspotId place) {
        auto const edges = edges_of(*network, compared_segments(reading, place));
        return said_at(*network, spoken, edges, family, evaluation.first_day);
    };
    auto const [treated_before, treated_after] = count(evaluation.treated);
    auto const [control_before, control_after] = count(evaluation.control);
    StoredEvaluationResult result{
        .evaluation = evaluation.id,
        .published_day = day,
        .treated_before = treated_before.count(),
        .treated_after = treated_after.count(),
        .control_before = control_before.count(),
        .control_after = control_after.count()};
    auto const enough = static_cast<std::size_t>(app.settings()->publication_threshold);
    result.may_show_counts = std::ranges::all_of(
        std::array{&treated_before, &treated_after, &control_before, &control_after},
        [&](Said const* said) { return said->women.size() >= enough; });
    count_visits(reading, evaluation, result);
    result.finding = judged(evaluation, result).finding;
    result.fingerprint = checksum(result_text(evaluation, result));
    return result;
}

void tell_place(App const& app, store::Transaction& tx, HotspotId place)
{
    store::insert_hotspot_event(
        tx,
        {.hotspot = place,
         .kind = HotspotEvent::evaluation_published,
         .state = store::find_hotspot(tx, place).value().state,
         .day = today(app),
         .at = app.now()});
}

/// \returns false if another machine was faster
bool publish(App& app, Person const& person, StoredEvaluation evaluation)
{
    auto const result = [&] {
        store::Reading reading{app.db};
        return result_of(app, reading, evaluation, today(app));
    }();
    store::Transaction tx{app.db};
    evaluation.state = EvaluationState::published;
    if (!store::insert_evaluation_result(tx, result) ||
        !store::update_evaluation(tx, evaluation, EvaluationState::locked)) {
        return false;
    }
    tell_place(app, tx, evaluation.treated);
    tell_place(app, tx, evaluation.control);
    record(
        app,
        tx,
        person,
        Action::publish_evaluation,
        {"evaluation_result", seal_number(result.fingerprint)});
    tx.commit();
    return true;
}

std::vector<StoredEvaluation> list_locked(App const& app)
{
    store::Reading reading{app.db};
    auto evaluations = store::list_evaluations(reading);
    std::erase_if(evaluations, [](StoredEvaluation const& each) { return !each.locked_at; });
    return evaluations;
}

} // namespace

int publish_evaluations(App& app, Person const& person)
{
    require_permission(person, Action::publish_evaluation);
    auto const day = today(app);
    {
        store::Transaction tx{app.db};
        if (store::lapse_evaluations(tx, day) > 0) {
            tx.commit();
        }
    }
    int published = 0;
    for (auto const& evaluation : list_locked(app)) {
        bool const is_due =
            evaluation.state == EvaluationState::locked && evaluation.end_day() <= day;
        if (is_due && app.network() && publish(app, person, evaluation)) {
            ++published;
        }
    }
    return published;
}

hotspots::Evaluation
judged(StoredEvaluation const& evaluation, StoredEvaluationResult const& result)
{
    return hotspots::evaluate(
        {.treated = {result.treated_before, result.treated_after},
         .control = {result.control_before, result.control_after}},
        {.fall = evaluation.fall / 100.0});
}

std::vector<PublicEvaluation> public_evaluations(App& app)
{
    std::set<HotspotId> shown;
    for (auto const& hotspot : public_hotspots(app)) {
        shown.insert(hotspot.id);
    }
    auto const locked = list_locked(app);
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    store::Reading reading{app.db};
    std::vector<PublicEvaluation> evaluations;
    for (auto const& evaluation : locked) {
        PublicEvaluation shows{
            .id = evaluation.id,
            .fingerprint = evaluation.fingerprint,
            .locked_day = zone.day_of(evaluation.locked_at.value()),
            .end_day = evaluation.end_day(),
            .fall = evaluation.fall,
            .smallest_fall = evaluation.smallest_fall};
        if (auto const result = store::find_evaluation_result(reading, evaluation.id)) {
            PublicEvaluation::Told told{
                .bcu = store::find_hotspot(reading, evaluation.treated).value().bcu,
                .first_day = evaluation.first_day,
                .weeks = evaluation.weeks,
                .result = *result};
            if (shown.contains(evaluation.treated)) {
                told.hotspot = evaluation.treated;
            }
            if (result->may_show_counts) {
                told.difference = judged(evaluation, *result).difference;
            }
            shows.told = std::move(told);
        }
        evaluations.push_back(std::move(shows));
    }
    return evaluations;
}

} // namespace wt::app
