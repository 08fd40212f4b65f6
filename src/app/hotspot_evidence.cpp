#include "app/hotspot_evidence.hpp"

#include "app/walk_passes.hpp"
#include "geo/projection.hpp"
#include "hotspots/neighbours.hpp"
#include "hotspots/rule.hpp"
#include "hotspots/scan_zones.hpp"
#include "streets/segments.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace wt::app {

namespace {

using hotspots::Place;
using streets::EdgeIndex;

/// A concern that counts, on the streets as they are now.
struct Said
{
    EdgeIndex edge = 0;
    std::uint32_t woman = 0;
    store::SpokenConcern const* concern = nullptr;
};

std::vector<Said>
said_of(streets::Network const& network, HotspotEvidence const& evidence, HotspotFamily family)
{
    std::vector<Said> said;
    std::map<std::string_view, std::uint32_t> women;
    for (auto const& concern : evidence.spoken) {
        auto const again = concern.family == family
                               ? streets::reattach(network, concern.segment, kSameStreet)
                               : std::nullopt;
        if (again) {
            auto const number = static_cast<std::uint32_t>(women.size());
            auto const woman = women.try_emplace(concern.pseudonym, number).first->second;
            said.push_back({again->edge, woman, &concern});
        }
    }
    return said;
}

/// How much there was to speak of, by segment. Those that are not there are unknown.
std::map<EdgeIndex, double> exposure_of(
    streets::Network const& network,
    HotspotEvidence const& evidence,
    HotspotFamily family,
    std::vector<Said> const& said)
{
    std::map<EdgeIndex, double> exposure;
    if (family == HotspotFamily::walks) {
        for (auto const& each : evidence.passes) {
            if (auto const again = streets::reattach(network, each.segment, kSameStreet)) {
                exposure[again->edge] += each.passes;
            }
        }
        return exposure;
    }
    std::set<EdgeIndex> reported;
    for (auto const& each : said) {
        if (reported.insert(each.edge).second) {
            auto const middle = streets::segment_ref(network, each.edge).midpoint;
            for (auto const edge : network.list_edges_near(middle, kCompared)) {
                exposure.emplace(edge, network.edge(edge).length().value);
            }
        }
    }
    return exposure;
}

/// The known segments by number, and what the rule is given of them.
struct Judged
{
    std::vector<EdgeIndex> edges{}; ///< by rising index
    std::vector<double> exposure{};
    std::vector<hotspots::Count> women{};
    hotspots::Neighbours around{0, {}};
    std::vector<hotspots::Judgement> judgements{};

    [[nodiscard]] std::optional<Place> find(EdgeIndex edge) const
    {
        auto const found = std::ranges::lower_bound(edges, edge);
        return found != edges.end() && *found == edge
                   ? std::optional{static_cast<Place>(found - edges.begin())}
                   : std::nullopt;
    }
};

std::vector<Xy> middles_of(streets::Network const& network, std::span<EdgeIndex const> edges)
{
    LocalProjection const projection{network.bounds().middle()};
    std::vector<Xy> points;
    for (auto const edge : edges) {
        points.push_back(projection.to_plane(streets::segment_ref(network, edge).midpoint));
    }
    return points;
}

/// Those that meet at an end, and those whose middles are near.
hotspots::Neighbours
neighbours_of(streets::Network const& network, std::span<EdgeIndex const> edges)
{
    std::vector<std::array<streets::NodeIndex, 2>> ends;
    for (auto const edge : edges) {
        ends.push_back({network.edge(edge).from, network.edge(edge).to});
    }
    return hotspots::near_or_meeting(
        hotspots::zones_by_distance(middles_of(network, edges), kAround.value), ends);
}

Judged judge(
    streets::Network const& network,
    std::map<EdgeIndex, double> const& exposure,
    std::vector<Said> const& said)
{
    Judged judged;
    for (auto const& [edge, exposed] : exposure) {
        judged.edges.push_back(edge);
        judged.exposure.push_back(exposed);
    }
    std::vector<hotspots::Spoken> spoken;
    for (auto const& each : said) {
        if (auto const place = judged.find(each.edge)) {
            auto const quarter = static_cast<std::uint32_t>(quarter_of(each.concern->raised));
            spoken.push_back({*place, each.woman, quarter});
        }
    }
    judged.women = hotspots::count_women(judged.edges.size(), std::move(spoken));
    judged.around = neighbours_of(network, judged.edges);
    judged.judgements =
        hotspots::judge(judged.women, judged.exposure, judged.around, judged.around);
    return judged;
}

/// The places of each hotspot: the hot ones, and what was said around them.
std::vector<std::vector<Place>> places_of_hotspots(Judged const& judged)
{
    std::vector<std::vector<Place>> hotspots;
    std::vector<bool> is_taken(judged.edges.size());
    for (Place place = 0; place < judged.edges.size(); ++place) {
        if (auto const hotspot = judged.judgements[place].hotspot) {
            hotspots.resize(std::max(hotspots.size(), *hotspot + 1));
            hotspots[*hotspot].push_back(place);
            is_taken[place] = true;
        }
    }
    for (auto& hotspot : hotspots) {
        auto const hot = hotspot;
        for (auto const place : hot) {
            for (auto const near : judged.around.of(place)) {
                if (!is_taken[near] && judged.women[near] > 0) {
                    hotspot.push_back(near);
                    is_taken[near] = true;
                }
            }
        }
        std::ranges::sort(hotspot);
    }
    return hotspots;
}

/// What was told lately in more than the usual measure, place and week taken apart: the segments of
/// such clusters.
std::set<EdgeIndex>
emerging_in(streets::Network const& network, std::vector<Said> const& said, Day monday)
{
    constexpr std::size_t kWeeks = 52;
    constexpr std::size_t kLately = 4;
    constexpr double kRadius = 500.0; // metres
    constexpr double kCalled = 0.05;
    std::set<EdgeIndex> told;
    std::ranges::for_each(said, [&](Said const& each) { told.insert(each.edge); });
    std::vector<EdgeIndex> const edges{told.begin(), told.end()};
    hotspots::ScanProblem problem{
        .units = kWeeks,
        .zones = hotspots::zones_by_distance(middles_of(network, edges), kRadius),
        .longest = kLately,
        .prospective = true};
    for (auto const& each : said) {
        auto const ago = static_cast<std::size_t>((monday - each.concern->raised).count() - 1) / 7;
        auto const place = std::ranges::lower_bound(edges, each.edge) - edges.begin();
        if (ago < kWeeks) {
            problem.cases.push_back(
                {static_cast<hotspots::PlaceIndex>(place),
                 static_cast<std::uint32_t>(kWeeks - 1 - ago)});
        }
    }
    std::set<EdgeIndex> emerging;
    if (problem.cases.size() < 2) {
        return emerging;
    }
    auto const seed = static_cast<std::uint64_t>(monday.time_since_epoch().count());
    for (auto const& cluster : hotspots::scan(problem, {.seed = seed}).clusters) {
        if (cluster.p <= kCalled) {
            std::ranges::for_each(
                cluster.places, [&](auto place) { emerging.insert(edges[place]); });
        }
    }
    return emerging;
}

/// Where most of it was said, of equals the first.
void place_hotspot(FoundHotspot& found, std::vector<Said> const& said)
{
    std::map<WardId, std::pair<int, BcuId>> wards;
    for (auto const& each : said) {
        if (std::ranges::binary_search(found.segments, each.edge)) {
            auto& [count, bcu] = wards[each.concern->ward];
            ++count;
            bcu = each.concern->bcu;
        }
    }
    int most = 0;
    for (auto const& [ward, counted] : wards) {
        if (counted.first > most) {
            most = counted.first;
            found.ward = ward;
            found.bcu = counted.second;
        }
    }
}

FoundHotspot
describe(Judged const& judged, std::vector<Place> const& places, std::vector<Said> const& said)
{
    double exposed = 0;
    double all = 0;
    hotspots::Count spoken = 0;
    for (std::size_t i = 0; i < judged.edges.size(); ++i) {
        exposed += judged.exposure[i];
        all += static_cast<double>(judged.women[i]);
    }
    FoundHotspot found;
    for (auto const place : places) {
        found.segments.push_back(judged.edges[place]);
        spoken += judged.women[place];
        found.finding.expected += all * judged.exposure[place] / exposed;
        found.finding.p = std::min(found.finding.p, judged.judgements[place].p);
        found.finding.q = std::min(found.finding.q, judged.judgements[place].q);
    }
    std::set<std::uint32_t> women;
    for (auto const& each : said) {
        if (std::ranges::binary_search(found.segments, each.edge)) {
            women.insert(each.woman);
        }
    }
    found.finding.spoken = static_cast<int>(spoken);
    found.finding.women = static_cast<int>(women.size());
    place_hotspot(found, said);
    return found;
}

} // namespace

std::vector<FoundHotspot> call_hotspots(
    streets::Network const& network, HotspotEvidence const& evidence, HotspotFamily family)
{
    auto const said = said_of(network, evidence, family);
    auto const exposure = exposure_of(network, evidence, family, said);
    if (said.empty() || exposure.empty()) {
        return {};
    }
    auto const judged = judge(network, exposure, said);
    auto const hotspots = places_of_hotspots(judged);
    auto const emerging =
        hotspots.empty() ? std::set<EdgeIndex>{} : emerging_in(network, said, evidence.monday);
    std::vector<FoundHotspot> result;
    for (auto const& places : hotspots) {
        auto found = describe(judged, places, said);
        found.family = family;
        found.finding.day = evidence.monday;
        found.finding.is_emerging = std::ranges::any_of(
            found.segments, [&](EdgeIndex edge) { return emerging.contains(edge); });
        if (found.finding.women >= kFewestWomen) {
            result.push_back(std::move(found));
        }
    }
    return result;
}

} // namespace wt::app
