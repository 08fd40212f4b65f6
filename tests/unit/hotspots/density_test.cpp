#include "base/random.hpp"
#include "hotspots/density.hpp"
#include "unit/hotspots/reference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace wt::hotspots {
namespace {

constexpr std::array kSplits{Split::simple, Split::discontinuous, Split::continuous};
constexpr std::array kKernels{Kernel::quartic, Kernel::epanechnikov, Kernel::gaussian};

/// Every way of every point to every sample, one after the other, by the words of the definition.
class Oracle
{
public:
    Oracle(StreetGraph const& graph, DensityOptions const& options)
        : graph_{graph}, options_{options}
    {
    }

    double density(std::span<OnStreet const> points, OnStreet const& sample)
    {
        double sum = 0;
        for (auto const& point : points) {
            sum += options_.split == Split::simple ? shortest(point, sample) : all(point, sample);
        }
        return sum;
    }

private:
    double kernel(double distance) const
    {
        auto const b = options_.bandwidth.value;
        auto const u = distance / b;
        if (u >= 1) {
            return 0;
        }
        switch (options_.kernel) {
        case Kernel::quartic:
            return 15.0 / 16 / b * std::pow(1 - u * u, 2);
        case Kernel::epanechnikov:
            return 0.75 / b * (1 - u * u);
        case Kernel::gaussian:
            break;
        }
        auto const sigma = b / 3;
        return std::exp(-distance * distance / (2 * sigma * sigma)) /
               (sigma * std::sqrt(2 * std::acos(-1.0)) * std::erf(3 / std::sqrt(2.0)));
    }

    double all(OnStreet const& point, OnStreet const& sample)
    {
        auto const& edge = graph_.edges()[point.edge];
        double sum = point.edge == sample.edge ? kernel(std::abs(point.along - sample.along)) : 0;
        sum += beyond(edge.from, point.edge, false, point.along, sample);
        sum += beyond(edge.to, point.edge, true, edge.length - point.along, sample);
        return sum;
    }

    /// Of all that leads on from `node`, reached by the end (`at_end`) or the beginning of `by`.
    double
    beyond(NodeNumber node, EdgeNumber by, bool at_end, double walked, OnStreet const& sample)
    {
        if (walked >= options_.bandwidth.value) {
            return 0;
        }
        int streets = 0;
        for (auto const& edge : graph_.edges()) {
            streets += (edge.from == node ? 1 : 0) + (edge.to == node ? 1 : 0);
        }
        double sum = 0;
        for (EdgeNumber e = 0; e < graph_.edges().size(); ++e) {
            auto const& edge = graph_.edges()[e];
            if (edge.from == node) {
                auto const part = share(streets, e == by && !at_end);
                sum += part == 0 ? 0 : part * along(e, true, walked, sample);
            }
            if (edge.to == node) {
                auto const part = share(streets, e == by && at_end);
                sum += part == 0 ? 0 : part * along(e, false, walked, sample);
            }
        }
        return sum;
    }

    double along(EdgeNumber e, bool forwards, double walked, OnStreet const& sample)
    {
        auto const& edge = graph_.edges()[e];
        double sum = 0;
        if (e == sample.edge) {
            sum += kernel(walked + (forwards ? sample.along : edge.length - sample.along));
        }
        return sum +
               beyond(forwards ? edge.to : edge.from, e, forwards, walked + edge.length, sample);
    }

    double share(int streets, bool is_back) const
    {
        if (streets == 1) {
            return options_.dead_ends == DeadEnds::reflect ? 1 : 0;
        }
        if (options_.split == Split::continuous) {
            return is_back ? 2.0 / streets - 1 : 2.0 / streets;
        }
        return is_back ? 0 : 1.0 / (streets - 1);
    }

    double shortest(OnStreet const& point, OnStreet const& sample)
    {
        auto const nodes = graph_.node_count();
        auto const far = std::numeric_limits<double>::infinity();
        std::vector<std::vector<double>> d(nodes, std::vector<double>(nodes, far));
        for (std::size_t i = 0; i < nodes; ++i) {
            d[i][i] = 0;
        }
        for (auto const& edge : graph_.edges()) {
            d[edge.from][edge.to] = d[edge.to][edge.from] =
                std::min(d[edge.from][edge.to], edge.length);
        }
        for (std::size_t k = 0; k < nodes; ++k) {
            for (std::size_t i = 0; i < nodes; ++i) {
                for (std::size_t j = 0; j < nodes; ++j) {
                    d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
                }
            }
        }
        auto const& a = graph_.edges()[point.edge];
        auto const& b = graph_.edges()[sample.edge];
        auto const a_left = a.length - point.along;
        auto const b_left = b.length - sample.along;
        auto best = point.edge == sample.edge ? std::abs(point.along - sample.along) : far;
        best = std::min(best, point.along + d[a.from][b.from] + sample.along);
        best = std::min(best, point.along + d[a.from][b.to] + b_left);
        best = std::min(best, a_left + d[a.to][b.from] + sample.along);
        best = std::min(best, a_left + d[a.to][b.to] + b_left);
        return kernel(best);
    }

    StreetGraph const& graph_;
    DensityOptions const& options_;
};

/// Streets of 40 to 160 m, with loops, doubles, dead ends and parts that hang apart.
StreetGraph random_streets(SeededRandom& random)
{
    auto const nodes = 3 + random.below(8);
    std::vector<StreetGraph::Edge> edges;
    for (std::size_t i = 0; i < 3 + random.below(10); ++i) {
        edges.push_back(
            {static_cast<NodeNumber>(random.below(nodes)),
             static_cast<NodeNumber>(random.below(nodes)),
             40 + 120 * random.uniform()});
    }
    return {nodes, edges};
}

std::vector<OnStreet>
random_places(StreetGraph const& graph, std::size_t count, SeededRandom& random)
{
    std::vector<OnStreet> places;
    for (std::size_t i = 0; i < count; ++i) {
        auto const edge = static_cast<EdgeNumber>(random.below(graph.edges().size()));
        places.push_back({edge, random.uniform() * graph.edges()[edge].length});
        if (random.below(4) == 0) {
            places.push_back(places.back());
        }
    }
    return places;
}

void expect_as_oracle(DensityOptions const& options)
{
    SeededRandom random{7};
    for (int round = 0; round < 15; ++round) {
        auto const graph = random_streets(random);
        auto const points = random_places(graph, 6, random);
        auto const samples = random_places(graph, 12, random);
        auto const density = network_density(graph, points, samples, options).value();
        Oracle oracle{graph, options};
        for (std::size_t i = 0; i < samples.size(); ++i) {
            auto const expected = oracle.density(points, samples[i]);
            // parts of the third cancel each other, so its yardstick is the height of one point
            ASSERT_NEAR(density[i], expected, 1e-12 * std::max(std::abs(expected), 1e-2)) << round;
        }
    }
}

TEST(NetworkDensity, IsThatOfEveryWayWalkedOneByOne)
{
    for (auto const split : kSplits) {
        for (auto const kernel : kKernels) {
            for (auto const dead_ends : {DeadEnds::absorb, DeadEnds::reflect}) {
                expect_as_oracle(
                    {.split = split,
                     .kernel = kernel,
                     .bandwidth = Metres{300},
                     .dead_ends = dead_ends});
            }
        }
    }
}

double
mass_of(StreetGraph const& graph, std::span<OnStreet const> points, DensityOptions const& options)
{
    auto const lixels = cut_into_lixels(graph, Metres{0.05});
    auto const density = network_density(graph, points, lixels, options).value();
    std::vector<double> pieces(graph.edges().size());
    for (auto const& lixel : lixels) {
        pieces[lixel.edge] += 1;
    }
    double mass = 0;
    for (std::size_t i = 0; i < lixels.size(); ++i) {
        auto const edge = lixels[i].edge;
        mass += density[i] * graph.edges()[edge].length / pieces[edge];
    }
    return mass;
}

TEST(NetworkDensity, AddsUpToTheNumberOfPointsWhereDeadEndsReflect)
{
    SeededRandom random{8};
    for (int round = 0; round < 4; ++round) {
        auto const graph = random_streets(random);
        auto const points = random_places(graph, 5, random);
        auto const count = static_cast<double>(points.size());
        for (auto const split : {Split::discontinuous, Split::continuous}) {
            for (auto const kernel : kKernels) {
                DensityOptions const options{
                    .split = split,
                    .kernel = kernel,
                    .bandwidth = Metres{150},
                    .dead_ends = DeadEnds::reflect};
                // the middle rule errs by a twelfth of a lixel at each of the jumps at junctions
                EXPECT_NEAR(mass_of(graph, points, options), count, 2e-3 * count);
            }
        }
    }
}

// A cross of four streets of 100 m, one point 10 m up the first, one bandwidth of 50 m. On each of
// the three others discontinuous has K / 3, continuous K / 2, which also takes K / 2 off the first.
TEST(NetworkDensity, SplitsAtACrossAsThePaperSays)
{
    StreetGraph const cross{5, {{0, 1, 100}, {0, 2, 100}, {0, 3, 100}, {0, 4, 100}}};
    std::vector<OnStreet> const points{{0, 10}};
    std::vector<OnStreet> const samples{{0, 5}, {1, 5}};
    auto const k = [](double distance) {
        return 15.0 / 16 / 50 * std::pow(1 - std::pow(distance / 50, 2), 2);
    };
    auto const density = [&](Split split) {
        return network_density(cross, points, samples, {.split = split, .bandwidth = Metres{50}})
            .value();
    };
    EXPECT_NEAR(density(Split::simple)[1], k(15), 1e-17);
    EXPECT_NEAR(density(Split::discontinuous)[0], k(5), 1e-17);
    EXPECT_NEAR(density(Split::discontinuous)[1], k(15) / 3, 1e-17);
    EXPECT_NEAR(density(Split::continuous)[0], k(5) - k(15) / 2, 1e-17);
    EXPECT_NEAR(density(Split::continuous)[1], k(15) / 2, 1e-17);
}

TEST(NetworkDensity, CountsPointsInOnePlaceAtOnce)
{
    StreetGraph const street{2, {{0, 1, 100}}};
    std::vector<OnStreet> const points(100'000, OnStreet{0, 40});
    std::vector<OnStreet> const samples{{0, 40}};
    EXPECT_NEAR(network_density(street, points, samples, {}).value()[0], 1e5 * 15 / 16 / 300, 1e-9);
}

TEST(NetworkDensity, StopsWhenToldTo)
{
    StreetGraph const street{2, {{0, 1, 100}}};
    std::vector<OnStreet> const points{{0, 40}};
    EXPECT_FALSE(network_density(street, points, points, {}, [] { return true; }));
}

TEST(Lixels, AreEqualPiecesOfEachEdge)
{
    StreetGraph const street{2, {{0, 1, 100}, {0, 1, 20}}};
    auto const lixels = cut_into_lixels(street, Metres{30});
    ASSERT_EQ(lixels.size(), 5U);
    EXPECT_EQ(lixels[0].along, 12.5);
    EXPECT_EQ(lixels[4].edge, 1U);
    EXPECT_EQ(lixels[4].along, 10.0);
}

// What spNetwork says, relative where it is above a thousandth of its maximum.
void expect_close(std::vector<double> const& density, std::vector<double> const& reference)
{
    auto const floor = *std::ranges::max_element(reference) / 1000;
    std::vector<double> errors;
    for (std::size_t i = 0; i < density.size(); ++i) {
        if (reference[i] > floor) {
            errors.push_back(std::abs(density[i] / reference[i] - 1));
        }
    }
    std::ranges::sort(errors);
    ASSERT_GT(errors.size(), 100U);
    EXPECT_LE(errors[errors.size() / 2], 5e-6);
    EXPECT_LE(errors[errors.size() * 99 / 100], 5e-5);
    EXPECT_LE(errors.back(), 2e-4);
}

std::vector<double> column_of(CsvTable const& table, std::string_view column, double factor)
{
    std::vector<double> values;
    for (std::size_t row = 0; row < table.rows().size(); ++row) {
        values.push_back(factor * number_in(table, row, column));
    }
    return values;
}

std::vector<OnStreet> places_of(CsvTable const& table)
{
    std::vector<OnStreet> places;
    for (std::size_t row = 0; row < table.rows().size(); ++row) {
        places.push_back(
            {static_cast<EdgeNumber>(number_in(table, row, "edge")),
             number_in(table, row, "offset")});
    }
    return places;
}

TEST(NetworkDensity, IsWhatSpNetworkSays)
{
    WT_REQUIRE_REFERENCE();
    auto const table = read_reference("edges");
    std::vector<StreetGraph::Edge> edges;
    for (std::size_t row = 0; row < table.rows().size(); ++row) {
        edges.push_back(
            {static_cast<NodeNumber>(number_in(table, row, "u")),
             static_cast<NodeNumber>(number_in(table, row, "v")),
             number_in(table, row, "length")});
    }
    StreetGraph const graph{read_reference("nodes").rows().size(), edges};
    auto const points = places_of(read_reference("nkde_hp_events1000"));
    for (auto const& [split, name, factor] :
         {std::tuple{Split::simple, "simple", 1.0},
          std::tuple{Split::discontinuous, "discontinuous", 300.0},
          std::tuple{Split::continuous, "continuous", 1.0}}) {
        SCOPED_TRACE(name);
        auto const reference =
            read_reference("nkde_hp1000_" + std::string{name} + "_divnone_spNetwork");
        auto const density =
            network_density(graph, points, places_of(reference), {.split = split}).value();
        expect_close(density, column_of(reference, "density", factor));
    }
}

} // namespace
} // namespace wt::hotspots
