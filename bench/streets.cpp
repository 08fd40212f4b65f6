// Import, size, load and routing of street networks: bench_streets FILE.osm.pbf…
#include "base/random.hpp"
#include "streets/import.hpp"
#include "streets/paths.hpp"
#include "streets/walking_times.hpp"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <vector>

namespace {

using namespace wt;
using namespace wt::streets;

template <class Action>
double milliseconds(Action action)
{
    auto const start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

std::vector<StreetPoint> random_points(Network const& network, std::size_t count)
{
    SeededRandom random{1};
    std::vector<StreetPoint> points;
    for (std::size_t i = 0; i < count; ++i) {
        auto const edge = static_cast<EdgeIndex>(random.below(network.edge_count()));
        points.push_back(point_along(network, edge, 0.5 * network.edge(edge).length()));
    }
    return points;
}

/// Stops of one walk: points of streets within 1,500 m of the middle.
std::vector<StreetPoint> stops_near_middle(Network const& network, std::size_t count)
{
    SeededRandom random{2};
    auto const near = network.list_edges_near(network.bounds().middle(), Metres{1500});
    std::vector<StreetPoint> stops;
    for (std::size_t i = 0; i < count && !near.empty(); ++i) {
        stops.push_back(point_along(network, near[random.below(near.size())], Metres{0}));
    }
    return stops;
}

void measure(std::filesystem::path const& map)
{
    auto const file = std::filesystem::temp_directory_path() / "bench.streets";
    ImportStatistics s;
    double const import_ms = milliseconds([&] {
        auto const built = import_network(map);
        s = built.statistics;
        built.network.save(file);
    });
    auto const network = Network::load(file);
    double const load_ms = milliseconds([&] { (void)Network::load(file); });
    auto const points = random_points(network, 100);
    auto const stops = stops_near_middle(network, 60);
    std::size_t found = 0;
    double const path_ms = milliseconds([&] {
        for (std::size_t i = 1; i < points.size(); ++i) {
            found += find_path(network, points[i - 1], points[i]) ? 1U : 0U;
        }
    });
    double const matrix_ms = milliseconds([&] { (void)walking_times(network, stops, stops); });
    double const snap_ms = milliseconds([&] {
        for (StreetPoint const& point : points) {
            found += find_nearest_street(network, point.place) ? 1U : 0U;
        }
    });
    fmt::print(
        "{:<22} {:>7.0f} {:>8} {:>7.1f} {:>7} {:>7} {:>7.1f} {:>8} {:>7.1f} {:>6.1f} {:>6.1f} "
        "{:>6.1f} {:>6} {:>6} "
        "{:>8.2f} {:>8.1f} {:>7.3f}\n",
        map.filename().string(),
        import_ms,
        std::filesystem::file_size(file) / 1024,
        load_ms,
        s.nodes,
        s.edges,
        s.length.value / 1000,
        s.dropped_islands,
        s.dropped_length.value / 1000,
        s.lit.value / 1000,
        s.unlit.value / 1000,
        s.unknown_light.value / 1000,
        s.steps_ways,
        s.lamps,
        path_ms / 99,
        matrix_ms,
        snap_ms / 100);
    std::filesystem::remove(file);
}

} // namespace

int main(int count, char** arguments)
{
    fmt::print(
        "{:<22} {:>7} {:>8} {:>7} {:>7} {:>7} {:>7} {:>8} {:>7} {:>6} {:>6} {:>6} {:>6} {:>6} "
        "{:>8} {:>8} {:>7}\n",
        "map",
        "import",
        "KiB",
        "load",
        "nodes",
        "edges",
        "km",
        "islands",
        "km",
        "lit",
        "unlit",
        "?",
        "steps",
        "lamps",
        "path",
        "60 stops",
        "snap");
    fmt::print(
        "{:<22} {:>7} {:>8} {:>7} {:>64} {:>47} {:>8} {:>7}\n",
        "",
        "ms",
        "",
        "ms",
        "km of light",
        "ms",
        "ms",
        "ms");
    for (int i = 1; i < count; ++i) {
        measure(arguments[i]);
    }
    return 0;
}
