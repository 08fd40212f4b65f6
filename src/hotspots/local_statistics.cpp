#include "hotspots/local_statistics.hpp"

#include <cassert>
#include <cmath>
#include <numeric>

namespace wt::hotspots {

namespace {

double mean_of(std::span<Count const> counts)
{
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), Count{0})) /
           static_cast<double>(counts.size());
}

/// The sum of (y - mean)^2: no cancellation where counts are large and alike.
double squares_around(double mean, std::span<Count const> counts)
{
    return std::transform_reduce(
        counts.begin(), counts.end(), 0.0, std::plus<>{}, [mean](Count count) {
            auto const deviation = static_cast<double>(count) - mean;
            return deviation * deviation;
        });
}

Quadrant quadrant_of(double own, double around)
{
    if (own > 0) {
        return around > 0 ? Quadrant::high_high : Quadrant::high_low;
    }
    return around > 0 ? Quadrant::low_high : Quadrant::low_low;
}

} // namespace

std::vector<Count> neighbour_sums(std::span<Count const> counts, Neighbours const& neighbours)
{
    assert(counts.size() == neighbours.size());
    std::vector<Count> sums(counts.size());
    for (Place place = 0; place < sums.size(); ++place) {
        for (auto const other : neighbours.of(place)) {
            sums[place] += counts[other];
        }
    }
    return sums;
}

std::vector<double> gi_star_z(std::span<Count const> counts, Neighbours const& neighbours)
{
    auto const n = static_cast<double>(counts.size());
    auto const sums = neighbour_sums(counts, neighbours);
    auto const mean = mean_of(counts);
    auto const variance = squares_around(mean, counts) / n;
    std::vector<double> z(counts.size());
    for (Place place = 0; place < z.size(); ++place) {
        auto const weight = static_cast<double>(neighbours.of(place).size() + 1);
        auto const spread = variance * weight * (n - weight) / (n - 1);
        if (spread > 0) {
            auto const sum = static_cast<double>(sums[place] + counts[place]);
            z[place] = (sum - mean * weight) / std::sqrt(spread);
        }
    }
    return z;
}

std::vector<LocalMoran> local_moran(std::span<Count const> counts, Neighbours const& neighbours)
{
    assert(counts.size() >= 3);
    auto const n = static_cast<double>(counts.size());
    auto const sums = neighbour_sums(counts, neighbours);
    auto const mean = mean_of(counts);
    auto const squares = squares_around(mean, counts);
    std::vector<LocalMoran> results(counts.size());
    for (Place place = 0; place < results.size(); ++place) {
        auto const k = static_cast<double>(neighbours.of(place).size());
        auto const own = static_cast<double>(counts[place]) - mean;
        auto const around = k > 0 ? static_cast<double>(sums[place]) / k - mean : 0.0;
        auto& result = results[place];
        result.quadrant = quadrant_of(own, around);
        if (squares <= 0 || k == 0) {
            continue;
        }
        result.i = (n - 1) * own * around / squares;
        auto const scale = n * own / squares;
        auto const expected = -scale * own / (n - 1);
        auto const others = squares / n - own * own / (n - 1);
        auto const variance = n / (n - 2) * (1 / k - 1 / (n - 1)) * others;
        auto const spread = std::abs(scale) * std::sqrt(variance);
        if (spread > 0) {
            result.z = (result.i - expected) / spread;
        }
    }
    return results;
}

} // namespace wt::hotspots
