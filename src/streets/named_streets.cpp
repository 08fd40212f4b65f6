#include "streets/named_streets.hpp"

#include "streets/name_fold.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace wt::streets {
namespace {

/// The name of another street that begins at one end of the edge.
std::string_view name_met(Network const& network, Edge const& edge)
{
    for (NodeIndex const end : {edge.from, edge.to}) {
        for (HalfEdge const half : network.edges_of(end)) {
            NameIndex const other = network.edge(half.edge).name;
            if (other != 0 && other != edge.name) {
                return network.name(other);
            }
        }
    }
    return {};
}

LatLon middle_of(Network const& network, Edge const& edge)
{
    return to_lat_lon(network.points_of(edge)[edge.point_count / 2]);
}

/// The edges of one name, parted into streets that lie far from each other.
std::vector<std::vector<EdgeIndex>>
parted(Network const& network, std::vector<EdgeIndex> const& edges)
{
    constexpr Metres kOneStreet{400.0};
    std::vector<std::size_t> street(edges.size());
    std::iota(street.begin(), street.end(), std::size_t{0});
    for (std::size_t i = 0; i < edges.size(); ++i) {
        LatLon const here = middle_of(network, network.edge(edges[i]));
        for (std::size_t j = 0; j < i; ++j) {
            LatLon const there = middle_of(network, network.edge(edges[j]));
            if (street[i] != street[j] && distance(here, there) < kOneStreet) {
                std::replace(street.begin(), street.end(), street[i], street[j]);
            }
        }
    }
    std::vector<std::vector<EdgeIndex>> streets(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        streets[street[i]].push_back(edges[i]);
    }
    std::erase_if(streets, [](auto const& members) { return members.empty(); });
    return streets;
}

NamedStreet described(Network const& network, std::vector<EdgeIndex> const& edges)
{
    EdgeIndex const middle = edges[edges.size() / 2];
    Edge const& edge = network.edge(middle);
    NamedStreet street{
        std::string{network.name(edge.name)},
        std::string{name_met(network, edge)},
        point_along(network, middle, 0.5 * edge.length()),
        Metres{0}};
    for (std::size_t i = 0; i < edges.size() && street.meets.empty(); ++i) {
        street.meets = name_met(network, network.edge(edges[i]));
    }
    return street;
}

/// How well a name fits what was typed, 0 best; 4: not at all.
int rank_of(std::string const& name, std::string const& text)
{
    auto const at = name.find(text);
    if (at == std::string::npos) {
        return 4;
    }
    if (at == 0) {
        return name.size() == text.size() ? 0 : 1;
    }
    return name.find(' ' + text) != std::string::npos ? 2 : 3;
}

struct Match
{
    int rank;
    std::string_view name;
    NameIndex index;

    friend auto operator<=>(Match const&, Match const&) = default;
};

std::vector<Match> matches_of(Network const& network, std::string const& text, std::size_t limit)
{
    std::vector<Match> matches;
    for (NameIndex i = 1; i < network.name_count(); ++i) {
        int const rank = rank_of(folded(network.name(i)), text);
        if (rank < 4) {
            matches.push_back({rank, network.name(i), i});
        }
    }
    std::sort(matches.begin(), matches.end());
    matches.resize(std::min(matches.size(), limit));
    return matches;
}

} // namespace

std::vector<NamedStreet>
list_streets_near(Network const& network, LatLon place, Metres radius, std::size_t limit)
{
    std::unordered_map<NameIndex, Snap> nearest;
    for (EdgeIndex const index : network.list_edges_near(place, radius)) {
        NameIndex const name = network.edge(index).name;
        Snap const snap = nearest_on_edge(network, index, place);
        if (name == 0 || snap.away > radius) {
            continue;
        }
        auto const [entry, is_new] = nearest.try_emplace(name, snap);
        if (!is_new && snap.away < entry->second.away) {
            entry->second = snap;
        }
    }
    std::vector<NamedStreet> streets;
    for (auto const& [name, snap] : nearest) {
        Edge const& edge = network.edge(snap.point.edge);
        streets.push_back(
            {std::string{network.name(name)},
             std::string{name_met(network, edge)},
             snap.point,
             snap.away});
    }
    std::sort(streets.begin(), streets.end(), [](NamedStreet const& a, NamedStreet const& b) {
        return a.away < b.away || (a.away == b.away && a.name < b.name);
    });
    streets.resize(std::min(streets.size(), limit));
    return streets;
}

std::vector<NamedStreet>
list_streets_by_name(Network const& network, std::string_view text, std::size_t limit)
{
    std::string const wanted = folded(text);
    if (wanted.empty()) {
        return {};
    }
    auto const matches = matches_of(network, wanted, limit);
    std::unordered_map<NameIndex, std::vector<EdgeIndex>> edges_of;
    for (Match const& match : matches) {
        edges_of[match.index];
    }
    for (EdgeIndex i = 0; i < network.edge_count(); ++i) {
        auto const entry = edges_of.find(network.edge(i).name);
        if (entry != edges_of.end()) {
            entry->second.push_back(i);
        }
    }
    std::vector<NamedStreet> streets;
    for (Match const& match : matches) {
        for (auto const& edges : parted(network, edges_of.at(match.index))) {
            streets.push_back(described(network, edges));
        }
    }
    streets.resize(std::min(streets.size(), limit));
    return streets;
}

} // namespace wt::streets
