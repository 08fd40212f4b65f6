#include "base/calendar.hpp"
#include "hotspots/scan.hpp"
#include "hotspots/scan_zones.hpp"
#include "unit/hotspots/reference.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace wt::hotspots {
namespace {

struct Known
{
    std::vector<std::string> names{};
    ScanProblem problem{};
};

/// SaTScan's input: weeks counted back from the last day of 2025.
Known read_known()
{
    Known known{.problem = {.units = 53, .longest = 4}};
    std::istringstream places{read_gzip(reference_folder() / "satscan/seg.geo.gz")};
    std::map<std::string, PlaceIndex> index;
    std::vector<Xy> points;
    std::string name;
    for (Xy point; places >> name >> point.x >> point.y;) {
        index.emplace(name, static_cast<PlaceIndex>(points.size()));
        known.names.push_back(name);
        points.push_back(point);
    }
    known.problem.zones = zones_by_distance(points, 500);
    std::istringstream cases{read_gzip(reference_folder() / "satscan/seg.cas.gz")};
    int count = 0;
    for (std::string date; cases >> name >> count >> date;) {
        std::replace(date.begin(), date.end(), '/', '-');
        auto const back = (*find_day("2025-12-31") - *find_day(date)).count() / 7;
        known.problem.cases.insert(
            known.problem.cases.end(),
            static_cast<std::size_t>(count),
            {index.at(name), static_cast<std::uint32_t>(52 - back)});
    }
    return known;
}

/// As SaTScan prints it.
std::string last_day(std::size_t unit)
{
    auto const day = std::chrono::year_month_day{
        *find_day("2025-12-31") - std::chrono::days{7 * (52 - static_cast<int>(unit))}};
    std::ostringstream text;
    text << int{day.year()} << '/' << unsigned{day.month()} << '/' << unsigned{day.day()};
    return text.str();
}

// SaTScan 10.3.2, retrospective, weeks, 500 m, 28 days. It reports what passes the lowest of its
// simulated maxima, 9.749.
TEST(Scan, FindsTheClustersOfSatscan)
{
    WT_REQUIRE_REFERENCE();
    auto known = read_known();
    ASSERT_EQ(known.problem.cases.size(), 20'000U);
    auto const clusters = list_clusters(known.problem, 9.749133);
    std::istringstream lines{read_gzip(reference_folder() / "satscan/seg_retro7.col.txt.gz")};
    std::size_t found = 0;
    for (std::string line; std::getline(lines, line) && found < clusters.size(); ++found) {
        std::istringstream words{line};
        std::string number;
        std::string centre;
        std::string from;
        std::string to;
        std::string skipped;
        std::size_t places = 0;
        double llr = 0;
        std::string p;
        std::uint32_t cases = 0;
        words >> number >> centre >> skipped >> skipped >> skipped >> skipped >> from >> to >>
            places >> llr >> p >> cases;
        auto const& cluster = clusters[found];
        EXPECT_EQ(known.names[cluster.centre], centre);
        EXPECT_EQ(cluster.places.size(), places);
        EXPECT_EQ(cluster.cases, cases);
        EXPECT_EQ(last_day(cluster.last_unit), to);
        EXPECT_NEAR(cluster.llr, llr, 1e-6);
    }
    EXPECT_EQ(found, 11U);
    EXPECT_EQ(clusters.size(), 11U);
}

} // namespace
} // namespace wt::hotspots
