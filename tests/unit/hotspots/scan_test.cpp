#include "base/random.hpp"
#include "hotspots/scan.hpp"
#include "hotspots/scan_replicates.hpp"
#include "hotspots/scan_zones.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace wt::hotspots {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<PlaceIndex> to_list(std::span<PlaceIndex const> places)
{
    return {places.begin(), places.end()};
}

TEST(ScanZones, GrowByDistanceAndThoseEquallyFarInTheOrderOfTheFile)
{
    std::vector<Xy> const points{{0, 0}, {0, 20}, {10, 0}, {-10, 0}, {0, 50}};
    auto const zones = zones_by_distance(points, 30);
    EXPECT_THAT(to_list(zones.around(0)), ElementsAre(0, 2, 3, 1));
    EXPECT_THAT(to_list(zones.around(4)), ElementsAre(4, 1));
}

TEST(ScanZones, HoldTheSameFarFromTheOriginAndOnBothSidesOfIt)
{
    std::vector<Xy> const points{{-0.5, -0.5}, {0.5, 0.5}, {1e9, 1e9}, {1e9 + 1, 1e9}};
    auto const zones = zones_by_distance(points, 2);
    EXPECT_THAT(to_list(zones.around(1)), ElementsAre(1, 0));
    EXPECT_THAT(to_list(zones.around(2)), ElementsAre(2, 3));
}

TEST(ScanZones, FollowTheShortestWayAlongLinks)
{
    std::vector<PlaceLink> const links{{0, 1, 10}, {1, 2, 10}, {2, 0, 25}, {2, 3, 10}};
    auto const zones = zones_by_links(5, links, 20);
    EXPECT_THAT(to_list(zones.around(0)), ElementsAre(0, 1, 2));
    EXPECT_THAT(to_list(zones.around(3)), ElementsAre(3, 2, 1));
    EXPECT_THAT(to_list(zones.around(4)), ElementsAre(4));
}

/// Some places in the plane, more cases where `random` likes it.
ScanProblem given_problem(std::uint64_t seed, std::size_t cases = 150)
{
    SeededRandom random{seed};
    std::vector<Xy> points(12);
    for (auto& point : points) {
        point = {100 * random.uniform(), 100 * random.uniform()};
    }
    ScanProblem problem{
        .units = 9, .zones = zones_by_distance(points, 45), .longest = 3, .largest = 0.5};
    for (std::size_t i = 0; i < cases; ++i) {
        auto const place = std::min(random.below(12), random.below(12));
        problem.cases.push_back(
            {static_cast<PlaceIndex>(place), static_cast<std::uint32_t>(random.below(9))});
    }
    return problem;
}

/// The largest ratio by the definition of Kulldorff 2005: each zone and window summed anew.
class BruteForce
{
public:
    BruteForce(ScanProblem const& problem, std::vector<std::uint32_t> const& units)
        : problem_{problem}, counts_(problem.zones.size(), std::vector<double>(problem.units, 0))
    {
        for (std::size_t i = 0; i < units.size(); ++i) {
            ++counts_[problem.cases[i].place][units[i]];
        }
    }

    [[nodiscard]] double maximum() const
    {
        double best = 0;
        for (std::size_t centre = 0; centre < problem_.zones.size(); ++centre) {
            auto const around = problem_.zones.around(centre);
            for (std::size_t k = 1; k <= around.size(); ++k) {
                for (std::size_t first = 0; first < problem_.units; ++first) {
                    auto const most = std::min(problem_.units, first + problem_.longest);
                    for (auto end = first + 1; end <= most; ++end) {
                        if (!problem_.prospective || end == problem_.units) {
                            best = std::max(best, ratio(around.first(k), first, end));
                        }
                    }
                }
            }
        }
        return best;
    }

private:
    [[nodiscard]] double
    sum(std::span<PlaceIndex const> places, std::size_t first, std::size_t end) const
    {
        double sum = 0;
        for (auto const place : places) {
            for (auto unit = first; unit < end; ++unit) {
                sum += counts_[place][unit];
            }
        }
        return sum;
    }

    [[nodiscard]] double
    ratio(std::span<PlaceIndex const> zone, std::size_t first, std::size_t end) const
    {
        std::vector<PlaceIndex> everywhere(problem_.zones.size());
        std::iota(everywhere.begin(), everywhere.end(), 0U);
        auto const all = static_cast<double>(problem_.cases.size());
        auto const in_zone = sum(zone, 0, problem_.units);
        auto const inside = sum(zone, first, end);
        auto const mu = in_zone * sum(everywhere, first, end) / all;
        if (in_zone > problem_.largest * all || inside < 2 || inside <= mu) {
            return 0;
        }
        return inside * std::log(inside / mu) +
               (all - inside) * std::log((all - inside) / (all - mu));
    }

    ScanProblem const& problem_;
    std::vector<std::vector<double>> counts_;
};

double brute_maximum(ScanProblem const& problem, std::vector<std::uint32_t> const& units)
{
    return BruteForce{problem, units}.maximum();
}

std::vector<std::uint32_t> own_units(ScanProblem const& problem)
{
    std::vector<std::uint32_t> units;
    for (auto const& one : problem.cases) {
        units.push_back(one.unit);
    }
    return units;
}

TEST(Scan, FindsTheMaximumOfEachReplicateAndOfTheCasesThemselves)
{
    for (bool const prospective : {false, true}) {
        auto problem = given_problem(prospective ? 3 : 4);
        problem.prospective = prospective;
        // A burst, so that something stands out.
        problem.cases.insert(problem.cases.end(), 25, {5, 8});
        auto const result = scan(problem, {.replicates = 35, .seed = 9});
        for (std::size_t i = 0; i < 35; ++i) {
            EXPECT_NEAR(
                result.simulated[i],
                brute_maximum(problem, shuffled_units(problem.cases, 9, i)),
                1e-9);
        }
        ASSERT_FALSE(result.clusters.empty());
        EXPECT_NEAR(result.clusters[0].llr, brute_maximum(problem, own_units(problem)), 1e-9);
        EXPECT_DOUBLE_EQ(result.clusters[0].p, 1.0 / 36);
        EXPECT_EQ(result.clusters[0].last_unit, 8U);
    }
}

TEST(Scan, CountsBeyondSixteenBits)
{
    auto problem = given_problem(5, 90'000);
    problem.cases.insert(problem.cases.end(), 900, {11, 4});
    auto const result = scan(problem, {.replicates = 3, .seed = 2});
    ASSERT_GT(ScanMargins{problem}.most(), 32'767U);
    ASSERT_FALSE(result.clusters.empty());
    auto const& best = result.clusters[0];
    EXPECT_THAT(best.places, ElementsAre(11));
    EXPECT_EQ(best.first_unit, 4U);
    EXPECT_EQ(best.last_unit, 4U);
}

TEST(Scan, NarrowAndWideNumbersAgree)
{
    // The same cases many times over: ratios are the multiple, thresholds share rows.
    auto const narrow = given_problem(6, 400);
    auto wide = narrow;
    for (int i = 1; i < 200; ++i) {
        wide.cases.insert(wide.cases.end(), narrow.cases.begin(), narrow.cases.end());
    }
    ASSERT_GT(ScanMargins{wide}.most(), 32'767U);
    auto const few = scan(narrow, {.replicates = 2});
    auto const many = scan(wide, {.replicates = 2});
    ASSERT_FALSE(few.clusters.empty());
    ASSERT_FALSE(many.clusters.empty());
    EXPECT_NEAR(many.clusters[0].llr, 200 * few.clusters[0].llr, 1e-7);
    EXPECT_EQ(many.clusters[0].places, few.clusters[0].places);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(many.simulated[i], brute_maximum(wide, shuffled_units(wide.cases, 1, i)), 1e-7);
    }
}

TEST(Scan, GivesTheSameWhateverTheOrderOfTheWork)
{
    auto const problem = given_problem(7);
    auto const forwards = scan(problem, {.replicates = 150});
    auto const backwards =
        scan(problem, {.replicates = 150, .for_each = [](std::size_t count, auto const& piece) {
                           for (auto i = count; i-- > 0;) {
                               piece(i);
                           }
                       }});
    EXPECT_EQ(forwards.simulated, backwards.simulated);
    auto const fewer = scan(problem, {.replicates = 70});
    EXPECT_TRUE(
        std::equal(fewer.simulated.begin(), fewer.simulated.end(), forwards.simulated.begin()));
}

TEST(Scan, OtherSeedsShuffleOtherwise)
{
    auto const problem = given_problem(8);
    EXPECT_NE(shuffled_units(problem.cases, 1, 1), shuffled_units(problem.cases, 2, 0));
    EXPECT_NE(shuffled_units(problem.cases, 1, 1), shuffled_units(problem.cases, 1, 2));
}

TEST(Scan, ClustersShareNoPlace)
{
    auto problem = given_problem(11, 400);
    std::vector<int> taken(problem.zones.size(), 0);
    for (auto const& cluster : scan(problem, {.replicates = 99}).clusters) {
        EXPECT_GT(cluster.cases, cluster.expected);
        EXPECT_GE(cluster.cases, 2U);
        for (auto const place : cluster.places) {
            EXPECT_EQ(taken[place]++, 0);
        }
    }
}

TEST(Scan, FindsNothingWhereNothingCanStandOut)
{
    Zones const zones = zones_by_distance(std::vector<Xy>{{0, 0}, {1, 0}}, 5);
    EXPECT_THAT(scan({.units = 3, .zones = zones}).clusters, IsEmpty());
    ScanProblem const in_one_unit{
        .cases = {{0, 1}, {1, 1}, {0, 1}}, .units = 3, .zones = zones, .largest = 1};
    EXPECT_THAT(scan(in_one_unit, {.replicates = 9}).clusters, IsEmpty());
    ScanProblem const at_one_place{
        .cases = {{0, 1}, {0, 1}, {0, 2}}, .units = 3, .zones = zones, .largest = 1};
    EXPECT_THAT(scan(at_one_place, {.replicates = 9}).clusters, IsEmpty());
}

} // namespace
} // namespace wt::hotspots
