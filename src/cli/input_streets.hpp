#pragma once

#include "cli/files.hpp"
#include "hotspots/straight_streets.hpp"
#include "streets/network.hpp"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace wt::cli {

/// Where streets are read from: nodes and edges, or a map.
struct StreetFiles
{
    std::string nodes;
    std::string edges;
    std::string map;
};

/// The columns `x` and `y`, metres on a plane.
/// \throws Refusal (invalid_input) that names file and line, beyond 100,000 km too
Xy xy_in(InputTable const& table, std::size_t row);

/// --streets, --nodes and --edges, of which the first excludes the others.
std::array<CLI::Option*, 3> add_street_options(CLI::App& command, StreetFiles& files);

/// The streets that a command was given, and places on them.
class InputStreets
{
public:
    /// Nodes `node,x,y` and edges `edge,u,v,length`, in metres of the British National Grid; or an
    /// OpenStreetMap file, whose edges are numbered as they are imported.
    /// \throws Refusal (not_found, invalid_input) that names file and line, or says that no file
    /// was
    ///         named
    explicit InputStreets(StreetFiles const& files);

    [[nodiscard]] hotspots::StreetGraph const& graph() const { return *graph_; }
    [[nodiscard]] std::string const& edge_id(hotspots::EdgeNumber edge) const
    {
        return edge_ids_[edge];
    }

    /// The edge that the column `edge` names. \throws Refusal (invalid_input) if there is none such
    [[nodiscard]] hotspots::EdgeNumber edge_in(InputTable const& table, std::size_t row) const;

    /// The places of all rows, by `edge,offset`, else by `x,y` (of nodes and edges), else by
    /// `lat,lon` (of a map); the latter two on the nearest street within 250 m.
    /// \throws Refusal (invalid_input) that names file and line
    [[nodiscard]] std::vector<hotspots::OnStreet> places_in(InputTable const& table) const;

    [[nodiscard]] LatLon place_of(hotspots::OnStreet const& point) const;

private:
    void read_tables(StreetFiles const& files);
    void read_map(std::string const& map);
    [[nodiscard]] hotspots::OnStreet on_edge(InputTable const& table, std::size_t row) const;
    [[nodiscard]] hotspots::OnStreet near_xy(InputTable const& table, std::size_t row) const;
    [[nodiscard]] hotspots::OnStreet near_lat_lon(InputTable const& table, std::size_t row) const;

    std::optional<hotspots::StreetGraph> graph_;
    std::vector<std::string> edge_ids_;
    std::unordered_map<std::string_view, hotspots::EdgeNumber> edges_by_id_;
    std::optional<hotspots::StraightStreets> straight_;
    std::optional<streets::Network> network_;
};

} // namespace wt::cli
