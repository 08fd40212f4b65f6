#include "streets/paths.hpp"

#include "streets/directions.hpp"

#include <algorithm>
#include <cmath>

namespace wt::streets {
namespace {

Metres length_of(Search::Leg const& leg)
{
    return Metres{std::abs(leg.to.value - leg.from.value)};
}

void add_name(std::vector<std::string>& names, std::string_view name)
{
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
        names.emplace_back(name);
    }
}

} // namespace

LightShares shares_of(LightLengths const& light) noexcept
{
    double const total = light.lit.value + light.unlit.value + light.unknown.value;
    if (total <= 0.0) {
        return {};
    }
    LightShares shares{light.lit.value / total, light.unlit.value / total, 0.0};
    shares.unknown = std::max(0.0, 1.0 - shares.lit - shares.unlit);
    return shares;
}

std::optional<Path> find_path(
    Network const& network,
    StreetPoint const& from,
    StreetPoint const& to,
    PathOptions const& options)
{
    Search search{network};
    return find_path(search, from, to, options);
}

std::optional<Path> find_path(
    Search& search, StreetPoint const& from, StreetPoint const& to, PathOptions const& options)
{
    Network const& network = search.network();
    search.run(from, {.step_free = options.step_free}, {&to, 1});
    auto legs = search.way_to(to);
    if (legs.empty()) {
        return std::nullopt;
    }
    // A start or goal right on a junction leaves a leg of no length behind.
    auto const is_nothing = [](Search::Leg const& leg) { return length_of(leg).value <= 0.0; };
    if (!std::all_of(legs.begin(), legs.end(), is_nothing)) {
        std::erase_if(legs, is_nothing);
    }
    Path path;
    LightLengths light;
    for (Search::Leg const& leg : legs) {
        Edge const& edge = network.edge(leg.edge);
        path.length += length_of(leg);
        light += light_along(network, edge, leg.from, leg.to);
        add_name(path.names, network.name(edge.name));
        auto const line = line_between(network, leg.edge, leg.from, leg.to);
        // Each leg begins where the last one ended.
        path.line.insert(path.line.end(), line.begin() + (path.line.empty() ? 0 : 1), line.end());
    }
    path.light = shares_of(light);
    path.directions = directions_along(network, legs);
    path.legs = std::move(legs);
    return path;
}

} // namespace wt::streets
