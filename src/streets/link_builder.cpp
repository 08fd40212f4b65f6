#include "streets/link_builder.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace wt::streets {
namespace {

enum class Steps
{
    joined, ///< a flight of steps is joined to the street it leads on from
    apart
};

constexpr std::uint32_t kNone = ~std::uint32_t{0};

/// Walks each run of edges from one end to the other; links lead from node to node.
class Joiner
{
public:
    Joiner(NetworkTables const& tables, Steps steps)
        : tables_{tables}, steps_{steps}, parts_(tables.edges.size(), LinkPart{kNone, 0, 0})
    {
    }

    void run()
    {
        for (EdgeIndex edge = 0; edge < tables_.edges.size(); ++edge) {
            if (parts_[edge].link == kNone) {
                add_link(start_of_run(edge));
            }
        }
    }

    std::vector<Link> links;
    [[nodiscard]] std::vector<LinkPart>& parts() { return parts_; }

private:
    /// An edge about to be walked from one of its ends.
    struct Step
    {
        NodeIndex at;
        EdgeIndex edge;
    };

    [[nodiscard]] NodeIndex far_end(Step step) const
    {
        Edge const& edge = tables_.edges[step.edge];
        return edge.from == step.at ? edge.to : edge.from;
    }

    /// How the run goes on from `node` for who came by `edge`; `kNone` if it ends there.
    [[nodiscard]] EdgeIndex next_edge(NodeIndex node, EdgeIndex edge) const
    {
        auto const first = tables_.first_half_edge[node];
        if (tables_.first_half_edge[node + 1] - first != 2) {
            return kNone;
        }
        EdgeIndex const a = tables_.half_edges[first].edge;
        EdgeIndex const b = tables_.half_edges[first + 1].edge;
        bool const is_alike = tables_.edges[a].is_step_free == tables_.edges[b].is_step_free;
        if (a == b || (steps_ == Steps::apart && !is_alike)) {
            return kNone;
        }
        return a == edge ? b : a;
    }

    [[nodiscard]] Step start_of_run(EdgeIndex edge) const
    {
        Step step{tables_.edges[edge].from, edge};
        for (;;) {
            EdgeIndex const before = next_edge(step.at, step.edge);
            if (before == kNone || before == edge) {
                return step;
            }
            step = {far_end({step.at, before}), before};
        }
    }

    void add_link(Step step)
    {
        auto const index = static_cast<std::uint32_t>(links.size());
        NodeIndex const start = step.at;
        double walked = 0;
        for (;;) {
            Edge const& edge = tables_.edges[step.edge];
            auto const before = static_cast<float>(walked);
            walked += edge.length_m;
            auto const after = static_cast<float>(walked);
            bool const is_along = edge.from == step.at;
            parts_[step.edge] =
                is_along ? LinkPart{index, before, after} : LinkPart{index, after, before};
            NodeIndex const end = far_end(step);
            EdgeIndex const next = next_edge(end, step.edge);
            if (next == kNone || parts_[next].link != kNone) {
                links.push_back({start, end, after});
                return;
            }
            step = {end, next};
        }
    }

    NetworkTables const& tables_;
    Steps steps_;
    std::vector<LinkPart> parts_;
};

/// The number of each node that a link ends at, in the order of nodes; `kNone` for the others.
std::vector<std::uint32_t>
number_junctions(std::span<Link const> links, std::size_t nodes, std::uint32_t& count)
{
    std::vector<std::uint32_t> number(nodes, kNone);
    for (Link const& link : links) {
        number[link.from] = number[link.to] = 0;
    }
    count = 0;
    for (auto& junction : number) {
        junction = junction == kNone ? kNone : count++;
    }
    return number;
}

void build_arcs(NetworkTables& tables, std::uint32_t junctions)
{
    std::vector<std::uint32_t> is_step_free(tables.links.size());
    for (EdgeIndex edge = 0; edge < tables.edges.size(); ++edge) {
        is_step_free[tables.link_parts[edge].link] = tables.edges[edge].is_step_free;
    }
    auto& first = tables.first_arc;
    first.assign(std::size_t{junctions} + 1, 0);
    for (Link const& link : tables.links) {
        ++first[link.from + 1];
        ++first[link.to + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    tables.arcs.resize(tables.links.size() * 2);
    std::vector<std::uint32_t> next{first.begin(), first.end() - 1};
    for (std::size_t i = 0; i < tables.links.size(); ++i) {
        Link const& link = tables.links[i];
        tables.arcs[next[link.from]++] = {link.to, link.length_m, is_step_free[i]};
        tables.arcs[next[link.to]++] = {link.from, link.length_m, is_step_free[i]};
    }
}

} // namespace

void build_links(NetworkTables& tables)
{
    Joiner joiner{tables, Steps::apart};
    joiner.run();
    std::uint32_t junctions = 0;
    auto const number = number_junctions(joiner.links, tables.nodes.size(), junctions);
    tables.link_parts = std::move(joiner.parts());
    tables.links = std::move(joiner.links);
    for (Link& link : tables.links) {
        link.from = number[link.from];
        link.to = number[link.to];
    }
    build_arcs(tables, junctions);
}

JoinedCount count_joined(NetworkTables const& tables)
{
    Joiner joiner{tables, Steps::joined};
    joiner.run();
    std::uint32_t junctions = 0;
    number_junctions(joiner.links, tables.nodes.size(), junctions);
    return {junctions, joiner.links.size()};
}

} // namespace wt::streets
