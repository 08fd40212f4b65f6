#include "streets/graph_builder.hpp"

#include "base/refusal.hpp"
#include "streets/edge_grid.hpp"
#include "streets/light_along.hpp"
#include "streets/lighting.hpp"
#include "streets/link_builder.hpp"
#include "streets/way_cutter.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace wt::streets {
namespace {

class DisjointSets
{
public:
    explicit DisjointSets(std::size_t count) : parent_(count)
    {
        std::iota(parent_.begin(), parent_.end(), NodeIndex{0});
    }
    NodeIndex root_of(NodeIndex node)
    {
        while (parent_[node] != node) {
            parent_[node] = parent_[parent_[node]];
            node = parent_[node];
        }
        return node;
    }
    void join(NodeIndex a, NodeIndex b) { parent_[root_of(a)] = root_of(b); }

private:
    std::vector<NodeIndex> parent_;
};

/// Removes the stretches of small islands, and counts them.
void drop_islands(CutWays& cut, Metres smallest, ImportStatistics& statistics)
{
    DisjointSets islands{cut.nodes.size()};
    for (Stretch const& stretch : cut.stretches) {
        islands.join(stretch.from, stretch.to);
    }
    std::unordered_map<NodeIndex, Metres> length_of;
    for (Stretch const& stretch : cut.stretches) {
        length_of[islands.root_of(stretch.from)] += Metres{stretch.length_m};
    }
    Metres largest;
    for (auto const& [root, length] : length_of) {
        largest = std::max(largest, length);
    }
    Metres const limit = std::min(smallest, largest);
    for (auto const& [root, length] : length_of) {
        if (length < limit) {
            ++statistics.dropped_islands;
        }
    }
    std::erase_if(cut.stretches, [&](Stretch const& stretch) {
        bool const is_small = length_of.at(islands.root_of(stretch.from)) < limit;
        if (is_small) {
            statistics.dropped_length += Metres{stretch.length_m};
        }
        return is_small;
    });
}

/// The names of a map in the order in which edges first bear them; the first is none.
class NameTable
{
public:
    NameTable(NetworkTables& tables, std::vector<std::string> const& names)
        : tables_{tables}, names_{names}, index_(names.size(), 0)
    {
        tables_.first_name_byte = {0, 0};
    }
    NameIndex index_of(NameIndex name)
    {
        if (name != 0 && index_[name] == 0) {
            index_[name] = static_cast<NameIndex>(tables_.first_name_byte.size() - 1);
            std::string const& text = names_[name];
            tables_.name_text.insert(tables_.name_text.end(), text.begin(), text.end());
            tables_.first_name_byte.push_back(static_cast<std::uint32_t>(tables_.name_text.size()));
        }
        return index_[name];
    }

private:
    NetworkTables& tables_;
    std::vector<std::string> const& names_;
    std::vector<NameIndex> index_; ///< by that of the map; 0: not yet
};

/// The bits of both numbers, one by one in turn (G. M. Morton, IBM Ottawa, 1966): places near each
/// other mostly get keys near each other.
std::uint64_t morton_key(FixedPoint place)
{
    auto const spread = [](std::int32_t value) {
        auto bits = std::uint64_t{static_cast<std::uint32_t>(value) ^ 0x80000000U};
        bits = (bits | (bits << 16U)) & 0x0000FFFF0000FFFFU;
        bits = (bits | (bits << 8U)) & 0x00FF00FF00FF00FFU;
        bits = (bits | (bits << 4U)) & 0x0F0F0F0F0F0F0F0FU;
        bits = (bits | (bits << 2U)) & 0x3333333333333333U;
        return (bits | (bits << 1U)) & 0x5555555555555555U;
    };
    return spread(place.lat) << 1U | spread(place.lon);
}

/// Keeps the nodes that stretches end at, neighbours near each other, so that a search finds them
/// in the cache; the stretches then name them by their new number.
void add_nodes(NetworkTables& tables, CutWays& cut)
{
    constexpr NodeIndex kUnused = ~NodeIndex{0};
    std::vector<NodeIndex> new_index(cut.nodes.size(), kUnused);
    std::vector<std::pair<std::uint64_t, NodeIndex>> order;
    for (Stretch const& stretch : cut.stretches) {
        for (NodeIndex const node : {stretch.from, stretch.to}) {
            if (new_index[node] == kUnused) {
                new_index[node] = 0;
                order.emplace_back(morton_key(cut.nodes[node]), node);
            }
        }
    }
    std::ranges::sort(order);
    tables.nodes.reserve(order.size());
    for (auto const& [key, node] : order) {
        new_index[node] = static_cast<NodeIndex>(tables.nodes.size());
        tables.nodes.push_back(cut.nodes[node]);
    }
    for (Stretch& stretch : cut.stretches) {
        stretch.from = new_index[stretch.from];
        stretch.to = new_index[stretch.to];
    }
}

void add_edges(
    NetworkTables& tables, CutWays const& cut, OsmData const& data, LampIndex const& lamps)
{
    NameTable names{tables, data.names};
    tables.edges.reserve(cut.stretches.size());
    tables.points.reserve(cut.points.size());
    for (Stretch const& stretch : cut.stretches) {
        OsmWay const& way = data.ways[stretch.way];
        auto const line = cut.line_of(stretch);
        auto const spans = lamps.list_lit_spans(line);
        Edge edge;
        edge.way = way.id;
        edge.from = stretch.from;
        edge.to = stretch.to;
        edge.first_point = static_cast<std::uint32_t>(tables.points.size());
        edge.point_count = stretch.point_count;
        edge.name = names.index_of(way.name);
        edge.length_m = stretch.length_m;
        edge.first_lit_span = static_cast<std::uint32_t>(tables.lit_spans.size());
        edge.lit_span_count = static_cast<std::uint32_t>(spans.size());
        edge.street_class = way.traits.street_class;
        edge.surface = way.traits.surface;
        edge.light = way.traits.light;
        edge.is_step_free = stretch.is_step_free ? 1 : 0;
        edge.is_area = way.traits.is_area ? 1 : 0;
        tables.edges.push_back(edge);
        tables.points.insert(tables.points.end(), line.begin(), line.end());
        tables.lit_spans.insert(tables.lit_spans.end(), spans.begin(), spans.end());
    }
}

void add_half_edges(NetworkTables& tables)
{
    auto& first = tables.first_half_edge;
    first.assign(tables.nodes.size() + 1, 0);
    for (Edge const& edge : tables.edges) {
        ++first[edge.from + 1];
        ++first[edge.to + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    tables.half_edges.resize(tables.edges.size() * 2);
    std::vector<std::uint32_t> next{first.begin(), first.end() - 1};
    for (EdgeIndex i = 0; i < tables.edges.size(); ++i) {
        Edge const& edge = tables.edges[i];
        tables.half_edges[next[edge.from]++] = {edge.to, i};
        tables.half_edges[next[edge.to]++] = {edge.from, i};
    }
}

void add_hull(NetworkTables& tables)
{
    std::vector<LatLon> points;
    for (FixedPoint const point : tables.points) {
        points.push_back(to_lat_lon(point));
    }
    for (LatLon const corner : convex_hull(std::move(points))) {
        tables.hull.push_back(to_fixed(corner));
    }
}

void measure(Network const& network, ImportStatistics& statistics)
{
    statistics.segments = network.edge_count();
    std::int64_t last_steps = 0;
    for (Edge const& edge : network.edges()) {
        auto const light = light_along(network, edge, Metres{0}, edge.length());
        statistics.length += edge.length();
        statistics.lit += light.lit;
        statistics.unlit += light.unlit;
        statistics.unknown_light += light.unknown;
        // Edges stand by way, so a way is new where the last was another.
        if (edge.street_class == StreetClass::steps && edge.way != last_steps) {
            ++statistics.steps_ways;
            last_steps = edge.way;
        }
    }
}

} // namespace

BuiltNetwork build_network(OsmData data, ImportOptions const& options, Progress const& progress)
{
    ImportStatistics statistics;
    statistics.lamps = data.lamps.size();
    CutWays cut = cut_ways(data);
    data.way_nodes = {}; // what is not needed any more makes room
    data.places = {};
    progress(0.3);
    drop_islands(cut, options.smallest_island, statistics);
    if (cut.stretches.empty()) {
        throw Refusal{
            Refusal::invalid_input, N_("There is no street in this map that can be walked.")};
    }
    NetworkTables tables;
    add_nodes(tables, cut);
    {
        LampIndex const lamps{std::move(data.lamps)};
        add_edges(tables, cut, data, lamps);
    }
    progress(0.7);
    data = {};
    cut = {};
    add_half_edges(tables);
    add_hull(tables);
    build_grid(tables);
    build_links(tables);
    auto const joined = count_joined(tables);
    statistics.nodes = joined.nodes;
    statistics.edges = joined.edges;
    Network network{std::move(tables)};
    measure(network, statistics);
    progress(1.0);
    return {std::move(network), statistics};
}

} // namespace wt::streets
