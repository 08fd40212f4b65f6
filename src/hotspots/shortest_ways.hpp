#pragma once

#include "hotspots/street_graph.hpp"

#include <span>
#include <utility>
#include <vector>

namespace wt::hotspots {

/// Shortest ways from both ends of an edge (Dijkstra 1959), within a bound. One object serves many
/// edges in turn.
class ShortestWays
{
public:
    explicit ShortestWays(StreetGraph const& graph);

    void find_from_ends(EdgeNumber edge, double bound);

    /// The edge itself and those with an end within the bound, once each.
    [[nodiscard]] std::span<EdgeNumber const> edges_near() const noexcept { return near_; }

    /// To a point of an edge, from the first and from the second end; infinite where out of bound.
    [[nodiscard]] std::pair<double, double>
    distances_to(EdgeNumber edge, double along) const noexcept;

private:
    void search(std::size_t end, NodeNumber from, double bound);
    void reach(std::size_t end, NodeNumber node, double walked);

    struct Visit
    {
        double walked = 0.0;
        NodeNumber node = 0;
        friend bool operator<(Visit const& a, Visit const& b) { return a.walked > b.walked; }
    };

    StreetGraph const& graph_;
    std::vector<double> distance_; ///< from end 0 or 1 to node n: at 2 n + end
    std::vector<std::size_t> touched_;
    std::vector<Visit> queue_;
    std::vector<EdgeNumber> near_;
    std::vector<char> is_near_;
};

} // namespace wt::hotspots
