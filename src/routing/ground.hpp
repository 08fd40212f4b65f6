#pragma once

#include "routing/route.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wt::routing {

/// A place of a Ground: first the candidates of the terrain in their order, then a start and an end
/// for each route.
using Node = std::uint32_t;

inline constexpr Node kNoNode = static_cast<Node>(-1);

/// What the search looks up at every step, laid out for it. Times are in the problem's unit.
struct Ground
{
    explicit Ground(Terrain const& terrain);

    std::size_t count;             ///< candidates
    std::size_t routes;            ///< one per vehicle
    std::size_t size;              ///< nodes
    double budget;                 ///< for each route
    bool has_windows;              ///< some candidate is not open all the time
    bool has_ranks;                ///< some candidates keep her usual order
    std::vector<double> worth;     ///< by candidate; a must outweighs all that are none
    std::vector<char> is_must;     ///< by candidate
    std::vector<double> opens;     ///< by node
    std::vector<double> closes;    ///< by node
    std::vector<std::size_t> rank; ///< by node, or Terrain::kNoRank
    double mean_worth = 1.0;       ///< of the candidates that are no must; > 0

    [[nodiscard]] Node start(std::size_t route) const { return to_node(count + 2 * route); }
    [[nodiscard]] Node end(std::size_t route) const { return to_node(count + 2 * route + 1); }

    /// From the beginning of one visit until the next node is reached; more than the budget where
    /// no path leads.
    [[nodiscard]] double leg(Node from, Node to) const { return legs_[from * size + to]; }
    /// The legs from `from`, by node.
    [[nodiscard]] double const* legs_from(Node from) const { return &legs_[from * size]; }
    /// The legs to `to`, by node.
    [[nodiscard]] double const* legs_to(Node to) const { return &legs_back_[to * size]; }
    /// The candidates nearest to a candidate, there and back, nearest first.
    [[nodiscard]] std::span<Node const> near(Node node) const
    {
        return {near_.data() + node * breadth_, breadth_};
    }

    /// The points that candidates stand for.
    [[nodiscard]] Stops points_of(std::vector<Node> const& nodes) const;
    /// The candidates that stand for points. \pre each is a candidate
    [[nodiscard]] std::vector<Node> nodes_of(Stops const& stops) const;

private:
    static Node to_node(std::size_t index) { return static_cast<Node>(index); }

    void weigh(Terrain const& terrain);
    void lay_legs(Terrain const& terrain);
    void find_near();

    Stops points_;                  ///< by candidate, ascending
    std::vector<double> legs_;      ///< size x size, row-major, from row to column
    std::vector<double> legs_back_; ///< transposed
    std::size_t breadth_;
    std::vector<Node> near_; ///< count x breadth_
};

} // namespace wt::routing
