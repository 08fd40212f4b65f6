#include "hotspots/scan_zones.hpp"

#include "base/refusal.hpp"
#include "hotspots/plane_grid.hpp"

#include <algorithm>
#include <cassert>
#include <queue>
#include <utility>

namespace wt::hotspots {

namespace {

using Reached = std::pair<double, PlaceIndex>; ///< how far, and which: sorts as zones grow

/// Of all lists together, about a gigabyte.
constexpr std::size_t kMostReached = 250'000'000;

void append(Zones& zones, std::vector<Reached>& reached)
{
    if (zones.places.size() + reached.size() > kMostReached) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Too many places lie within the radius of each other; take a smaller one.")};
    }
    std::sort(reached.begin(), reached.end());
    for (auto const& [distance, place] : reached) {
        zones.places.push_back(place);
    }
    zones.first.push_back(zones.places.size());
}

class Links
{
public:
    Links(std::size_t places, std::span<PlaceLink const> links) : of_(places)
    {
        for (PlaceLink const& link : links) {
            of_[link.from].emplace_back(link.length, link.to);
            of_[link.to].emplace_back(link.length, link.from);
        }
    }

    /// Dijkstra's algorithm as far as `radius`.
    [[nodiscard]] std::vector<Reached> reach(PlaceIndex from, double radius)
    {
        std::vector<Reached> reached;
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
        settled_.resize(of_.size(), false);
        open.emplace(0.0, from);
        while (!open.empty()) {
            auto const [distance, place] = open.top();
            open.pop();
            if (settled_[place]) {
                continue;
            }
            settled_[place] = true;
            reached.emplace_back(distance, place);
            for (auto const& [length, next] : of_[place]) {
                if (distance + length <= radius && !settled_[next]) {
                    open.emplace(distance + length, next);
                }
            }
        }
        for (auto const& [distance, place] : reached) {
            settled_[place] = false;
        }
        return reached;
    }

private:
    std::vector<std::vector<Reached>> of_;
    std::vector<bool> settled_{};
};

} // namespace

Zones zones_by_distance(std::span<Xy const> points, double radius)
{
    assert(radius > 0);
    PlaneGrid const grid{points, radius};
    Zones zones;
    std::vector<Reached> reached;
    for (Xy const& centre : points) {
        reached.clear();
        grid.each_near(centre, [&](PlaceIndex place) {
            auto const distance =
                std::hypot(points[place].x - centre.x, points[place].y - centre.y);
            if (distance <= radius) {
                reached.emplace_back(distance, place);
            }
        });
        append(zones, reached);
    }
    return zones;
}

Zones zones_by_links(std::size_t places, std::span<PlaceLink const> links, double radius)
{
    assert(radius > 0);
    Links graph{places, links};
    Zones zones;
    for (std::size_t centre = 0; centre < places; ++centre) {
        auto reached = graph.reach(static_cast<PlaceIndex>(centre), radius);
        append(zones, reached);
    }
    return zones;
}

} // namespace wt::hotspots
