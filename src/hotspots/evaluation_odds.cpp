#include "hotspots/evaluation_odds.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace wt::hotspots {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Where an increasing function of positive odds passes `wanted`, to the last digit; infinite or 0
/// where it does not.
template <class Function>
double odds_where(Function increasing, double wanted)
{
    double low = -700; // of the logarithm
    double high = 700;
    for (int i = 0; i < 80; ++i) {
        double const middle = low + (high - low) / 2;
        (increasing(std::exp(middle)) < wanted ? low : high) = middle;
    }
    return std::exp(low + (high - low) / 2);
}

/// Poisson chances of `first` and up, so far that what is left out is below 1e-30 of the largest.
struct PoissonChances
{
    std::int64_t first = 0;
    std::vector<double> chances{};
};

PoissonChances poisson_chances(double mean)
{
    auto const reach = 40 + 14 * std::sqrt(mean);
    PoissonChances law{.first = static_cast<std::int64_t>(std::max(0.0, std::floor(mean - reach)))};
    auto const count = static_cast<std::size_t>(mean + reach) - static_cast<std::size_t>(law.first);
    law.chances.resize(count + 1);
    auto const peak = static_cast<std::int64_t>(mean) - law.first;
    law.chances[static_cast<std::size_t>(peak)] = 1;
    for (auto i = static_cast<std::size_t>(peak); i > 0; --i) {
        law.chances[i - 1] =
            law.chances[i] * (static_cast<double>(i) + static_cast<double>(law.first)) / mean;
    }
    for (auto i = static_cast<std::size_t>(peak) + 1; i < law.chances.size(); ++i) {
        law.chances[i] =
            law.chances[i - 1] * mean / (static_cast<double>(i) + static_cast<double>(law.first));
    }
    double all = 0;
    for (double const chance : law.chances) {
        all += chance;
    }
    for (double& chance : law.chances) {
        chance /= all;
    }
    return law;
}

} // namespace

OddsLaw OddsLaw::binomial(std::int64_t total)
{
    return {0, total, [total](std::int64_t k) {
                return static_cast<double>(total - k) / static_cast<double>(k + 1);
            }};
}

OddsLaw OddsLaw::table(std::int64_t first_row, std::int64_t second_row, std::int64_t first_column)
{
    return {
        std::max<std::int64_t>(0, first_column - second_row),
        std::min(first_row, first_column),
        [=](std::int64_t k) {
            return static_cast<double>(first_row - k) * static_cast<double>(first_column - k) /
                   (static_cast<double>(k + 1) *
                    static_cast<double>(second_row - first_column + k + 1));
        }};
}

template <class Value>
double OddsLaw::sum(double odds, Value value) const
{
    // The peak: the last k that is more likely than the one before.
    auto low = low_;
    auto high = high_;
    while (low < high) {
        auto const middle = low + (high - low) / 2;
        if (step_(middle) * odds > 1) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    double all = 0;
    double sum = 0;
    double weight = 1;
    for (auto k = low; weight > 0 && k >= low_; --k) {
        all += weight;
        sum += weight * value(k, weight);
        weight = k > low_ ? weight / (step_(k - 1) * odds) : 0;
    }
    weight = low < high_ ? step_(low) * odds : 0;
    for (auto k = low + 1; weight > 0 && k <= high_; ++k) {
        all += weight;
        sum += weight * value(k, weight);
        weight = k < high_ ? weight * step_(k) * odds : 0;
    }
    return sum / all;
}

double OddsLaw::at_least(std::int64_t k, double odds) const
{
    return sum(odds, [k](std::int64_t i, double) { return i >= k ? 1.0 : 0.0; });
}

double OddsLaw::at_most(std::int64_t k, double odds) const
{
    return sum(odds, [k](std::int64_t i, double) { return i <= k ? 1.0 : 0.0; });
}

double OddsLaw::mean(double odds) const
{
    return sum(odds, [](std::int64_t i, double) { return static_cast<double>(i); });
}

double OddsLaw::two_sided(std::int64_t k) const
{
    assert(low_ <= k && k <= high_);
    double of_k = 0;
    static_cast<void>(
        sum(1.0, [&](std::int64_t i, double weight) { return i == k ? of_k = weight : 0.0; }));
    auto const p = sum(
        1.0, [&](std::int64_t, double weight) { return weight <= of_k * (1 + 1e-7) ? 1.0 : 0.0; });
    return std::min(p, 1.0);
}

double OddsLaw::estimate(std::int64_t k) const
{
    if (low_ == high_) {
        return 1.0;
    }
    if (k == low_ || k == high_) {
        return k == low_ ? 0.0 : kInfinity;
    }
    return odds_where([&](double odds) { return mean(odds); }, static_cast<double>(k));
}

OddsLaw::Interval OddsLaw::interval(std::int64_t k, double level) const
{
    assert(low_ <= k && k <= high_);
    double const tail = (1 - level) / 2;
    return {
        k == low_ ? 0.0 : odds_where([&](double odds) { return at_least(k, odds); }, tail),
        k == high_ ? kInfinity : odds_where([&](double odds) { return -at_most(k, odds); }, -tail)};
}

double e_test(std::int64_t first, std::int64_t second)
{
    auto const sum = first + second;
    if (sum == 0) {
        return 1.0;
    }
    auto const difference = first > second ? first - second : second - first;
    auto const law = poisson_chances(static_cast<double>(sum) / 2);
    auto const chance_of = [&](std::int64_t k) {
        return law.chances[static_cast<std::size_t>(k - law.first)];
    };
    auto const end = law.first + static_cast<std::int64_t>(law.chances.size());
    if (difference == 0) {
        auto const none = law.first == 0 ? chance_of(0) : 0.0;
        return 1.0 - none * none;
    }
    // P(X >= k), summed from the smallest.
    std::vector<double> upper(law.chances.size() + 1, 0.0);
    for (auto i = law.chances.size(); i > 0; --i) {
        upper[i - 1] = upper[i] + law.chances[i - 1];
    }
    // Squares of the statistic, as whole numbers: ties are ties. It grows with b above a.
    auto const is_as_marked = [&](std::int64_t a, std::int64_t b) {
        return (b - a) * (b - a) * sum >= difference * difference * (a + b);
    };
    double p = 0;
    for (auto a = law.first, b = law.first + 1; a < end; ++a) {
        b = std::max(b, a + 1);
        while (b < end && !is_as_marked(a, b)) {
            ++b;
        }
        p += chance_of(a) * upper[static_cast<std::size_t>(b - law.first)];
    }
    return std::min(1.0, 2 * p);
}

double normal_below(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double normal_quantile(double p)
{
    double low = -40;
    double high = 40;
    for (int i = 0; i < 100; ++i) {
        double const middle = low + (high - low) / 2;
        (normal_below(middle) < p ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

} // namespace wt::hotspots
