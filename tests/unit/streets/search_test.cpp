#include "base/random.hpp"
#include "streets/paths.hpp"
#include "streets/search.hpp"
#include "tiny_map.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <gtest/gtest.h>

namespace wt::streets {
namespace {

/// Random crossings, each joined to some others, so that some parts hang together and some do not.
Network random_network(std::uint64_t seed)
{
    SeededRandom random{seed};
    constexpr int kNodes = 60;
    TinyMap map;
    for (int node = 1; node <= kNodes; ++node) {
        map.node(node, 2000 * random.uniform(), 2000 * random.uniform());
    }
    for (int way = 1; way <= 90; ++way) {
        int const from = 1 + static_cast<int>(random.below(kNodes));
        int const to = 1 + static_cast<int>(random.below(kNodes));
        if (from != to) {
            map.way(way, {from, to}, {{"highway", random.below(5) == 0 ? "steps" : "path"}});
        }
    }
    return map.network();
}

/// Distances from a node to all others by Boost.Graph.
std::vector<double> by_boost(Network const& network, NodeIndex from, bool step_free)
{
    using Graph = boost::adjacency_list<
        boost::vecS,
        boost::vecS,
        boost::undirectedS,
        boost::no_property,
        boost::property<boost::edge_weight_t, double>>;
    Graph graph{network.node_count()};
    for (Edge const& edge : network.edges()) {
        if (!step_free || edge.is_step_free != 0) {
            boost::add_edge(edge.from, edge.to, static_cast<double>(edge.length_m), graph);
        }
    }
    std::vector<double> distances(network.node_count());
    boost::dijkstra_shortest_paths(
        graph,
        from,
        boost::distance_map(boost::make_iterator_property_map(
                                distances.begin(), boost::get(boost::vertex_index, graph)))
            .distance_inf(kUnreachable.value));
    return distances;
}

/// An edge's start as a street point: a node, for an edge that may be walked.
StreetPoint start_of(Network const& network, EdgeIndex edge)
{
    return point_along(network, edge, Metres{0});
}

TEST(Search, AgreesWithBoostGraphFromOneToAll)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        bool const step_free = seed % 2 == 0;
        auto const network = random_network(seed);
        Search search{network};
        for (EdgeIndex edge = 0; edge < network.edge_count(); edge += 9) {
            if (step_free && network.edge(edge).is_step_free == 0) {
                continue;
            }
            search.run(start_of(network, edge), {.step_free = step_free});
            auto const expected = by_boost(network, network.edge(edge).from, step_free);
            for (NodeIndex node = 0; node < network.node_count(); ++node) {
                double const found = search.distance_to(node).value;
                EXPECT_TRUE(found == expected[node] || std::abs(found - expected[node]) < 1e-6)
                    << "seed " << seed << " node " << node;
            }
        }
    }
}

TEST(Search, AGoalDoesNotChangeTheAnswer)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto const network = random_network(seed);
        SeededRandom random{seed};
        Search all{network};
        Search one{network};
        for (int i = 0; i < 30; ++i) {
            auto const any_point = [&] {
                auto const edge = static_cast<EdgeIndex>(random.below(network.edge_count()));
                return point_along(network, edge, random.uniform() * network.edge(edge).length());
            };
            StreetPoint const from = any_point();
            StreetPoint const to = any_point();
            all.run(from, {});
            one.run(from, {}, {&to, 1});
            double const expected = all.distance_to(to).value;
            double const found = one.distance_to(to).value;
            EXPECT_TRUE(found == expected || std::abs(found - expected) < 1e-6);
            auto const path = find_path(network, from, to);
            EXPECT_EQ(path.has_value(), expected != kUnreachable.value);
            if (path) {
                EXPECT_NEAR(path->length.value, expected, 1e-6);
            }
        }
    }
}

TEST(Search, StopsAtItsBound)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 100, 0)
                             .node(3, 300, 0)
                             .way(10, {1, 2}, {{"highway", "path"}})
                             .way(20, {2, 3}, {{"highway", "path"}})
                             .network();
    Search search{network};
    search.run(on_street(network, 0, 0), {.bound = Metres{150}});
    EXPECT_NEAR(search.distance_to(on_street(network, 140, 0)).value, 140, 0.2);
    EXPECT_EQ(search.distance_to(on_street(network, 160, 0)), kUnreachable);
}

} // namespace
} // namespace wt::streets
