#include "streets/lighting.hpp"

#include "geo/bounds.hpp"
#include "geo/projection.hpp"

#include <nanoflann.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace wt::streets {
namespace detail {

/// What nanoflann asks of a set of points.
struct LampCloud
{
    std::vector<Xy> points;

    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
    [[nodiscard]] double kdtree_get_pt(std::size_t index, std::size_t axis) const
    {
        return axis == 0 ? points[index].x : points[index].y;
    }
    template <class Box>
    bool kdtree_get_bbox(Box&) const
    {
        return false;
    }
};

using LampTree = nanoflann::KDTreeSingleIndexAdaptor<
    nanoflann::L2_Simple_Adaptor<double, LampCloud, double, std::uint32_t>,
    LampCloud,
    2,
    std::uint32_t>;

} // namespace detail

namespace {

/// The stretch of the line from `a` to `b` (metres from `a`) in the circle around `lamp`.
std::optional<LitSpan> lit_by(Xy lamp, Xy a, Xy b)
{
    double const length = distance(a, b).value;
    if (length <= 0.0) {
        return std::nullopt;
    }
    double const dx = (b.x - a.x) / length;
    double const dy = (b.y - a.y) / length;
    double const along = (lamp.x - a.x) * dx + (lamp.y - a.y) * dy;
    double const aside = (lamp.x - a.x) * dy - (lamp.y - a.y) * dx;
    double const half_squared = kLampReach.value * kLampReach.value - aside * aside;
    if (half_squared <= 0.0) {
        return std::nullopt;
    }
    double const half = std::sqrt(half_squared);
    double const from = std::max(0.0, along - half);
    double const to = std::min(length, along + half);
    if (from >= to) {
        return std::nullopt;
    }
    return LitSpan{static_cast<float>(from), static_cast<float>(to)};
}

std::vector<LitSpan> merged(std::vector<LitSpan> spans)
{
    // A gap that rounding alone leaves is none.
    constexpr float kTouching = 0.01F;
    std::sort(spans.begin(), spans.end(), [](LitSpan a, LitSpan b) { return a.from_m < b.from_m; });
    std::vector<LitSpan> result;
    for (LitSpan const span : spans) {
        if (!result.empty() && span.from_m <= result.back().to_m + kTouching) {
            result.back().to_m = std::max(result.back().to_m, span.to_m);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

LatLon middle_of(std::vector<LatLon> const& lamps)
{
    Bounds bounds;
    for (LatLon const lamp : lamps) {
        bounds.extend(lamp);
    }
    return bounds.is_empty() ? LatLon{} : bounds.middle();
}

} // namespace

struct LampIndex::Tree
{
    explicit Tree(std::vector<LatLon> lamps)
        : places{std::move(lamps)}, projection{middle_of(places)}
    {
        for (LatLon const lamp : places) {
            cloud.points.push_back(projection.to_plane(lamp));
        }
        if (!places.empty()) {
            index.emplace(2, cloud, nanoflann::KDTreeSingleIndexAdaptorParams{16});
        }
    }

    std::vector<LatLon> places;
    LocalProjection projection;
    detail::LampCloud cloud;
    std::optional<detail::LampTree> index;
};

LampIndex::LampIndex(std::vector<LatLon> lamps) : tree_{std::make_unique<Tree>(std::move(lamps))} {}
LampIndex::~LampIndex() = default;
LampIndex::LampIndex(LampIndex&&) noexcept = default;
LampIndex& LampIndex::operator=(LampIndex&&) noexcept = default;

std::vector<LitSpan> LampIndex::list_lit_spans(std::span<FixedPoint const> line) const
{
    if (!tree_->index) {
        return {};
    }
    std::vector<LitSpan> spans;
    double start = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        LatLon const from = to_lat_lon(line[i - 1]);
        LatLon const to = to_lat_lon(line[i]);
        double const length = distance(from, to).value;
        // The tree's plane is out by a few per cent far from its middle, so it is asked for more
        // than enough, and each lamp is then measured around the piece itself.
        Xy const centre = tree_->projection.to_plane(between(from, to, 0.5));
        std::array<double, 2> const query{centre.x, centre.y};
        double const radius = 1.1 * (length / 2 + kLampReach.value);
        std::vector<std::pair<std::uint32_t, double>> near;
        tree_->index->radiusSearch(
            query.data(), radius * radius, near, nanoflann::SearchParams{0, 0.0F, false});
        LocalProjection const local{from};
        for (auto const& [lamp, squared] : near) {
            auto const span = lit_by(local.to_plane(tree_->places[lamp]), Xy{}, local.to_plane(to));
            if (span) {
                auto const offset = static_cast<float>(start);
                spans.push_back({span->from_m + offset, span->to_m + offset});
            }
        }
        start += length;
    }
    return merged(std::move(spans));
}

} // namespace wt::streets
