#include "hotspots/scan_replicates.hpp"

#include "hotspots/lanes.hpp"
#include "hotspots/shuffle.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <memory>
#include <utility>

namespace wt::hotspots {

namespace {

/// As many replicates as there are lanes, side by side.
template <class Count>
struct Block
{
    static constexpr std::size_t lanes = Lanes<Count>::count;

    ScanProblem const& problem;
    ScanMargins const& margins;
    ScanThresholds<Count> const& thresholds;
    /// Row-major, places x (units + 1): the cases at a place before the beginning of a unit.
    std::vector<Lanes<Count>> before{};
    /// The same of the zone at hand.
    std::vector<Lanes<Count>> in_zone{};
    std::array<double, lanes> maximum{};
};

template <class Count>
void fill(Block<Count>& block, std::uint64_t seed, std::size_t first_replicate)
{
    auto const width = block.problem.units + 1;
    block.before.assign(block.problem.zones.size() * width, Lanes<Count>{});
    auto const& cases = block.problem.cases;
    for (std::size_t lane = 0; lane < block.lanes; ++lane) {
        auto const units = shuffled_units(cases, seed, first_replicate + lane);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            ++block.before[cases[i].place * width + units[i] + 1].of[lane];
        }
    }
    for (std::size_t i = 0; i < block.before.size(); ++i) {
        if (i % width != 0) {
            block.before[i].of += block.before[i - 1].of;
        }
    }
}

/// Takes the logarithms where a count passes its threshold.
template <class Count>
void raise_maxima(Block<Count>& block, std::uint32_t zone_cases)
{
    Count const* threshold = block.thresholds.row(zone_cases);
    for (ScanWindow const& window : block.margins.windows()) {
        auto const counts =
            block.in_zone[window.end].of - block.in_zone[window.end - window.length].of;
        for (std::size_t lane = 0; lane < block.lanes; ++lane) {
            if (counts[lane] > *threshold) {
                block.maximum[lane] = std::max(
                    block.maximum[lane], block.margins.llr(counts[lane], zone_cases, window));
            }
        }
        ++threshold;
    }
}

/// The zones around one place, each with all windows: adds, subtracts and compares.
template <class Count>
[[gnu::always_inline]] inline void scan_around(Block<Count>& block, std::size_t centre)
{
    auto const& problem = block.problem;
    auto const units = problem.units;
    std::fill(block.in_zone.begin(), block.in_zone.end(), Lanes<Count>{});
    Lanes<Count>* const in_zone = block.in_zone.data();
    std::uint32_t cases = 0;
    for (auto const place : problem.zones.around(centre)) {
        if (block.margins.cases_at(place) == 0) {
            continue;
        }
        cases += block.margins.cases_at(place);
        if (cases > block.margins.most()) {
            return;
        }
        Lanes<Count> const* const before = block.before.data() + place * (units + 1);
        for (std::size_t unit = 1; unit <= units; ++unit) {
            in_zone[unit].of += before[unit].of;
        }
        Count const* threshold = block.thresholds.row(cases);
        Lanes<Count> passed{};
        for (std::size_t length = 1; length <= problem.longest; ++length) {
            for (auto end = problem.prospective ? units : length; end <= units; ++end) {
                // Negative where the count of the window is larger; modulo arithmetic.
                passed.of |= *threshold++ + in_zone[end - length].of - in_zone[end].of;
            }
        }
        if (any_negative(passed)) {
            raise_maxima(block, cases);
        }
    }
}

WT_WIDE void scan_all(Block<std::uint16_t>& block)
{
    for (std::size_t centre = 0; centre < block.problem.zones.size(); ++centre) {
        scan_around(block, centre);
    }
}

WT_WIDE void scan_all(Block<std::uint32_t>& block)
{
    for (std::size_t centre = 0; centre < block.problem.zones.size(); ++centre) {
        scan_around(block, centre);
    }
}

template <class Count>
class Replicates
{
public:
    Replicates(ScanProblem const& problem, ScanMargins const& margins, ScanLimits const& limits)
        : problem_{problem}, margins_{margins}, limits_{limits}, maxima_(limits.replicates, 0.0)
    {
    }

    std::vector<double> maxima()
    {
        // One block tells how high the others will be; its first guess is on the low side.
        double const guess = 8.0;
        run(0, ScanThresholds<Count>{margins_, guess});
        auto const known = std::span{maxima_}.first(std::min(lanes, maxima_.size()));
        ScanThresholds<Count> const thresholds{
            margins_, std::max(guess, *std::min_element(known.begin(), known.end()) - 0.75)};
        auto const blocks = (maxima_.size() + lanes - 1) / lanes;
        limits_.for_each(blocks - 1, [&](std::size_t i) { run(i + 1, thresholds); });
        return std::move(maxima_);
    }

private:
    static constexpr std::size_t lanes = Block<Count>::lanes;

    /// As often as it takes until the maximum of each replicate is one that surely was compared.
    void run(std::size_t number, ScanThresholds<Count> const& thresholds)
    {
        Block<Count> block{problem_, margins_, thresholds};
        block.in_zone.resize(problem_.units + 1);
        fill(block, limits_.seed, number * lanes);
        scan_all(block);
        auto const lowest = *std::min_element(block.maximum.begin(), block.maximum.end());
        auto const first = number * lanes;
        auto const count = std::min(lanes, maxima_.size() - first);
        std::copy_n(
            block.maximum.begin(), count, maxima_.begin() + static_cast<std::ptrdiff_t>(first));
        if (lowest <= thresholds.level() + kRounding && thresholds.level() > kLowest) {
            run(number, ScanThresholds<Count>{margins_, thresholds.level() / 2});
        }
    }

    /// Below it nothing stands out.
    static constexpr double kLowest = 1e-3;
    static constexpr double kRounding = 1e-9;

    ScanProblem const& problem_;
    ScanMargins const& margins_;
    ScanLimits const& limits_;
    std::vector<double> maxima_;
};

} // namespace

std::vector<std::uint32_t>
shuffled_units(std::span<ScanCase const> cases, std::uint64_t seed, std::size_t replicate)
{
    std::vector<std::uint32_t> units;
    for (ScanCase const& one : cases) {
        units.push_back(one.unit);
    }
    return shuffled(units, seed, replicate);
}

std::vector<double>
scan_replicates(ScanProblem const& problem, ScanMargins const& margins, ScanLimits const& limits)
{
    if (margins.most() <= std::numeric_limits<std::uint16_t>::max() / 2) {
        return Replicates<std::uint16_t>{problem, margins, limits}.maxima();
    }
    return Replicates<std::uint32_t>{problem, margins, limits}.maxima();
}

} // namespace wt::hotspots
