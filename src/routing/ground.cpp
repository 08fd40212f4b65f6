#include "routing/ground.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace wt::routing {

namespace {

constexpr double kAlways = std::numeric_limits<double>::infinity();

/// So many neighbours of a node are known.
constexpr std::size_t kBreadth = 48;

} // namespace

Ground::Ground(Terrain const& terrain)
    : count{terrain.candidates.size()}, routes{terrain.problem.vehicles}, size{count + 2 * routes},
      budget{terrain.budget.count()}, has_windows{false}, has_ranks{false}, opens(size, 0.0),
      closes(size, kAlways), rank(size, Terrain::kNoRank), points_{terrain.candidates},
      breadth_{std::min(kBreadth, count - std::min<std::size_t>(count, 1))}
{
    for (std::size_t i = 0; i < count; ++i) {
        auto const point = terrain.candidates[i];
        opens[i] = terrain.problem.points[point].opens.count();
        closes[i] = terrain.problem.points[point].closes.count();
        rank[i] = terrain.rank[point];
        has_windows = has_windows || opens[i] > 0.0 || closes[i] < budget;
        has_ranks = has_ranks || rank[i] != Terrain::kNoRank;
    }
    for (std::size_t route = 0; route < routes; ++route) {
        closes[end(route)] = budget;
    }
    weigh(terrain);
    lay_legs(terrain);
    find_near();
}

Stops Ground::points_of(std::vector<Node> const& nodes) const
{
    Stops stops;
    for (auto const node : nodes) {
        stops.push_back(points_[node]);
    }
    return stops;
}

std::vector<Node> Ground::nodes_of(Stops const& stops) const
{
    std::vector<Node> nodes;
    for (auto const stop : stops) {
        nodes.push_back(to_node(
            static_cast<std::size_t>(std::ranges::lower_bound(points_, stop) - points_.begin())));
    }
    return nodes;
}

/// The least must (weight nought, one in a million of the heaviest) is worth all that are none.
void Ground::weigh(Terrain const& terrain)
{
    double others = 0.0;
    double other_count = 0.0;
    double heaviest = 0.0;
    for (auto const point : terrain.candidates) {
        double const weight = terrain.problem.points[point].weight;
        if (terrain.is_must[point]) {
            heaviest = std::max(heaviest, weight);
        } else {
            others += weight;
            other_count += 1.0;
        }
    }
    mean_worth = others > 0.0 ? others / other_count : 1.0;
    constexpr double kShareOfCount = 1e-6;
    double const per_must = 2.0 * others + mean_worth;
    double const per_weight = heaviest > 0.0 ? per_must / kShareOfCount / heaviest : 0.0;
    for (auto const point : terrain.candidates) {
        double const weight = terrain.problem.points[point].weight;
        is_must.push_back(terrain.is_must[point] ? 1 : 0);
        worth.push_back(terrain.is_must[point] ? per_must + per_weight * weight : weight);
    }
}

void Ground::lay_legs(Terrain const& terrain)
{
    std::vector<std::size_t> points = terrain.candidates;
    for (std::size_t route = 0; route < routes; ++route) {
        points.push_back(terrain.problem.start);
        points.push_back(terrain.problem.end);
    }
    double const never = 4.0 * budget + 1.0; // finite, so that what is added can be taken away
    legs_.resize(size * size);
    legs_back_.resize(size * size);
    for (std::size_t from = 0; from < size; ++from) {
        for (std::size_t to = 0; to < size; ++to) {
            double const leg = std::min(terrain.leg(points[from], points[to]).count(), never);
            legs_[from * size + to] = leg;
            legs_back_[to * size + from] = leg;
        }
    }
}

void Ground::find_near()
{
    std::vector<Node> others(count);
    for (Node node = 0; node < count; ++node) {
        std::iota(others.begin(), others.end(), Node{0});
        auto const distance = [&](Node other) {
            return other == node ? kAlways : leg(node, other) + leg(other, node);
        };
        auto const last = others.begin() + static_cast<std::ptrdiff_t>(breadth_);
        std::ranges::partial_sort(others, last, {}, distance);
        near_.insert(near_.end(), others.begin(), last);
    }
}

} // namespace wt::routing
