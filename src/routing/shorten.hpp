#pragma once

#include "routing/tours.hpp"

namespace wt::routing {

/// The same stops in a shorter order: 2-opt (a stretch walked the other way round) and Or-opt (up
/// to three neighbours moved elsewhere; I. Or, 1976), each route for itself. Starts from the nodes
/// whose neighbours changed and looks at their nearest alone. Keeps the order of her usual way.
/// Works with times that are not symmetric; not with windows. An improvement costs O(stops).
class Shortener
{
public:
    explicit Shortener(Ground const& ground);

    /// \pre tours are settled, the ground has no windows; forgets the tours' changes
    /// \returns true if anything got shorter
    bool shorten(Tours& tours);

private:
    /// Positions [from, to) moved before `place`, perhaps turned; place = from: turned where it is.
    struct Move
    {
        std::size_t from = 0;
        std::size_t to = 0;
        std::size_t place = 0;
        bool is_turned = false;
        double gain = 0.0;
    };

    bool shorten_loaded();
    void load(Tours const& tours, std::size_t route);
    void add_up();
    [[nodiscard]] Move best_move(std::size_t position) const;
    void try_pair(std::size_t a, std::size_t b, Move& best) const;
    void try_turn(std::size_t from, std::size_t to, Move& best) const;
    void try_move(std::size_t from, std::size_t to, std::size_t place, Move& best) const;
    void apply(Move const& move);
    void note(std::size_t position);

    [[nodiscard]] double leg(std::size_t from, std::size_t to) const
    {
        return ground_.leg(order_[from], order_[to]);
    }
    [[nodiscard]] std::size_t ranked_in(std::size_t from, std::size_t to) const
    {
        return ground_.has_ranks ? ranked_[to] - ranked_[from] : 0;
    }

    Ground const& ground_;
    std::vector<Node> order_;           ///< of the route, start and end included
    std::vector<double> turn_;          ///< by position: what turning all up to it adds
    std::vector<std::size_t> ranked_;   ///< by position: nodes of her usual way before it
    std::vector<std::size_t> position_; ///< by node, of this route
    std::vector<Node> queue_;           ///< nodes still to be looked at
    std::vector<char> is_queued_;       ///< by node
};

} // namespace wt::routing
