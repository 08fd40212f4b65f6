// Import, size, load and routing of street networks: bench_streets [FILE.osm.pbf…]; without a
// file, those of $WALKTALK_SHARED and the demonstration map, as far as they are there.
#include "base/random.hpp"
#include "routing/solve.hpp"
#include "streets/import.hpp"
#include "streets/paths.hpp"
#include "streets/walking_times.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
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

/// A walk of an hour from the first stop past what is worth most of the others: times, order, way.
void plan_walk(Network const& network, std::vector<StreetPoint> const& stops)
{
    SeededRandom random{3};
    routing::Problem problem{.budget = Seconds{3600}};
    for (std::size_t i = 0; i < stops.size(); ++i) {
        auto const worth = static_cast<double>(1 + random.below(10));
        auto const dwell = static_cast<double>(60 * (1 + random.below(4)));
        problem.points.push_back({.weight = worth, .dwell = Seconds{dwell}});
    }
    problem.times = walking_times(network, stops, stops).all();
    auto const order = routing::solve(problem, {}).routes.at(0).order;
    Search search{network};
    for (std::size_t i = 1; i < order.size(); ++i) {
        (void)find_path(search, stops[order[i - 1]], stops[order[i]]);
    }
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
    double const plan_ms = milliseconds([&] { plan_walk(network, stops); });
    double const snap_ms = milliseconds([&] {
        for (StreetPoint const& point : points) {
            found += find_nearest_street(network, point.place) ? 1U : 0U;
        }
    });
    fmt::print(
        "| {} | {:.0f} | {} | {:.1f} | {} | {} | {:.1f} | {} ({:.1f}) | {:.1f} / {:.1f} / {:.1f} | "
        "{} | "
        "{} | {:.2f} | {:.0f} | {:.0f} | {:.3f} |\n",
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
        plan_ms,
        snap_ms / 100);
    std::filesystem::remove(file);
}

std::vector<std::filesystem::path> maps_at_hand()
{
    char const* const shared = std::getenv("WALKTALK_SHARED");
    std::filesystem::path const folder{shared != nullptr ? shared : "../shared"};
    std::vector<std::filesystem::path> maps;
    for (auto const* name : {"camden", "southwark", "leeds", "elephant-vauxhall"}) {
        maps.push_back(folder / "data/streets" / (std::string{name} + ".osm.pbf"));
    }
    maps.emplace_back("build/demo/streets.osm.pbf");
    std::erase_if(maps, [](auto const& map) { return !std::filesystem::exists(map); });
    return maps;
}

} // namespace

int main(int count, char** arguments)
{
    auto const maps = count > 1
                          ? std::vector<std::filesystem::path>{arguments + 1, arguments + count}
                          : maps_at_hand();
    if (maps.empty()) {
        fmt::print(stderr, "No map: name one, or set WALKTALK_SHARED.\n");
        return 2;
    }
    fmt::print(
        "| map | import and save, ms | file, KiB | load, ms | nodes | edges | km | islands dropped "
        "(km) | "
        "lit / unlit / unknown, km | ways of steps | lamps | one path, ms | all times of 60 stops "
        "within "
        "1,500 m, ms | an hour's walk past the best of them, ms | snap, ms |\n|{}\n",
        " --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: "
        "|");
    for (auto const& map : maps) {
        measure(map);
    }
    return 0;
}
