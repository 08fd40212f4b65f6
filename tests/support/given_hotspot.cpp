#include "support/given_hotspot.hpp"

#include "app/find_hotspots.hpp"
#include "app/walk_passes.hpp"
#include "store/concerns.hpp"
#include "store/hotspots.hpp"
#include "store/segment_passes.hpp"
#include "streets/segments.hpp"
#include "support/grid_town.hpp"

#include <filesystem>

namespace wt {

namespace {

void say(
    store::Transaction& tx,
    store::HotspotSegment const& place,
    std::string const& woman,
    Day day,
    int severity = 0)
{
    store::insert_concern(
        tx,
        {.id = {random_id()},
         .segment = place.segment,
         .street = place.street,
         .bcu = kSouth,
         .ward = {1},
         .severity = severity,
         .raised = day,
         .source = ConcernSource::walk,
         .walk = kTheWalk,
         .pseudonym = woman,
         .client_id = random_token(),
         .client_digest = {}});
}

store::HotspotSegment segment_of(streets::Network const& network, streets::EdgeIndex edge)
{
    return {
        .segment = streets::segment_ref(network, edge),
        .street = std::string{network.name(network.edge(edge).name)}};
}

streets::EdgeIndex middle_of(streets::Network const& network)
{
    return streets::find_nearest_street(network, network.bounds().middle(), {})->point.edge;
}

} // namespace

void given_town(TestApp& test)
{
    given_walk_with_two_women(test);
    auto& app = test.app();
    std::filesystem::create_directories(app.installation.data_dir);
    make_grid_town().save(app.network_file());
    app.reload();
    auto const network = app.network();
    std::vector<store::SegmentPasses> passes;
    for (streets::EdgeIndex edge = 0; edge < network->edge_count(); ++edge) {
        passes.push_back(
            {.segment = streets::segment_ref(*network, edge),
             .quarter = app::quarter_of(given_monday()),
             .passes = 10});
    }
    store::Transaction tx{test.db()};
    store::add_segment_passes(tx, passes);
    tx.commit();
}

void given_said_at_crossing(TestApp& test, int women, Day monday)
{
    auto const network = test.app().network();
    auto const day = monday - std::chrono::days{1};
    auto const middle = network->edge(middle_of(*network));
    store::Transaction tx{test.db()};
    for (int woman = 0; woman < women; ++woman) {
        auto const around = network->edges_of(middle.from);
        auto const turn = static_cast<std::size_t>(woman) % around.size();
        say(tx, segment_of(*network, around[turn].edge), "woman " + std::to_string(woman), day);
    }
    for (streets::EdgeIndex edge = 0; edge < network->edge_count(); edge += 37) {
        say(tx, segment_of(*network, edge), "other " + std::to_string(edge), day);
    }
    tx.commit();
}

HotspotId given_other_hotspot(TestApp& test)
{
    auto const network = test.app().network();
    auto const corner =
        streets::find_nearest_street(*network, network->bounds().south_west, {})->point.edge;
    std::vector<store::HotspotSegment> segments;
    for (auto const& arc : network->edges_of(network->edge(corner).from)) {
        segments.push_back(segment_of(*network, arc.edge));
    }
    store::StoredHotspot const hotspot{
        .id = {random_id()},
        .bcu = kSouth,
        .ward = {1},
        .state = HotspotState::confirmed,
        .first_day = given_monday(),
        .last_day = given_monday()};
    store::Transaction tx{test.db()};
    store::insert_hotspot(tx, hotspot);
    store::insert_finding(
        tx, hotspot.id, {.day = given_monday(), .women = 12, .spoken = 20}, segments);
    tx.commit();
    return hotspot.id;
}

void given_words(TestApp& test, GivenWords const& words)
{
    store::Transaction tx{test.db()};
    auto const segments = store::list_hotspot_segments(tx, words.place, given_monday());
    say(tx, segments.at(words.segment % segments.size()), words.woman, words.day, words.severity);
    tx.commit();
}

Day given_monday()
{
    return Day{std::chrono::year{2026} / 11 / 30};
}

HotspotId given_hotspot(TestApp& test, int women)
{
    given_town(test);
    given_said_at_crossing(test, women, given_monday());
    app::find_hotspots(test.app(), kSystem);
    store::Reading reading{test.db()};
    return store::list_hotspots(reading).at(0).id;
}

} // namespace wt
