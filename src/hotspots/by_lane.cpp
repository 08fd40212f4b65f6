#include "hotspots/by_lane.hpp"

#include <algorithm>
#include <numeric>

namespace wt::hotspots {

ByLane::ByLane(StreetGraph const& graph, std::span<OnStreet const> places, bool merged)
{
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [places](std::size_t a, std::size_t b) {
        auto const key = [&](std::size_t i) {
            return std::tuple{places[i].edge, places[i].along, i};
        };
        return key(a) < key(b);
    });
    entries_.reserve(2 * places.size());
    auto next = order.begin();
    for (EdgeNumber edge = 0; edge < graph.edges().size(); ++edge) {
        auto const begin = entries_.size();
        first_.push_back(begin);
        for (; next != order.end() && places[*next].edge == edge; ++next) {
            auto const along = places[*next].along;
            if (merged && entries_.size() > begin && entries_.back().along == along) {
                entries_.back().weight += 1;
            } else {
                entries_.push_back({along, 1.0, *next});
            }
        }
        auto const end = entries_.size();
        first_.push_back(end);
        auto const length = graph.edges()[edge].length;
        for (auto i = end; i-- > begin;) {
            auto const entry = entries_[i];
            entries_.push_back({length - entry.along, entry.weight, entry.place});
        }
    }
    first_.push_back(entries_.size());
}

} // namespace wt::hotspots
