// Import, load and routing at the scale of Greater London: bench_streets_of_a_region [COPIES].
// The map is stitched from copies of the real extracts of $WALKTALK_SHARED, side by side, with no
// street between them; the table says so.
#include "base/random.hpp"
#include "streets/import.hpp"
#include "streets/paths.hpp"
#include "streets/walking_times.hpp"
#include "support/stitched_map.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <sys/resource.h>

namespace {

using namespace wt;
using namespace wt::streets;

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The most memory the program has held so far.
double peak_mib()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

std::vector<std::filesystem::path> extracts()
{
    char const* const shared = std::getenv("WALKTALK_SHARED");
    std::filesystem::path const folder{shared != nullptr ? shared : "../shared"};
    std::vector<std::filesystem::path> maps;
    for (auto const* name : {"camden", "southwark", "leeds"}) {
        maps.push_back(folder / "data/streets" / (std::string{name} + ".osm.pbf"));
    }
    std::erase_if(maps, [](auto const& map) { return !std::filesystem::exists(map); });
    return maps;
}

std::vector<StreetPoint> stops_of_a_walk(Network const& network)
{
    SeededRandom random{2};
    auto const middle = network.place_of(static_cast<NodeIndex>(network.node_count() / 2));
    auto const near = network.list_edges_near(middle, Metres{1500});
    std::vector<StreetPoint> stops;
    for (int i = 0; i < 60; ++i) {
        stops.push_back(point_along(network, near[random.below(near.size())], Metres{0}));
    }
    return stops;
}

void print(std::filesystem::path const& map, std::filesystem::path const& file, std::size_t copies)
{
    double const before_mib = peak_mib();
    auto start = std::chrono::steady_clock::now();
    std::size_t nodes = 0;
    ImportStatistics made;
    {
        auto const built = import_network(map);
        built.network.save(file);
        made = built.statistics;
        nodes = built.network.node_count();
    }
    double const import_s = seconds_since(start);
    double const import_mib = peak_mib();
    start = std::chrono::steady_clock::now();
    auto const network = Network::load(file);
    double const load_s = seconds_since(start);
    auto const stops = stops_of_a_walk(network);
    start = std::chrono::steady_clock::now();
    (void)walking_times(network, stops, stops);
    double const matrix_ms = 1000 * seconds_since(start);
    start = std::chrono::steady_clock::now();
    (void)find_path(network, stops.front(), stops.back());
    double const path_ms = 1000 * seconds_since(start);
    fmt::print(
        "| copies | file, MiB | junctions and ends | nodes of segments | segments | km | import "
        "and "
        "save, s | memory, MiB (before) | network, MiB | load, s | all times of 60 stops within "
        "1,500 m, ms | one path, ms |\n"
        "| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n"
        "| {} | {} | {} | {} | {} | {:.0f} | {:.1f} | {:.0f} ({:.0f}) | {} | {:.2f} | {:.0f} | "
        "{:.1f} |\n",
        copies,
        std::filesystem::file_size(map) >> 20U,
        made.nodes,
        nodes,
        made.segments,
        made.length.value / 1000,
        import_s,
        import_mib,
        before_mib,
        std::filesystem::file_size(file) >> 20U,
        load_s,
        matrix_ms,
        path_ms);
}

} // namespace

int main(int count, char** arguments)
{
    auto const maps = extracts();
    if (maps.empty()) {
        fmt::print(stderr, "No map: set WALKTALK_SHARED.\n");
        return 2;
    }
    // Three million nodes between segments.
    auto const copies = count > 1 ? std::stoul(arguments[1]) : 195;
    auto const folder = std::filesystem::temp_directory_path();
    auto const map = folder / "walktalk-region.osm.pbf";
    auto const file = folder / "walktalk-region.network";
    bench::write_stitched_map(maps, copies, map);
    fmt::print(
        "A map stitched from {} shifted copies of {} real extracts, side by side, without streets "
        "between them.\n\n",
        copies,
        maps.size());
    print(map, file, copies);
    std::filesystem::remove(map);
    std::filesystem::remove(file);
    return 0;
}
