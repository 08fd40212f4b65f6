#include "hotspots/scan_windows.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace wt::hotspots {

namespace {

/// Rows of a table of thresholds, at most.
constexpr std::uint32_t kRows = 8192;

std::vector<std::uint32_t> count_by_place(ScanProblem const& problem)
{
    std::vector<std::uint32_t> counts(problem.zones.size(), 0);
    for (ScanCase const& one : problem.cases) {
        ++counts[one.place];
    }
    return counts;
}

std::vector<ScanWindow> list_windows(ScanProblem const& problem)
{
    std::vector<std::uint32_t> before(problem.units + 1, 0);
    for (ScanCase const& one : problem.cases) {
        ++before[one.unit + 1];
    }
    for (std::size_t unit = 0; unit < problem.units; ++unit) {
        before[unit + 1] += before[unit];
    }
    std::vector<ScanWindow> windows;
    for (std::size_t length = 1; length <= problem.longest; ++length) {
        for (auto end = problem.prospective ? problem.units : length; end <= problem.units; ++end) {
            windows.push_back(
                {static_cast<std::uint32_t>(end),
                 static_cast<std::uint32_t>(length),
                 before[end] - before[end - length]});
        }
    }
    return windows;
}

/// The most cases of a zone that has no more than `limit`.
std::uint32_t
most_in_zone(Zones const& zones, std::vector<std::uint32_t> const& of_place, double limit)
{
    std::uint32_t most = 0;
    for (std::size_t centre = 0; centre < zones.size(); ++centre) {
        std::uint32_t cases = 0;
        for (auto const place : zones.around(centre)) {
            cases += of_place[place];
            if (cases > limit) {
                break;
            }
            most = std::max(most, cases);
        }
    }
    return most;
}

} // namespace

double scan_llr(double count, double expected, double total)
{
    if (count <= expected) {
        return 0.0;
    }
    double const inside = count * std::log(count / expected);
    double const rest = total - count;
    return rest > 0 ? inside + rest * std::log(rest / (total - expected)) : inside;
}

ScanMargins::ScanMargins(ScanProblem const& problem)
    : cases_{static_cast<std::uint32_t>(problem.cases.size())}, of_place_{count_by_place(problem)},
      windows_{list_windows(problem)}
{
    most_ = most_in_zone(problem.zones, of_place_, problem.largest * cases_);
}

template <class Count>
ScanThresholds<Count>::ScanThresholds(ScanMargins const& margins, double level)
    : level_{level}, width_{margins.windows().size()}, step_{margins.most() / kRows + 1}
{
    assert(margins.most() <= std::numeric_limits<Count>::max() / 2);
    auto const rows = margins.most() / step_ + 1;
    counts_.resize(rows * width_);
    for (std::size_t w = 0; w < width_; ++w) {
        ScanWindow const& window = margins.windows()[w];
        std::uint32_t count = 1; // one case is no cluster; more cases at hand, more are expected
        for (std::uint32_t row = 0; row < rows; ++row) {
            auto const zone = row * step_;
            auto const most = std::min(zone + step_ - 1, margins.cases());
            auto const expected = margins.expected(zone, window);
            while (expected > 0 && count < most &&
                   scan_llr(count + 1, expected, margins.cases()) <= level) {
                ++count;
            }
            counts_[row * width_ + w] = static_cast<Count>(count);
        }
    }
}

template class ScanThresholds<std::uint16_t>;
template class ScanThresholds<std::uint32_t>;

} // namespace wt::hotspots
