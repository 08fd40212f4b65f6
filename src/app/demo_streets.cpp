#include "app/demo_streets.hpp"

#include "streets/street_point.hpp"

#include <algorithm>
#include <map>

namespace wt::app {

namespace {

constexpr std::size_t kSegmentsOfAStreet = 4;

LatLon middle_of(streets::Network const& network, streets::EdgeIndex edge)
{
    return streets::point_along(network, edge, 0.5 * network.edge(edge).length()).place;
}

DemoStreet to_street(
    streets::Network const& network, std::string_view name, std::vector<streets::EdgeIndex>& edges)
{
    std::ranges::stable_sort(edges, std::ranges::greater{}, [&](streets::EdgeIndex edge) {
        return network.edge(edge).length_m;
    });
    DemoStreet street{.name = std::string{name}, .middle = {}, .segments = {}, .length = {}};
    for (auto const edge : edges) {
        street.length += network.edge(edge).length();
        if (street.segments.size() < kSegmentsOfAStreet) {
            street.segments.push_back(middle_of(network, edge));
        }
    }
    street.middle = street.segments.front();
    return street;
}

} // namespace

std::vector<DemoStreet>
list_demo_streets(streets::Network const& network, MultiPolygon const& area, std::size_t limit)
{
    auto const bounds = bounds_of(area);
    std::map<streets::NameIndex, std::vector<streets::EdgeIndex>> by_name;
    for (streets::EdgeIndex edge = 0; edge < network.edge_count(); ++edge) {
        auto const name = network.edge(edge).name;
        if (name == 0 || !bounds.contains(network.place_of(network.edge(edge).from))) {
            continue;
        }
        if (contains(area, middle_of(network, edge))) {
            by_name[name].push_back(edge);
        }
    }
    std::vector<DemoStreet> streets;
    for (auto& [name, edges] : by_name) {
        streets.push_back(to_street(network, network.name(name), edges));
    }
    std::ranges::stable_sort(streets, std::ranges::greater{}, [](DemoStreet const& street) {
        return street.length.value;
    });
    streets.resize(std::min(limit, streets.size()));
    return streets;
}

} // namespace wt::app
