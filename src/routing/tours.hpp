#pragma once

#include "routing/ground.hpp"

#include <limits>

namespace wt::routing {

/// The routes of all vehicles as chains of nodes, with what makes an insertion a matter of constant
/// time: how long each route is, or, where there are windows, when each visit begins at the
/// earliest and by when it must (M. Savelsbergh, ORSA J. Comput. 4 (1992) 146).
class Tours
{
public:
    /// Empty routes.
    explicit Tours(Ground const& ground);

    [[nodiscard]] bool has(Node node) const { return route_[node] != kNoNode; }
    [[nodiscard]] std::size_t route_of(Node node) const { return route_[node]; }
    [[nodiscard]] Node next(Node node) const { return next_[node]; }
    [[nodiscard]] Node previous(Node node) const { return previous_[node]; }
    /// Of the candidates that are visited.
    [[nodiscard]] double worth() const { return worth_; }
    /// Travel and dwell of all routes, without waiting.
    [[nodiscard]] double length() const;
    /// Candidates visited.
    [[nodiscard]] std::size_t stops() const { return stops_; }
    /// True if each route keeps its budget and its windows. \pre settled
    [[nodiscard]] bool fit() const;

    /// Takes a candidate out; `settle` must follow before anything is inserted.
    void remove(Node node);
    /// Works out anew the routes that nodes were removed from.
    void settle();

    struct Place
    {
        Node after = kNoNode; ///< kNoNode: it fits nowhere
        double detour = std::numeric_limits<double>::infinity();
    };

    /// Where `node` costs least, of the places looked at: all with windows or ranks, else those
    /// beside its nearest neighbours. \pre settled, the node is absent
    [[nodiscard]] Place best_place(Node node) const;
    void insert(Node node, Node after);

    /// The candidates of a route in their order.
    [[nodiscard]] std::vector<Node> nodes(std::size_t route) const;
    /// Gives a route other candidates: none of them in another route.
    void replace(std::size_t route, std::vector<Node> const& nodes);

    /// Nodes whose neighbours changed since they were last asked for.
    [[nodiscard]] bool is_changed(Node node) const { return is_changed_[node] != 0; }
    void forget_changes() { is_changed_.assign(is_changed_.size(), 0); }

private:
    [[nodiscard]] Place best_near(Node node) const;
    [[nodiscard]] Place best_open(Node node) const;
    [[nodiscard]] Place best_ranked(Node node) const;
    [[nodiscard]] double detour(Node node, Node after) const;
    [[nodiscard]] bool fits(Node node, Node after, double detour) const;
    void link(Node from, Node to);
    void add_up(std::size_t route);
    void go_forward(Node from);
    void go_back(Node from);

    Ground const* ground_;
    std::vector<Node> next_;
    std::vector<Node> previous_;
    std::vector<Node> route_;        ///< by node; kNoNode: not visited
    std::vector<double> begins_;     ///< by node, with windows: the earliest beginning of the visit
    std::vector<double> latest_;     ///< by node, with windows: by when it must have begun
    std::vector<double> lengths_;    ///< by route
    std::vector<char> is_unsettled_; ///< by route
    std::vector<char> is_changed_;   ///< by node
    double worth_ = 0.0;
    std::size_t stops_ = 0;
};

} // namespace wt::routing
