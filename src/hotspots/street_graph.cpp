#include "hotspots/street_graph.hpp"

#include <numeric>

namespace wt::hotspots {

StreetGraph::StreetGraph(std::size_t nodes, std::vector<Edge> edges)
    : edges_{std::move(edges)}, first_(nodes + 1), leaving_(2 * edges_.size())
{
    auto const lanes = static_cast<Lane>(leaving_.size());
    for (Lane lane = 0; lane < lanes; ++lane) {
        ++first_[start(lane) + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    auto next = first_;
    for (Lane lane = 0; lane < lanes; ++lane) {
        leaving_[next[start(lane)]++] = lane;
    }
}

} // namespace wt::hotspots
