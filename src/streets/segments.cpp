#include "streets/segments.hpp"

#include <algorithm>

namespace wt::streets {
namespace {

/// Of the segments of the way, the one nearest to a place.
std::optional<Snap> nearest_of_way(Network const& network, std::int64_t way, LatLon place)
{
    auto const edges = network.edges();
    auto const first =
        std::lower_bound(edges.begin(), edges.end(), way, [](Edge const& edge, std::int64_t id) {
            return edge.way < id;
        });
    std::optional<Snap> best;
    for (auto edge = first; edge != edges.end() && edge->way == way; ++edge) {
        auto const index = static_cast<EdgeIndex>(edge - edges.begin());
        Snap const snap = nearest_on_edge(network, index, place);
        if (!best || snap.away < best->away) {
            best = snap;
        }
    }
    return best;
}

} // namespace

SegmentRef segment_ref(Network const& network, EdgeIndex index)
{
    Edge const& edge = network.edge(index);
    return {edge.way, point_along(network, index, 0.5 * edge.length()).place, network.version()};
}

std::optional<EdgeIndex> find_segment(Network const& network, SegmentRef const& ref)
{
    if (ref.network_version != network.version()) {
        return std::nullopt;
    }
    auto const snap = nearest_of_way(network, ref.way, ref.midpoint);
    return snap ? std::optional{snap->point.edge} : std::nullopt;
}

std::optional<Reattachment> reattach(Network const& network, SegmentRef const& ref, Metres radius)
{
    auto snap = nearest_of_way(network, ref.way, ref.midpoint);
    if (!snap || snap->away > kMoved) {
        snap = find_nearest_street(network, ref.midpoint, {.radius = radius});
    }
    if (!snap) {
        return std::nullopt;
    }
    EdgeIndex const edge = snap->point.edge;
    return Reattachment{
        edge, segment_ref(network, edge), snap->away, network.edge(edge).way == ref.way};
}

} // namespace wt::streets
