#pragma once

#include "streets/street_point.hpp"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace wt::streets {

inline constexpr Metres kUnreachable{std::numeric_limits<double>::infinity()};

struct SearchOptions
{
    bool step_free = false;
    Metres bound = kUnreachable; ///< how far to look
};

/// Shortest distances from one point of a street to all others (Dijkstra 1959), or to one goal
/// (A*, Hart, Nilsson and Raphael 1968, with the straight line as its lower bound). One object
/// serves many searches in turn on the same network; not shared between threads.
class Search
{
public:
    explicit Search(Network const& network);

    [[nodiscard]] Network const& network() const noexcept { return network_; }

    /// \param goals  if given, the search ends as soon as the shortest ways to all of them are
    ///               known, and only `distance_to` and `way_to` these are then meaningful
    void
    run(StreetPoint const& from,
        SearchOptions const& options,
        std::span<StreetPoint const> goals = {});

    /// How far the last search had to walk to `point`; `kUnreachable` if it cannot or is beyond
    /// the bound.
    [[nodiscard]] Metres distance_to(StreetPoint const& point) const;

    [[nodiscard]] Metres distance_to(NodeIndex node) const { return Metres{distance_[node]}; }

    /// A stretch of an edge, walked from `from` to `to` (metres from the edge's start).
    struct Leg
    {
        EdgeIndex edge = 0;
        Metres from;
        Metres to;
    };

    /// The stretches of the shortest way to `point`, in order; empty if there is none. Never empty
    /// if there is one: from a point to itself it is a stretch of no length.
    [[nodiscard]] std::vector<Leg> way_to(StreetPoint const& point) const;

private:
    struct QueueEntry
    {
        double key;
        double distance;
        NodeIndex node;
        friend bool operator<(QueueEntry const& a, QueueEntry const& b) { return a.key > b.key; }
    };
    /// How a node was reached best: along `edge`, to its end or to its beginning.
    struct Parent
    {
        NodeIndex before = 0; ///< `kStart` if straight from the start
        EdgeIndex edge = 0;
        bool at_end = false;
    };
    static constexpr NodeIndex kStart = ~NodeIndex{0};
    /// How a point is reached best: along its own edge, or by one of that edge's ends.
    struct Arrival
    {
        Metres distance = kUnreachable;
        std::optional<NodeIndex> by;
        Metres enters_at; ///< metres from the edge's start
    };

    void clear();
    void reach(double walked, Parent const& by);
    void settle(QueueEntry const& entry);
    [[nodiscard]] bool knows_all_goals(double walked) const;
    [[nodiscard]] bool is_open(Edge const& edge) const noexcept;
    [[nodiscard]] Arrival arrival_at(StreetPoint const& point) const;

    Network const& network_;
    SearchOptions options_;
    StreetPoint from_;
    std::span<StreetPoint const> goals_; ///< only while a search runs
    std::vector<double> distance_;
    std::vector<Parent> parent_;
    std::vector<NodeIndex> touched_;
    std::vector<QueueEntry> queue_;
};

} // namespace wt::streets
