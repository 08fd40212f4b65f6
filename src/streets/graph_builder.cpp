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
        length_of[islands.root_of(stretch.from)] += stretch.length;
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
            statistics.dropped_length += stretch.length;
        }
        return is_small;
    });
}

/// Collects distinct names; the first is none.
class NameTable
{
public:
    explicit NameTable(NetworkTables& tables) : tables_{tables}
    {
        tables_.first_name_byte = {0};
        index_of("");
    }
    NameIndex index_of(std::string const& name)
    {
        auto const next = static_cast<NameIndex>(index_.size());
        auto const [entry, is_new] = index_.try_emplace(name, next);
        if (is_new) {
            tables_.name_text.insert(tables_.name_text.end(), name.begin(), name.end());
            tables_.first_name_byte.push_back(static_cast<std::uint32_t>(tables_.name_text.size()));
        }
        return entry->second;
    }

private:
    NetworkTables& tables_;
    std::unordered_map<std::string, NameIndex> index_;
};

void add_edges(
    NetworkTables& tables, CutWays const& cut, OsmData const& data, LampIndex const& lamps)
{
    constexpr NodeIndex kUnseen = ~NodeIndex{0};
    std::vector<NodeIndex> new_index(cut.nodes.size(), kUnseen);
    auto const node = [&](NodeIndex old) {
        if (new_index[old] == kUnseen) {
            new_index[old] = static_cast<NodeIndex>(tables.nodes.size());
            tables.nodes.push_back(cut.nodes[old]);
        }
        return new_index[old];
    };
    NameTable names{tables};
    for (Stretch const& stretch : cut.stretches) {
        OsmWay const& way = data.ways[stretch.way];
        auto const spans = lamps.list_lit_spans(stretch.line);
        Edge edge;
        edge.way = way.id;
        edge.from = node(stretch.from);
        edge.to = node(stretch.to);
        edge.first_point = static_cast<std::uint32_t>(tables.points.size());
        edge.point_count = static_cast<std::uint32_t>(stretch.line.size());
        edge.name = names.index_of(way.name);
        edge.length_m = static_cast<float>(stretch.length.value);
        edge.first_lit_span = static_cast<std::uint32_t>(tables.lit_spans.size());
        edge.lit_span_count = static_cast<std::uint32_t>(spans.size());
        edge.street_class = way.traits.street_class;
        edge.surface = way.traits.surface;
        edge.light = way.traits.light;
        edge.is_step_free = stretch.is_step_free ? 1 : 0;
        edge.is_area = way.traits.is_area ? 1 : 0;
        tables.edges.push_back(edge);
        tables.points.insert(tables.points.end(), stretch.line.begin(), stretch.line.end());
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
    progress(0.3);
    drop_islands(cut, options.smallest_island, statistics);
    if (cut.stretches.empty()) {
        throw Refusal{
            Refusal::invalid_input, N_("There is no street in this map that can be walked.")};
    }
    NetworkTables tables;
    LampIndex const lamps{std::move(data.lamps)};
    add_edges(tables, cut, data, lamps);
    progress(0.7);
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
