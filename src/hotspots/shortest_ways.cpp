#include "hotspots/shortest_ways.hpp"

#include <algorithm>
#include <limits>

namespace wt::hotspots {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

} // namespace

ShortestWays::ShortestWays(StreetGraph const& graph)
    : graph_{graph}, distance_(2 * graph.node_count(), kFar), is_near_(graph.edges().size())
{
}

void ShortestWays::find_from_ends(EdgeNumber edge, double bound)
{
    for (auto const at : touched_) {
        distance_[at] = kFar;
    }
    for (auto const other : near_) {
        is_near_[other] = 0;
    }
    touched_.clear();
    near_.assign(1, edge);
    is_near_[edge] = 1;
    search(0, graph_.edges()[edge].from, bound);
    search(1, graph_.edges()[edge].to, bound);
}

void ShortestWays::reach(std::size_t end, NodeNumber node, double walked)
{
    auto& known = distance_[2 * node + end];
    if (walked >= known) {
        return;
    }
    if (known == kFar) {
        touched_.push_back(2 * node + end);
    }
    known = walked;
    queue_.push_back({walked, node});
    std::push_heap(queue_.begin(), queue_.end());
}

void ShortestWays::search(std::size_t end, NodeNumber from, double bound)
{
    reach(end, from, 0.0);
    while (!queue_.empty()) {
        std::pop_heap(queue_.begin(), queue_.end());
        auto const visit = queue_.back();
        queue_.pop_back();
        if (visit.walked > distance_[2 * visit.node + end]) {
            continue;
        }
        for (auto const lane : graph_.leaving(visit.node)) {
            auto const edge = edge_of(lane);
            if (is_near_[edge] == 0) {
                is_near_[edge] = 1;
                near_.push_back(edge);
            }
            if (visit.walked + graph_.length(lane) < bound) {
                reach(end, graph_.end(lane), visit.walked + graph_.length(lane));
            }
        }
    }
}

std::pair<double, double> ShortestWays::distances_to(EdgeNumber edge, double along) const noexcept
{
    auto const& [from, to, length] = graph_.edges()[edge];
    auto const by = [&](std::size_t end) {
        return std::min(
            distance_[2 * from + end] + along, distance_[2 * to + end] + length - along);
    };
    return {by(0), by(1)};
}

} // namespace wt::hotspots
