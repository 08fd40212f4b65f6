#include "hotspots/density.hpp"

#include "hotspots/by_lane.hpp"
#include "hotspots/shortest_ways.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace wt::hotspots {

namespace {

/// What a way that arrives by one lane hands on to those that leave.
struct Shares
{
    double on = 0.0;
    double back = 0.0;
};

Shares shares_of(std::size_t streets, DensityOptions const& options)
{
    if (streets == 1) {
        return {0.0, options.dead_ends == DeadEnds::reflect ? 1.0 : 0.0};
    }
    auto const n = static_cast<double>(streets);
    return options.split == Split::continuous ? Shares{2 / n, 2 / n - 1} : Shares{1 / (n - 1), 0.0};
}

template <Kernel kernel>
class Spreader
{
public:
    Spreader(
        StreetGraph const& graph,
        std::span<OnStreet const> points,
        std::span<OnStreet const> samples,
        DensityOptions const& options)
        : graph_{graph}, options_{options}, points_{graph, points, true},
          samples_{graph, samples, false}, density_(samples.size()),
          per_bandwidth_{1 / options.bandwidth.value}
    {
    }

    std::optional<std::vector<double>> find(std::function<bool()> const& stop)
    {
        ShortestWays ways{graph_};
        for (EdgeNumber edge = 0; edge < graph_.edges().size(); ++edge) {
            auto const lane = lane_of(edge, false);
            if (points_.on(lane).empty()) {
                continue;
            }
            if (options_.split == Split::simple) {
                spread_shortest(edge, ways);
            } else {
                spread_within(lane);
                if (!spread_out(lane, stop) || !spread_out(reversed(lane), stop)) {
                    return std::nullopt;
                }
            }
            if (stop()) {
                return std::nullopt;
            }
        }
        auto const factor = kernel_factor(kernel) * per_bandwidth_;
        for (auto& density : density_) {
            density *= factor;
        }
        return std::move(density_);
    }

private:
    /// A way that is about to walk a lane.
    struct Way
    {
        Lane lane = 0;
        double walked = 0.0; ///< since the end of the edge that its points lie on
        double share = 1.0;
    };

    [[nodiscard]] double at(double distance) const
    {
        return kernel_shape<kernel>(distance * per_bandwidth_);
    }

    /// From the points of an edge to the samples of the same, straight.
    void spread_within(Lane lane)
    {
        for (auto const& sample : samples_.on(lane)) {
            double sum = 0;
            for (auto const& point : points_.on(lane)) {
                auto const distance = std::abs(point.along - sample.along);
                sum += distance < options_.bandwidth.value ? point.weight * at(distance) : 0.0;
            }
            density_[sample.place] += sum;
        }
    }

    /// To the samples of the lane, of each point that reaches them within the bandwidth.
    /// \param before  the points by rising distance from the end of their edge, which is `along`
    void spread_along(Way const& way, std::span<ByLane::Entry const> before)
    {
        for (auto const& sample : samples_.on(way.lane)) {
            auto const walked = way.walked + sample.along;
            auto const left = options_.bandwidth.value - walked;
            double sum = 0;
            for (auto const& point : before) {
                if (point.along >= left) {
                    break;
                }
                sum += point.weight * at(walked + point.along);
            }
            if (sum == 0) {
                return; // those further on are out of reach, too
            }
            density_[sample.place] += way.share * sum;
        }
    }

    void follow(Lane arrived, double walked, double share)
    {
        auto const leaving = graph_.leaving(graph_.end(arrived));
        auto const shares = shares_of(leaving.size(), options_);
        for (auto const lane : leaving) {
            auto const part = share * (lane == reversed(arrived) ? shares.back : shares.on);
            if (part != 0) {
                ways_.push_back({lane, walked, part});
            }
        }
    }

    /// Along every way that leaves the edge by the end of the lane.
    bool spread_out(Lane lane, std::function<bool()> const& stop)
    {
        constexpr std::size_t kPause = 1U << 20U; // ways between two questions whether to stop
        auto const before = points_.on(reversed(lane));
        auto const reach = options_.bandwidth.value - before.front().along;
        if (reach > 0) {
            follow(lane, 0.0, 1.0);
        }
        for (std::size_t count = 1; !ways_.empty(); ++count) {
            auto const way = ways_.back();
            ways_.pop_back();
            spread_along(way, before);
            auto const walked = way.walked + graph_.length(way.lane);
            if (walked < reach) {
                follow(way.lane, walked, way.share);
            }
            if (count % kPause == 0 && stop()) {
                return false;
            }
        }
        return true;
    }

    /// To every sample that is near, by the shorter of the ways by either end.
    void spread_shortest(EdgeNumber edge, ShortestWays& ways)
    {
        auto const points = points_.on(lane_of(edge, false));
        auto const bandwidth = options_.bandwidth.value;
        auto const length = graph_.edges()[edge].length;
        ways.find_from_ends(edge, bandwidth);
        for (auto const near : ways.edges_near()) {
            for (auto const& sample : samples_.on(lane_of(near, false))) {
                auto const [by_first, by_second] = ways.distances_to(near, sample.along);
                double sum = 0;
                for (auto const& point : points) {
                    auto distance =
                        std::min(point.along + by_first, length - point.along + by_second);
                    if (near == edge) {
                        distance = std::min(distance, std::abs(point.along - sample.along));
                    }
                    sum += distance < bandwidth ? point.weight * at(distance) : 0.0;
                }
                density_[sample.place] += sum;
            }
        }
    }

    StreetGraph const& graph_;
    DensityOptions const& options_;
    ByLane points_;
    ByLane samples_;
    std::vector<double> density_;
    std::vector<Way> ways_;
    double per_bandwidth_;
};

} // namespace

std::optional<std::vector<double>> network_density(
    StreetGraph const& graph,
    std::span<OnStreet const> points,
    std::span<OnStreet const> samples,
    DensityOptions const& options,
    std::function<bool()> const& stop)
{
    assert(options.bandwidth.value > 0);
    switch (options.kernel) {
    case Kernel::quartic:
        return Spreader<Kernel::quartic>{graph, points, samples, options}.find(stop);
    case Kernel::epanechnikov:
        return Spreader<Kernel::epanechnikov>{graph, points, samples, options}.find(stop);
    case Kernel::gaussian:
        break;
    }
    return Spreader<Kernel::gaussian>{graph, points, samples, options}.find(stop);
}

std::vector<OnStreet> cut_into_lixels(StreetGraph const& graph, Metres length)
{
    std::vector<OnStreet> lixels;
    for (EdgeNumber edge = 0; edge < graph.edges().size(); ++edge) {
        auto const whole = graph.edges()[edge].length;
        auto const pieces = std::max(1.0, std::ceil(whole / length.value));
        for (double piece = 0; piece < pieces; ++piece) {
            lixels.push_back({edge, (piece + 0.5) * whole / pieces});
        }
    }
    return lixels;
}

} // namespace wt::hotspots
