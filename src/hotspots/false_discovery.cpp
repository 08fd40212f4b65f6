#include "hotspots/false_discovery.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace wt::hotspots {

std::vector<double> false_discovery_rates(std::span<double const> p, Dependence dependence)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::greater<>{}, [p](std::size_t i) { return p[i]; });
    auto tests = static_cast<double>(p.size());
    if (dependence == Dependence::any) {
        double harmonic = 0;
        for (auto i = p.size(); i > 0; --i) {
            harmonic += 1 / static_cast<double>(i);
        }
        tests *= harmonic;
    }
    std::vector<double> q(p.size());
    double least = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const rank = static_cast<double>(p.size() - i);
        least = std::min(least, p[order[i]] * tests / rank);
        q[order[i]] = least;
    }
    return q;
}

} // namespace wt::hotspots
