#include "hotspots/straight_streets.hpp"

#include <algorithm>
#include <cmath>

namespace wt::hotspots {

namespace {

constexpr double kCell = 100.0; // metres: about a street's length

Xy least(Xy a, Xy b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y)};
}

Xy most(Xy a, Xy b)
{
    return {std::max(a.x, b.x), std::max(a.y, b.y)};
}

std::size_t clamped(double cell, std::size_t cells)
{
    return static_cast<std::size_t>(std::clamp(cell, 0.0, static_cast<double>(cells - 1)));
}

} // namespace

StraightStreets::StraightStreets(StreetGraph const& graph, std::vector<Xy> nodes)
    : edges_{graph.edges().begin(), graph.edges().end()}, nodes_{std::move(nodes)}
{
    auto low = nodes_.front();
    auto high = low;
    for (auto const place : nodes_) {
        low = least(low, place);
        high = most(high, place);
    }
    south_west_ = low;
    // No more cells than edges, however far apart these are.
    auto const area = (high.x - low.x) * (high.y - low.y);
    auto const longest = std::max(high.x - low.x, high.y - low.y);
    auto const edges = static_cast<double>(edges_.size());
    cell_ = std::max({kCell, std::sqrt(area / edges), longest / edges});
    columns_ = 1 + static_cast<std::size_t>((high.x - low.x) / cell_);
    rows_ = 1 + static_cast<std::size_t>((high.y - low.y) / cell_);
    in_cell_.resize(rows_ * columns_);
    for (EdgeNumber edge = 0; edge < edges_.size(); ++edge) {
        auto const a = nodes_[edges_[edge].from];
        auto const b = nodes_[edges_[edge].to];
        for_each_cell(
            least(a, b), most(a, b), [&](std::size_t cell) { in_cell_[cell].push_back(edge); });
    }
}

std::size_t StraightStreets::column_of(double x) const noexcept
{
    return clamped((x - south_west_.x) / cell_, columns_);
}

std::size_t StraightStreets::row_of(double y) const noexcept
{
    return clamped((y - south_west_.y) / cell_, rows_);
}

template <class Visit>
void StraightStreets::for_each_cell(Xy low, Xy high, Visit visit) const
{
    for (auto row = row_of(low.y); row <= row_of(high.y); ++row) {
        for (auto column = column_of(low.x); column <= column_of(high.x); ++column) {
            visit(row * columns_ + column);
        }
    }
}

std::optional<StraightStreets::Nearest> StraightStreets::find_nearest(Xy place, Metres radius) const
{
    std::optional<Nearest> best;
    auto const offer = [&](EdgeNumber edge, double within) {
        auto const a = nodes_[edges_[edge].from];
        auto const b = nodes_[edges_[edge].to];
        auto const fraction = nearest_fraction(place, a, b);
        auto const away = distance(place, between(a, b, fraction));
        bool const is_nearer =
            !best || away < best->away || (away == best->away && edge < best->point.edge);
        if (away.value <= within && is_nearer) {
            best = Nearest{{edge, fraction * edges_[edge].length}, away};
        }
    };
    // In widening squares: what is found no further than half their side is the nearest.
    for (auto reach = std::min(cell_ / 4, radius.value);;
         reach = std::min(4 * reach, radius.value)) {
        Xy const low{place.x - reach, place.y - reach};
        Xy const high{place.x + reach, place.y + reach};
        for_each_cell(low, high, [&](std::size_t cell) {
            for (auto const edge : in_cell_[cell]) {
                offer(edge, reach);
            }
        });
        if (best || reach >= radius.value) {
            return best;
        }
    }
}

Xy StraightStreets::place_of(OnStreet const& point) const
{
    auto const& edge = edges_[point.edge];
    return between(nodes_[edge.from], nodes_[edge.to], point.along / edge.length);
}

} // namespace wt::hotspots
