#include "app/find_hotspots.hpp"

#include "app/concern_clock.hpp"
#include "app/hotspot_evidence.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/walk_passes.hpp"
#include "base/crypto.hpp"
#include "hotspots/identity.hpp"
#include "hotspots/life.hpp"
#include "store/concern_segments.hpp"
#include "store/concerns.hpp"
#include "store/hotspots.hpp"
#include "streets/segments.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

namespace wt::app {

namespace {

using std::chrono::days;
using store::StoredHotspot;

constexpr days kLooksBack{364}; // whole weeks
constexpr days kWorkedOnLately{28};

/// Names of older maps by which concerns still know a segment.
using OlderNames = std::multimap<streets::EdgeIndex, SegmentRef>;

OlderNames older_names(App const& app, streets::Network const& network)
{
    store::Reading reading{app.db};
    OlderNames names;
    for (auto const& [segment, concerns] : store::list_concern_segments(reading)) {
        auto const again = segment.network_version == network.version()
                               ? std::nullopt
                               : streets::reattach(network, segment, kSameStreet);
        if (again) {
            names.emplace(again->edge, segment);
        }
    }
    return names;
}

/// One search while it is written down.
class Search
{
public:
    Search(
        App const& app,
        store::Transaction& tx,
        streets::Network const& network,
        Day monday,
        OlderNames names)
        : app_{app}, tx_{tx}, network_{network}, monday_{monday}, names_{std::move(names)}
    {
        std::ranges::transform(
            network.edges(), std::back_inserter(length_), [](streets::Edge const& edge) {
                return edge.length().value;
            });
    }

    /// \returns how many are new
    int settle(HotspotFamily family, std::vector<FoundHotspot> const& found);

private:
    [[nodiscard]] std::vector<hotspots::SegmentSet>
    segments_of(std::vector<StoredHotspot> const& known);
    [[nodiscard]] bool is_worked_on(StoredHotspot const& hotspot);
    void write_finding(HotspotId id, FoundHotspot const& found);
    void write_event(
        StoredHotspot const& hotspot, HotspotEvent kind, std::optional<HotspotId> other = {});
    void save(StoredHotspot const& hotspot);
    void go_on(StoredHotspot& hotspot, FoundHotspot const& found);
    void miss(StoredHotspot& hotspot);
    void merge(StoredHotspot& gone, StoredHotspot& into);
    void propose(FoundHotspot const& found, std::optional<HotspotId> came_from);
    void live_on(StoredHotspot& hotspot, hotspots::Week week);

    App const& app_;
    store::Transaction& tx_;
    streets::Network const& network_;
    Day monday_;
    OlderNames names_;
    std::vector<double> length_{};
};

std::vector<hotspots::SegmentSet> Search::segments_of(std::vector<StoredHotspot> const& known)
{
    std::vector<hotspots::SegmentSet> sets;
    for (auto const& hotspot : known) {
        hotspots::SegmentSet set;
        for (auto const& [segment, street] :
             store::list_hotspot_segments(tx_, hotspot.id, hotspot.last_day)) {
            if (auto const again = streets::reattach(network_, segment, kSameStreet)) {
                set.push_back(again->edge);
            }
        }
        std::ranges::sort(set);
        auto const repeated = std::ranges::unique(set);
        set.erase(repeated.begin(), repeated.end());
        sets.push_back(std::move(set));
    }
    return sets;
}

/// Somebody was there lately or is to be, or an answer has promised something.
bool Search::is_worked_on(StoredHotspot const& hotspot)
{
    auto const is_recent = [&](store::StoredVisit const& visit) {
        return visit.delivered_day.value_or(visit.planned_day) >= monday_ - kWorkedOnLately;
    };
    auto const is_promised = [](store::StoredConcern const& concern) {
        return concern.state == ConcernState::planned || concern.state == ConcernState::referred;
    };
    auto const concerns = store::list_concerns(
        tx_, store::list_concerns_of_hotspot(tx_, hotspot.id, hotspot.last_day));
    return std::ranges::any_of(store::list_visits(tx_, hotspot.id), is_recent) ||
           std::ranges::any_of(concerns, is_promised);
}

void Search::write_finding(HotspotId id, FoundHotspot const& found)
{
    std::vector<store::HotspotSegment> segments;
    for (auto const edge : found.segments) {
        std::string const street{network_.name(network_.edge(edge).name)};
        segments.push_back({streets::segment_ref(network_, edge), street});
        auto const [first, last] = names_.equal_range(edge);
        std::for_each(
            first, last, [&](auto const& name) { segments.push_back({name.second, street}); });
    }
    store::insert_finding(tx_, id, found.finding, segments);
}

void Search::write_event(
    StoredHotspot const& hotspot, HotspotEvent kind, std::optional<HotspotId> other)
{
    store::insert_hotspot_event(
        tx_,
        {.hotspot = hotspot.id,
         .kind = kind,
         .state = hotspot.state,
         .other = other,
         .day = monday_,
         .at = app_.now()});
}

void Search::save(StoredHotspot const& hotspot)
{
    if (!store::update_hotspot(tx_, hotspot)) {
        throw std::runtime_error{"a hotspot was changed during the search"}; // made again later
    }
}

void Search::live_on(StoredHotspot& hotspot, hotspots::Week week)
{
    auto const before = hotspot.state;
    auto const life = hotspots::after(week, {hotspot.state, hotspot.missed});
    hotspot.state = life.state;
    hotspot.missed = life.missed;
    if (hotspot.state != before) {
        write_event(hotspot, HotspotEvent::moved);
    }
}

void Search::go_on(StoredHotspot& hotspot, FoundHotspot const& found)
{
    hotspot.last_day = monday_;
    hotspot.bcu = found.bcu;
    hotspot.ward = found.ward;
    write_finding(hotspot.id, found);
    live_on(hotspot, {.is_found = true, .is_worked_on = is_worked_on(hotspot)});
    save(hotspot);
}

void Search::miss(StoredHotspot& hotspot)
{
    live_on(hotspot, {.is_found = false, .is_worked_on = is_worked_on(hotspot)});
    save(hotspot);
}

void Search::merge(StoredHotspot& gone, StoredHotspot& into)
{
    // What a person has confirmed stays so in what it goes into: the place is the same.
    if (is_standing(gone.state) && into.state == HotspotState::proposed) {
        into.state = HotspotState::confirmed;
        write_event(into, HotspotEvent::moved, gone.id);
        save(into);
        ++into.version;
    }
    gone.state = HotspotState::expired;
    gone.ended_in = into.id;
    write_event(gone, HotspotEvent::merged, into.id);
    save(gone);
}

void Search::propose(FoundHotspot const& found, std::optional<HotspotId> came_from)
{
    StoredHotspot const hotspot{
        .id = {random_id()},
        .bcu = found.bcu,
        .ward = found.ward,
        .family = found.family,
        .first_day = monday_,
        .last_day = monday_,
        .came_from = came_from};
    store::insert_hotspot(tx_, hotspot);
    write_finding(hotspot.id, found);
    write_event(hotspot, came_from ? HotspotEvent::split_off : HotspotEvent::found, came_from);
}

int Search::settle(HotspotFamily family, std::vector<FoundHotspot> const& found)
{
    std::vector<StoredHotspot> known;
    std::vector<StoredHotspot> aside; // ended by a person a while ago
    for (auto const& hotspot : store::list_hotspots(tx_)) {
        bool const is_over = hotspot.state == HotspotState::expired;
        if (hotspot.family == family && (!is_over || hotspot.aside_till > monday_)) {
            (is_over ? aside : known).push_back(hotspot);
        }
    }
    std::vector<hotspots::SegmentSet> sets;
    for (auto const& each : found) {
        sets.emplace_back(each.segments.begin(), each.segments.end());
    }
    auto const fates = hotspots::identify(segments_of(known), sets, length_);
    auto const put_aside = hotspots::identify(segments_of(aside), sets, length_);
    std::vector<bool> is_settled(found.size());
    std::vector<bool> is_met(known.size());
    for (auto const& [k, f] : fates.goes_on) {
        go_on(known[k], found[f]);
        ++known[k].version;
        is_settled[f] = true;
        is_met[k] = true;
    }
    for (auto const& [k, into] : fates.merges) {
        merge(known[k], known[into]);
        is_met[k] = true;
    }
    for (std::size_t k = 0; k < known.size(); ++k) {
        if (!is_met[k]) {
            miss(known[k]);
        }
    }
    for (auto const& [k, f] : put_aside.goes_on) {
        is_settled[f] = true;
    }
    for (auto const& [f, k] : put_aside.splits) {
        is_settled[f] = true;
    }
    int proposed = 0;
    for (std::size_t f = 0; f < found.size(); ++f) {
        if (!is_settled[f]) {
            auto const split = std::ranges::find(fates.splits, f, &hotspots::Split::found);
            bool const is_part = split != fates.splits.end();
            propose(found[f], is_part ? std::optional{known[split->known].id} : std::nullopt);
            ++proposed;
        }
    }
    return proposed;
}

HotspotEvidence evidence_before(App const& app, Day monday)
{
    store::Reading reading{app.db};
    return {
        .spoken = store::list_spoken_concerns(reading, monday - kLooksBack, monday),
        .passes = store::list_segment_passes(reading, quarter_of(monday - kLooksBack)),
        .monday = monday};
}

bool is_due(App const& app, Day monday)
{
    store::Reading reading{app.db};
    auto const last = store::find_last_hotspot_search(reading);
    return !last || *last < monday;
}

} // namespace

std::optional<HotspotSearch> find_hotspots(App& app, Person const& person)
{
    require_permission(person, Action::find_hotspots);
    auto const monday = monday_of(today(app));
    auto const network = app.network();
    if (!network || !is_due(app, monday)) {
        return std::nullopt;
    }
    add_walk_passes(app, *network, monday - days{7});
    auto const evidence = evidence_before(app, monday);
    HotspotSearch search{.monday = monday};
    std::map<HotspotFamily, std::vector<FoundHotspot>> found;
    for (auto const& family : kHotspotFamilies) {
        found[family.value] = call_hotspots(*network, evidence, family.value);
        search.found += static_cast<int>(found[family.value].size());
    }
    auto names = older_names(app, *network); // before: nobody waits for it to write
    store::Transaction tx{app.db};
    if (!store::insert_hotspot_search(tx, monday, network->version(), app.now())) {
        return std::nullopt; // another machine was faster
    }
    Search writing{app, tx, *network, monday, std::move(names)};
    for (auto const& [family, hotspots] : found) {
        search.proposed += writing.settle(family, hotspots);
    }
    record(app, tx, person, Action::find_hotspots, Subject{});
    tx.commit();
    return search;
}

} // namespace wt::app
