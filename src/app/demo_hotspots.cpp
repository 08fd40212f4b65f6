#include "app/demo_hotspots.hpp"

#include "app/answer_concern.hpp"
#include "app/areas.hpp"
#include "app/concern_clock.hpp"
#include "app/concern_place.hpp"
#include "app/evaluations.hpp"
#include "app/hotspots.hpp"
#include "app/walk_passes.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "store/segment_passes.hpp"
#include "streets/segments.hpp"

#include <algorithm>

namespace wt::app {

namespace {

using std::chrono::days;
using std::chrono::weeks;

constexpr Metres kWalked{1500.0}; // around a crossing
constexpr int kPasses = 6;
constexpr int kWomen = 10;
constexpr int kStreets = 2;

/// The busiest crossing at either end of a street.
streets::NodeIndex crossing_near(streets::Network const& network, LatLon place)
{
    auto const snap =
        streets::find_nearest_street(network, place, {.radius = kFurthestFromStreet}).value();
    auto const& edge = network.edge(snap.point.edge);
    return network.edges_of(edge.from).size() >= network.edges_of(edge.to).size() ? edge.from
                                                                                  : edge.to;
}

/// Walks passed all streets around it equally often.
void add_passes(App& app, streets::Network const& network, LatLon crossing)
{
    std::vector<store::SegmentPasses> passes;
    for (auto const edge : network.list_edges_near(crossing, kWalked)) {
        passes.push_back(
            {.segment = streets::segment_ref(network, edge),
             .quarter = quarter_of(today(app)),
             .passes = kPasses});
    }
    store::Transaction tx{app.db};
    store::add_segment_passes(tx, passes);
    tx.commit();
}

store::StoredConcern said_at(App const& app, ConcernPlace const& place, Category category)
{
    return {
        .id = {random_id()},
        .segment = place.segment,
        .street = place.street,
        .bcu = place.bcu,
        .ward = place.ward,
        .category = category,
        .severity = 2,
        .felt = FeltWhen::dark,
        .raised = today(app) - days{1},
        .source = ConcernSource::walk,
        .walk = {},
        .pseudonym = {},
        .client_id = random_token(),
        .client_digest = {}};
}

void answer(App& app, DemoUnit const& unit, ConcernId id)
{
    AnswerForm const form{
        .kind = AnswerKind::planned,
        .sentence = "Wardens pass here each evening until the lamps are repaired.",
        .body = "The council",
        .due = today(app) + days{60}};
    answer_concern(app, unit.desk, id, 1, form, {});
}

bool stands(SeenHotspot const& seen)
{
    return is_standing(seen.hotspot.state);
}

/// So many women speak of two streets each at a crossing of the ward.
void tell(App& app, DemoUnit const& unit, DemoWard const& ward)
{
    constexpr std::array kCategories{
        Category::lighting, Category::isolation, Category::sightlines, Category::path};
    auto const network = app.network();
    auto const find_ward = [&](LatLon point) -> std::optional<WardAndUnit> {
        auto const found = app.areas()->find_ward(point);
        return found ? std::optional{WardAndUnit{found->id, found->bcu}} : std::nullopt;
    };
    auto const crossing = crossing_near(*network, ward.streets[1 % ward.streets.size()].middle);
    auto const around = network->edges_of(crossing);
    add_passes(app, *network, network->place_of(crossing));
    std::vector<ConcernId> said;
    for (int woman = 0; woman < kWomen; ++woman) {
        auto const pseudonym = random_token();
        for (int street = 0; street < kStreets; ++street) {
            auto const turn = static_cast<std::size_t>(woman) + static_cast<std::size_t>(street);
            auto const place = require_concern_place(
                *network,
                find_ward,
                streets::segment_ref(*network, around[turn % around.size()].edge));
            auto concern = said_at(app, place, kCategories[turn % kCategories.size()]);
            concern.pseudonym = pseudonym;
            store::Transaction tx{app.db};
            store::insert_concern(tx, concern);
            tx.commit();
            if (concern.bcu == unit.id) {
                said.push_back(concern.id);
            }
        }
    }
    std::ranges::for_each(said, [&](ConcernId id) { answer(app, unit, id); });
}

} // namespace

void add_demo_hotspots(App& app, std::vector<DemoUnit> const& units)
{
    std::vector<DemoUnit const*> staffed;
    for (auto const& unit : units) {
        if (!unit.officers.empty() && !unit.wards.empty()) {
            staffed.push_back(&unit);
        }
    }
    if (!staffed.empty()) {
        auto const& first = *staffed.front();
        auto const& last = *staffed.back();
        tell(app, first, first.wards.front());
        tell(app, last, last.wards.back());
    }
}

void tend_demo_hotspots(App& app, Person const& desk)
{
    auto const seen = list_hotspots(app, desk, desk.bcu);
    auto const standing = std::ranges::find_if(seen, stands);
    if (standing == seen.end()) {
        if (!seen.empty()) {
            confirm_hotspot(app, desk, seen.front().hotspot.id, seen.front().hotspot.version);
        }
        return;
    }
    auto const id = standing->hotspot.id;
    constexpr days kBetween{4};
    auto const visits = open_hotspot(app, desk, id).visits;
    auto const open = std::ranges::find_if(
        visits, [](store::StoredVisit const& visit) { return !visit.delivered_day; });
    if (open == visits.end()) {
        plan_visit(app, desk, id, {.day = today(app) + kBetween, .minutes = 30});
    } else if (open->planned_day <= today(app)) {
        deliver_visit(app, desk, id, open->id, {.day = today(app), .minutes = 25});
    }
}

void propose_demo_evaluation(App& app, Person const& desk)
{
    auto const seen = list_hotspots(app, desk, desk.bcu);
    auto const standing = std::ranges::find_if(seen, stands);
    if (standing == seen.end()) {
        return;
    }
    // The weeks before begin after the visits that are planned by now.
    constexpr weeks kUntilPatrols{5};
    try {
        plan_evaluation(
            app,
            desk,
            standing->hotspot.id,
            {.first_day = today(app) + kUntilPatrols,
             .weeks = kFewestWeeks,
             .fall = 50,
             .minimum_severity = kWorstSeverity});
    } catch (Refusal const&) {
        return; // a town with one hotspot has nothing to compare it with
    }
}

} // namespace wt::app
