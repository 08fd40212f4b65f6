#include "streets/search.hpp"

#include <algorithm>
#include <cmath>

namespace wt::streets {
namespace {

constexpr double kFar = kUnreachable.value;

} // namespace

Search::Search(Network const& network)
    : network_{network}, distance_(network.node_count(), kFar), parent_(network.node_count())
{
}

void Search::clear()
{
    for (NodeIndex const node : touched_) {
        distance_[node] = kFar;
    }
    touched_.clear();
    queue_.clear();
}

bool Search::is_open(Edge const& edge) const noexcept
{
    return !options_.step_free || edge.is_step_free != 0;
}

void Search::reach(double walked, Parent const& by)
{
    Edge const& edge = network_.edges()[by.edge];
    NodeIndex const node = by.at_end ? edge.to : edge.from;
    if (walked >= distance_[node] || walked > options_.bound.value) {
        return;
    }
    if (distance_[node] == kFar) {
        touched_.push_back(node);
    }
    distance_[node] = walked;
    parent_[node] = by;
    // A millionth less, since stored lengths are rounded and the bound must stay below them.
    constexpr double kBelow = 1.0 - 1e-6;
    double const ahead =
        goals_.size() == 1 ? kBelow * distance(network_.place_of(node), goals_.front().place).value
                           : 0.0;
    queue_.push_back({walked + ahead, walked, node});
    std::push_heap(queue_.begin(), queue_.end());
}

void Search::settle(QueueEntry const& entry)
{
    for (HalfEdge const half : network_.edges_of(entry.node)) {
        Edge const& edge = network_.edges()[half.edge];
        if (is_open(edge)) {
            Parent const by{entry.node, half.edge, edge.from == entry.node};
            reach(entry.distance + edge.length_m, by);
        }
    }
}

bool Search::knows_all_goals(double walked) const
{
    return !goals_.empty() &&
           std::all_of(goals_.begin(), goals_.end(), [&](StreetPoint const& goal) {
               return arrival_at(goal).distance.value <= walked;
           });
}

void Search::run(
    StreetPoint const& from, SearchOptions const& options, std::span<StreetPoint const> goals)
{
    clear();
    options_ = options;
    from_ = from;
    goals_ = goals;
    Edge const& start = network_.edge(from.edge);
    if (!is_open(start)) {
        return;
    }
    reach(from.along.value, {kStart, from.edge, false});
    reach(start.length_m - from.along.value, {kStart, from.edge, true});
    // Asking all of many goals costs, so it is done now and then.
    std::size_t const pause = goals.size() == 1 ? 1 : 256;
    for (std::size_t round = 0; !queue_.empty(); ++round) {
        std::pop_heap(queue_.begin(), queue_.end());
        QueueEntry const entry = queue_.back();
        queue_.pop_back();
        if (round % pause == 0 && knows_all_goals(entry.key)) {
            break;
        }
        if (entry.distance == distance_[entry.node]) {
            settle(entry);
        }
    }
    goals_ = {};
}

Search::Arrival Search::arrival_at(StreetPoint const& point) const
{
    Arrival best;
    Edge const& edge = network_.edge(point.edge);
    if (!is_open(edge)) {
        return best;
    }
    auto const offer = [&](double walked, std::optional<NodeIndex> by, double enters_at) {
        if (walked < best.distance.value && walked <= options_.bound.value) {
            best = {Metres{walked}, by, Metres{enters_at}};
        }
    };
    if (point.edge == from_.edge) {
        offer(std::abs(point.along.value - from_.along.value), std::nullopt, from_.along.value);
    }
    offer(distance_[edge.from] + point.along.value, edge.from, 0.0);
    offer(distance_[edge.to] + edge.length_m - point.along.value, edge.to, edge.length_m);
    return best;
}

Metres Search::distance_to(StreetPoint const& point) const
{
    return arrival_at(point).distance;
}

std::vector<Search::Leg> Search::way_to(StreetPoint const& point) const
{
    Arrival const arrival = arrival_at(point);
    if (arrival.distance == kUnreachable) {
        return {};
    }
    std::vector<Leg> legs{{point.edge, arrival.enters_at, point.along}};
    for (NodeIndex node = arrival.by.value_or(kStart); node != kStart;) {
        Parent const& parent = parent_[node];
        double const length = network_.edge(parent.edge).length_m;
        Metres const end{parent.at_end ? length : 0.0};
        bool const is_first = parent.before == kStart;
        legs.push_back({parent.edge, is_first ? from_.along : Metres{length - end.value}, end});
        node = parent.before;
    }
    std::reverse(legs.begin(), legs.end());
    return legs;
}

} // namespace wt::streets
