#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wt::hotspots {

using NodeNumber = std::uint32_t;
using EdgeNumber = std::uint32_t;
/// An edge in one direction: 2 e from its first node to its second, 2 e + 1 back.
using Lane = std::uint32_t;

inline Lane lane_of(EdgeNumber edge, bool is_back) noexcept
{
    return 2 * edge + (is_back ? 1U : 0U);
}
inline EdgeNumber edge_of(Lane lane) noexcept
{
    return lane / 2;
}
inline Lane reversed(Lane lane) noexcept
{
    return lane ^ 1U;
}

/// Streets as lengths alone: what lies where is of no matter.
class StreetGraph
{
public:
    struct Edge
    {
        NodeNumber from = 0;
        NodeNumber to = 0;   ///< may be `from`
        double length = 0.0; ///< metres, > 0
    };

    /// \pre nodes of the edges below `nodes`
    StreetGraph(std::size_t nodes, std::vector<Edge> edges);

    [[nodiscard]] std::size_t node_count() const noexcept { return first_.size() - 1; }
    [[nodiscard]] std::span<Edge const> edges() const noexcept { return edges_; }
    [[nodiscard]] double length(Lane lane) const noexcept { return edges_[edge_of(lane)].length; }
    [[nodiscard]] NodeNumber start(Lane lane) const noexcept { return end(reversed(lane)); }
    [[nodiscard]] NodeNumber end(Lane lane) const noexcept
    {
        auto const& edge = edges_[edge_of(lane)];
        return lane % 2 == 0 ? edge.to : edge.from;
    }
    /// The lanes that leave a node; as many as edges meet there, one of both ends twice.
    [[nodiscard]] std::span<Lane const> leaving(NodeNumber node) const noexcept
    {
        return {leaving_.data() + first_[node], first_[node + 1] - first_[node]};
    }

private:
    std::vector<Edge> edges_;
    std::vector<std::size_t> first_;
    std::vector<Lane> leaving_;
};

} // namespace wt::hotspots
