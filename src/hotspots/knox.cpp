#include "hotspots/knox.hpp"

#include "base/refusal.hpp"
#include "hotspots/lanes.hpp"
#include "hotspots/plane_grid.hpp"
#include "hotspots/shuffle.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace wt::hotspots {

namespace {

using Count = std::uint16_t;
using DayLanes = Lanes<Count>;

/// So many fit into the counts of a lane.
constexpr std::size_t kRun = 60'000;

/// Partners of one point, all as far from it as one band says; each pair stands once.
struct Run
{
    std::uint32_t point = 0;
    std::uint32_t band = 0;
    std::size_t first = 0; ///< in `partners`
    std::size_t end = 0;
};

struct ClosePairs
{
    std::vector<Run> runs{};
    std::vector<std::uint32_t> partners{};
};

void add_runs(
    ClosePairs& pairs, std::uint32_t point, std::vector<std::vector<std::uint32_t>>& found)
{
    for (std::uint32_t band = 0; band < found.size(); ++band) {
        for (std::size_t i = 0; i < found[band].size(); ++i) {
            if (i % kRun == 0) {
                pairs.runs.push_back({point, band, pairs.partners.size(), pairs.partners.size()});
            }
            pairs.partners.push_back(found[band][i]);
            ++pairs.runs.back().end;
        }
        found[band].clear();
    }
}

ClosePairs find_close_pairs(KnoxProblem const& problem)
{
    auto const& edges = problem.distances;
    std::vector<Xy> places;
    for (KnoxPoint const& point : problem.points) {
        places.push_back(point.place);
    }
    PlaneGrid const grid{places, edges.back()};
    ClosePairs pairs;
    std::vector<std::vector<std::uint32_t>> found(edges.size() - 1);
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        std::size_t close = pairs.partners.size();
        grid.each_near(places[i], [&](std::uint32_t j) {
            if (j <= i) {
                return;
            }
            auto const distance = std::hypot(places[i].x - places[j].x, places[i].y - places[j].y);
            if (distance < edges.front() || distance >= edges.back()) {
                return;
            }
            auto const edge = std::upper_bound(edges.begin(), edges.end(), distance);
            found[static_cast<std::size_t>(edge - edges.begin()) - 1].push_back(j);
            ++close;
        });
        if (close > problem.most_pairs) {
            throw Refusal{
                Refusal::invalid_input,
                {N_("More than {1} pairs lie within the largest distance; take fewer points or a "
                    "smaller distance."),
                 {std::to_string(problem.most_pairs)}}};
        }
        add_runs(pairs, i, found);
    }
    return pairs;
}

/// Pairs of a replicate by band of distance and edge of time: those nearer in time than the edge.
using Sums = std::vector<std::array<std::uint64_t, DayLanes::count>>;

/// How many of the partners of a point are fewer than `edge` > 0 days away from it: one comparison
/// modulo 2^16.
WT_WIDE void count_nearer(
    std::span<std::uint32_t const> partners,
    DayLanes const* days,
    DayLanes const& own,
    Count edge,
    DayLanes& count)
{
    auto const from = own.of - static_cast<Count>(edge - 1);
    auto const width = static_cast<Count>(2 * edge - 1);
    DayLanes sum{};
    for (auto const partner : partners) {
        sum.of -= (days[partner].of - from < width);
    }
    count = sum;
}

class Knox
{
public:
    explicit Knox(KnoxProblem const& problem)
        : pairs_{find_close_pairs(problem)}, bands_{problem.distances.size() - 1}
    {
        auto const [first, last] = std::minmax_element(
            problem.points.begin(), problem.points.end(), [](auto const& a, auto const& b) {
                return a.day < b.day;
            });
        assert(problem.points.empty() || last->day - first->day <= kKnoxSpan);
        for (KnoxPoint const& point : problem.points) {
            days_.push_back(static_cast<Count>(point.day - first->day));
        }
        for (double const edge : problem.days) {
            edges_.push_back(static_cast<Count>(std::min(std::ceil(edge), kKnoxSpan + 1.0)));
        }
    }

    [[nodiscard]] std::size_t cells() const { return bands_ * (edges_.size() - 1); }

    /// The pairs of each cell as the days are.
    [[nodiscard]] std::vector<std::uint64_t> observed() const
    {
        std::vector<DayLanes> days(days_.size());
        for (std::size_t i = 0; i < days.size(); ++i) {
            days[i].of[0] = days_[i];
        }
        return to_cells(sum(days), 0);
    }

    /// The pairs of each cell in as many replicates as there are lanes, from `first` on.
    [[nodiscard]] std::vector<std::vector<std::uint64_t>>
    replicates(std::uint64_t seed, std::size_t first) const
    {
        std::vector<DayLanes> days(days_.size());
        for (std::size_t lane = 0; lane < DayLanes::count; ++lane) {
            auto const order = shuffled(days_, seed, first + lane);
            for (std::size_t i = 0; i < days.size(); ++i) {
                days[i].of[lane] = order[i];
            }
        }
        auto const sums = sum(days);
        std::vector<std::vector<std::uint64_t>> cells;
        for (std::size_t lane = 0; lane < DayLanes::count; ++lane) {
            cells.push_back(to_cells(sums, lane));
        }
        return cells;
    }

private:
    [[nodiscard]] Sums sum(std::vector<DayLanes> const& days) const
    {
        Sums sums(bands_ * edges_.size());
        DayLanes nearer;
        for (Run const& run : pairs_.runs) {
            for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
                if (edges_[edge] == 0) {
                    continue;
                }
                count_nearer(
                    std::span{pairs_.partners}.subspan(run.first, run.end - run.first),
                    days.data(),
                    days[run.point],
                    edges_[edge],
                    nearer);
                auto& sum = sums[run.band * edges_.size() + edge];
                for (std::size_t lane = 0; lane < DayLanes::count; ++lane) {
                    sum[lane] += nearer.of[lane];
                }
            }
        }
        return sums;
    }

    [[nodiscard]] std::vector<std::uint64_t> to_cells(Sums const& sums, std::size_t lane) const
    {
        std::vector<std::uint64_t> cells;
        for (std::size_t edge = 1; edge < edges_.size(); ++edge) {
            for (std::size_t band = 0; band < bands_; ++band) {
                auto const* const of_band = sums.data() + band * edges_.size();
                cells.push_back(of_band[edge][lane] - of_band[edge - 1][lane]);
            }
        }
        return cells;
    }

    ClosePairs pairs_;
    std::size_t bands_;
    std::vector<Count> days_{};
    std::vector<Count> edges_{}; ///< whole days: fewer than 2.5 are fewer than 3
};

[[maybe_unused]] bool is_rising(std::vector<double> const& edges)
{
    return edges.size() >= 2 && edges.front() >= 0 && std::isfinite(edges.back()) &&
           std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>{}) == edges.end();
}

double median(std::vector<std::uint64_t>& numbers)
{
    std::sort(numbers.begin(), numbers.end());
    auto const half = numbers.size() / 2;
    auto const upper = static_cast<double>(numbers[half]);
    return numbers.size() % 2 == 1 ? upper : (static_cast<double>(numbers[half - 1]) + upper) / 2;
}

} // namespace

std::vector<KnoxCell> knox(KnoxProblem const& problem, ScanLimits const& limits)
{
    assert(is_rising(problem.distances) && is_rising(problem.days) && limits.replicates >= 1);
    Knox const test{problem};
    auto const observed = test.observed();
    std::vector<std::vector<std::uint64_t>> simulated(limits.replicates);
    limits.for_each((simulated.size() + DayLanes::count - 1) / DayLanes::count, [&](auto block) {
        auto cells = test.replicates(limits.seed, block * DayLanes::count);
        for (std::size_t lane = 0; lane < cells.size(); ++lane) {
            if (auto const at = block * DayLanes::count + lane; at < simulated.size()) {
                simulated[at] = std::move(cells[lane]);
            }
        }
    });
    auto const replicates = static_cast<double>(simulated.size());
    std::vector<KnoxCell> cells;
    for (std::size_t cell = 0; cell < test.cells(); ++cell) {
        KnoxCell result{.pairs = observed[cell]};
        std::vector<std::uint64_t> pairs;
        double as_many = 1;
        for (auto const& replicate : simulated) {
            pairs.push_back(replicate[cell]);
            result.expected += static_cast<double>(replicate[cell]) / replicates;
            as_many += replicate[cell] >= result.pairs ? 1 : 0;
        }
        result.median = median(pairs);
        result.p = as_many / (1 + replicates);
        cells.push_back(result);
    }
    return cells;
}

} // namespace wt::hotspots
