#include "cli/input_streets.hpp"

#include "base/refusal.hpp"
#include "cli/street_input.hpp"
#include "geo/national_grid.hpp"
#include "streets/street_point.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace wt::cli {

namespace {

using hotspots::EdgeNumber;
using hotspots::NodeNumber;
using hotspots::OnStreet;
using hotspots::StreetGraph;

constexpr Metres kNear{250.0};
constexpr double kRounded = 0.01; // metres by which a rounded offset may lie beyond its edge
constexpr double kLongest = 1e6;  // metres
constexpr double kFarthest = 1e8; // metres from the origin of a grid

std::unordered_map<std::string_view, NodeNumber> numbers_of(InputTable const& nodes)
{
    std::unordered_map<std::string_view, NodeNumber> numbers;
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        auto const id = nodes.text(row, "node");
        if (!numbers.emplace(id, static_cast<NodeNumber>(row)).second) {
            nodes.refuse(row, {N_("The node “{1}” comes twice."), {std::string{id}}});
        }
    }
    return numbers;
}

} // namespace

Xy xy_in(InputTable const& table, std::size_t row)
{
    return {
        table.number(row, "x", -kFarthest, kFarthest),
        table.number(row, "y", -kFarthest, kFarthest)};
}

std::array<CLI::Option*, 3> add_street_options(CLI::App& command, StreetFiles& files)
{
    auto* const map = command.add_option("--streets", files.map, "FILE.osm.pbf of the streets");
    auto* const nodes =
        command.add_option("--nodes", files.nodes, "CSV node,x,y (British National Grid)");
    auto* const edges = command.add_option("--edges", files.edges, "CSV edge,u,v,length");
    nodes->needs(edges)->excludes(map);
    edges->needs(nodes)->excludes(map);
    return {map, nodes, edges};
}

InputStreets::InputStreets(StreetFiles const& files)
{
    if (files.map.empty() && files.nodes.empty()) {
        throw Refusal{
            Refusal::invalid_input, N_("Name the streets: --nodes and --edges, or --streets.")};
    }
    if (files.map.empty()) {
        read_tables(files);
    } else {
        read_map(files.map);
    }
    for (EdgeNumber edge = 0; edge < edge_ids_.size(); ++edge) {
        edges_by_id_.emplace(edge_ids_[edge], edge);
    }
}

void InputStreets::read_tables(StreetFiles const& files)
{
    InputTable const nodes{files.nodes, {"node", "x", "y"}};
    auto const numbers = numbers_of(nodes);
    std::vector<Xy> places;
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        places.push_back(xy_in(nodes, row));
    }
    InputTable const table{files.edges, {"edge", "u", "v", "length"}};
    auto const node_in = [&](std::size_t row, char const* column) {
        auto const id = table.text(row, column);
        auto const found = numbers.find(id);
        if (found == numbers.end()) {
            table.refuse(row, {N_("There is no node “{1}”."), {std::string{id}}});
        }
        return found->second;
    };
    std::vector<StreetGraph::Edge> edges;
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const id = table.text(row, "edge");
        if (!seen.emplace(id, row).second) {
            table.refuse(row, {N_("The edge “{1}” comes twice."), {std::string{id}}});
        }
        edge_ids_.emplace_back(id);
        auto const length = table.number(row, "length", 0, kLongest);
        if (length <= 0) {
            table.refuse(row, N_("An edge is longer than nothing."));
        }
        edges.push_back({node_in(row, "u"), node_in(row, "v"), length});
    }
    graph_.emplace(places.size(), std::move(edges));
    straight_.emplace(*graph_, std::move(places));
}

void InputStreets::read_map(std::string const& map)
{
    network_.emplace(load_streets(map));
    std::vector<StreetGraph::Edge> edges;
    for (auto const& edge : network_->edges()) {
        edge_ids_.push_back(std::to_string(edges.size()));
        edges.push_back({edge.from, edge.to, edge.length().value});
    }
    graph_.emplace(network_->node_count(), std::move(edges));
}

EdgeNumber InputStreets::edge_in(InputTable const& table, std::size_t row) const
{
    auto const id = table.text(row, "edge");
    auto const found = edges_by_id_.find(id);
    if (found == edges_by_id_.end()) {
        table.refuse(row, {N_("There is no edge “{1}”."), {std::string{id}}});
    }
    return found->second;
}

OnStreet InputStreets::on_edge(InputTable const& table, std::size_t row) const
{
    auto const edge = edge_in(table, row);
    auto const length = graph_->edges()[edge].length;
    auto const along = table.number(row, "offset", 0);
    if (along > length + kRounded) {
        table.refuse(
            row, {N_("The edge “{1}” is only {2} m long."), {edge_ids_[edge], digits(length)}});
    }
    return {edge, std::min(along, length)};
}

OnStreet InputStreets::near_xy(InputTable const& table, std::size_t row) const
{
    auto const nearest = straight_->find_nearest(xy_in(table, row), kNear);
    if (!nearest) {
        table.refuse(row, {N_("No street is within {1} m."), {digits(kNear.value)}});
    }
    return nearest->point;
}

OnStreet InputStreets::near_lat_lon(InputTable const& table, std::size_t row) const
{
    // within a degree of a pole there is no plane to measure on
    LatLon const place{table.number(row, "lat", -89, 89), table.number(row, "lon", -180, 180)};
    auto const snap = streets::find_nearest_street(*network_, place, {.radius = kNear});
    if (!snap) {
        table.refuse(row, {N_("No street is within {1} m."), {digits(kNear.value)}});
    }
    return {snap->point.edge, snap->point.along.value};
}

std::vector<OnStreet> InputStreets::places_in(InputTable const& table) const
{
    bool const has_edges = table.has_column("edge") && table.has_column("offset");
    char const* const first = network_ ? "lat" : "x";
    char const* const second = network_ ? "lon" : "y";
    if (!has_edges && !(table.has_column(first) && table.has_column(second))) {
        table.refuse(0, {N_("A place needs edge and offset, or {1} and {2}."), {first, second}});
    }
    std::vector<OnStreet> places;
    places.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        places.push_back(
            has_edges  ? on_edge(table, row)
            : network_ ? near_lat_lon(table, row)
                       : near_xy(table, row));
    }
    return places;
}

LatLon InputStreets::place_of(OnStreet const& point) const
{
    if (network_) {
        return streets::point_along(*network_, point.edge, Metres{point.along}).place;
    }
    return from_national_grid(straight_->place_of(point));
}

} // namespace wt::cli
