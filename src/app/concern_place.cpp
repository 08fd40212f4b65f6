#include "app/concern_place.hpp"

#include "base/refusal.hpp"
#include "streets/segments.hpp"

namespace wt::app {

namespace {

std::optional<streets::EdgeIndex>
find_edge(streets::Network const& network, PinnedPlace const& pinned)
{
    if (auto const* const point = std::get_if<LatLon>(&pinned)) {
        auto const snap =
            streets::find_nearest_street(network, *point, {.radius = kFurthestFromStreet});
        return snap ? std::optional{snap->point.edge} : std::nullopt;
    }
    auto const found =
        streets::reattach(network, std::get<SegmentRef>(pinned), kFurthestFromStreet);
    return found ? std::optional{found->edge} : std::nullopt;
}

LatLon point_of(PinnedPlace const& pinned)
{
    auto const* const point = std::get_if<LatLon>(&pinned);
    return point != nullptr ? *point : std::get<SegmentRef>(pinned).midpoint;
}

} // namespace

ConcernPlace require_concern_place(
    streets::Network const& network, FindWard const& find_ward, PinnedPlace const& pinned)
{
    auto const point = point_of(pinned);
    auto const asked = is_valid(point) ? find_ward(point) : std::nullopt;
    if (!asked) {
        throw Refusal{
            Refusal::invalid_input,
            N_("This place is outside the area of this police force. Choose another.")};
    }
    auto const edge = find_edge(network, pinned);
    if (!edge) {
        throw Refusal{
            Refusal::invalid_input,
            N_("There is no street or path within 200 metres of this place. Choose the nearest "
               "street.")};
    }
    auto const segment = streets::segment_ref(network, *edge);
    // A street on the border belongs where its middle is; just outside, where she pointed.
    auto const ward = find_ward(segment.midpoint).value_or(*asked);
    return {
        .segment = segment,
        .street = std::string{network.name(network.edge(*edge).name)},
        .bcu = ward.bcu,
        .ward = ward.ward};
}

} // namespace wt::app
