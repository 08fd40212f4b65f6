#include "streets/street_point.hpp"

#include "geo/projection.hpp"

#include <algorithm>
#include <limits>

namespace wt::streets {
namespace {

/// The points of an edge with the distance of each from the start. The last is the edge's stored
/// length exactly, which a sum of rounded pieces need not be.
struct MeasuredLine
{
    std::vector<LatLon> points;
    std::vector<double> along;
};

MeasuredLine measured(Network const& network, Edge const& edge)
{
    MeasuredLine line;
    for (FixedPoint const point : network.points_of(edge)) {
        LatLon const place = to_lat_lon(point);
        line.along.push_back(
            line.points.empty() ? 0.0
                                : line.along.back() + distance(line.points.back(), place).value);
        line.points.push_back(place);
    }
    line.along.back() = edge.length_m;
    return line;
}

LatLon place_at(MeasuredLine const& line, double along)
{
    auto const next = std::upper_bound(line.along.begin(), line.along.end(), along);
    if (next == line.along.end()) {
        return line.points.back();
    }
    if (next == line.along.begin()) {
        return line.points.front();
    }
    auto const i = static_cast<std::size_t>(next - line.along.begin());
    double const fraction = (along - line.along[i - 1]) / (line.along[i] - line.along[i - 1]);
    return between(line.points[i - 1], line.points[i], fraction);
}

double clamped(Edge const& edge, Metres along)
{
    return std::clamp<double>(along.value, 0.0, edge.length_m);
}

} // namespace

Snap nearest_on_edge(Network const& network, EdgeIndex edge, LatLon place)
{
    LocalProjection const plane{place};
    MeasuredLine const line = measured(network, network.edge(edge));
    Snap best;
    best.away = Metres{std::numeric_limits<double>::infinity()};
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        Xy const a = plane.to_plane(line.points[i - 1]);
        Xy const b = plane.to_plane(line.points[i]);
        double const fraction = nearest_fraction(Xy{}, a, b);
        Xy const nearest = between(a, b, fraction);
        Metres const away = distance(Xy{}, nearest);
        if (away < best.away) {
            double const along = line.along[i - 1] + fraction * (line.along[i] - line.along[i - 1]);
            best = {{edge, Metres{along}, plane.to_earth(nearest)}, away};
        }
    }
    return best;
}

std::optional<Snap>
find_nearest_street(Network const& network, LatLon place, SnapOptions const& options)
{
    // Near streets first: in a town the first look is nearly always the last.
    for (double reach = std::min(50.0, options.radius.value);; reach *= 4) {
        reach = std::min(reach, options.radius.value);
        std::optional<Snap> best;
        for (EdgeIndex const edge : network.list_edges_near(place, Metres{reach})) {
            if (options.step_free && network.edge(edge).is_step_free == 0) {
                continue;
            }
            Snap const snap = nearest_on_edge(network, edge, place);
            if (snap.away.value <= reach && (!best || snap.away < best->away)) {
                best = snap;
            }
        }
        if (best || reach >= options.radius.value) {
            return best;
        }
    }
}

StreetPoint point_along(Network const& network, EdgeIndex edge, Metres along)
{
    double const at = clamped(network.edge(edge), along);
    return {edge, Metres{at}, place_at(measured(network, network.edge(edge)), at)};
}

std::vector<LatLon> line_between(Network const& network, EdgeIndex index, Metres from, Metres to)
{
    Edge const& edge = network.edge(index);
    MeasuredLine const line = measured(network, edge);
    double const low = clamped(edge, std::min(from, to));
    double const high = clamped(edge, std::max(from, to));
    std::vector<LatLon> result{place_at(line, low)};
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        if (line.along[i] > low && line.along[i] < high) {
            result.push_back(line.points[i]);
        }
    }
    result.push_back(place_at(line, high));
    if (from > to) {
        std::reverse(result.begin(), result.end());
    }
    return result;
}

} // namespace wt::streets
