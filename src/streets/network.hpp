#pragma once

#include "geo/area.hpp"
#include "geo/bounds.hpp"
#include "streets/network_tables.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wt::streets {

/// The streets that can be walked. Immutable; any number of threads may read one.
class Network
{
public:
    /// \pre the tables belong together (as `build_network` and `load` make them)
    explicit Network(NetworkTables tables);

    /// A file written by `save`, mapped into memory and looked over once for damage.
    /// \throws Refusal::invalid_input if it is absent, no network, of another format, cut or
    /// changed
    static Network load(std::filesystem::path const& file);

    /// Writes beside `file` and renames: whoever has the old one open keeps it, and a crash leaves
    /// one of the two, whole.
    /// \throws std::system_error if the disk is full or the folder cannot be written
    void save(std::filesystem::path const& file) const;

    /// Twelve hexadecimal digits of a hash over all of it: equal exactly if the content is.
    [[nodiscard]] std::string const& version() const noexcept { return version_; }

    [[nodiscard]] std::size_t node_count() const noexcept { return tables_.nodes.size(); }
    [[nodiscard]] std::size_t edge_count() const noexcept { return tables_.edges.size(); }

    [[nodiscard]] Edge const& edge(EdgeIndex index) const { return tables_.edges[index]; }
    [[nodiscard]] std::span<Edge const> edges() const noexcept { return tables_.edges; }
    [[nodiscard]] std::span<HalfEdge const> edges_of(NodeIndex node) const noexcept
    {
        auto const* const first = tables_.half_edges.data();
        return {first + tables_.first_half_edge[node], first + tables_.first_half_edge[node + 1]};
    }
    [[nodiscard]] LatLon place_of(NodeIndex node) const noexcept
    {
        return to_lat_lon(tables_.nodes[node]);
    }
    [[nodiscard]] std::span<FixedPoint const> points_of(Edge const& edge) const noexcept
    {
        return {tables_.points.data() + edge.first_point, edge.point_count};
    }
    [[nodiscard]] std::span<LitSpan const> lit_spans_of(Edge const& edge) const noexcept
    {
        return {tables_.lit_spans.data() + edge.first_lit_span, edge.lit_span_count};
    }

    [[nodiscard]] std::size_t junction_count() const noexcept
    {
        return tables_.first_arc.size() - 1;
    }
    [[nodiscard]] LinkPart const& link_part(EdgeIndex edge) const noexcept
    {
        return tables_.link_parts[edge];
    }
    [[nodiscard]] Link const& link(std::uint32_t index) const noexcept
    {
        return tables_.links[index];
    }
    [[nodiscard]] std::span<Arc const> arcs_of(std::uint32_t junction) const noexcept
    {
        auto const* const first = tables_.arcs.data();
        return {first + tables_.first_arc[junction], first + tables_.first_arc[junction + 1]};
    }

    [[nodiscard]] std::size_t name_count() const noexcept
    {
        return tables_.first_name_byte.size() - 1;
    }
    /// Empty for 0.
    [[nodiscard]] std::string_view name(NameIndex index) const noexcept
    {
        auto const first = tables_.first_name_byte[index];
        return {tables_.name_text.data() + first, tables_.first_name_byte[index + 1] - first};
    }

    /// Every edge that may come within `radius` of the point, once each, by rising index; some
    /// that do not are among them.
    [[nodiscard]] std::vector<EdgeIndex> list_edges_near(LatLon point, Metres radius) const;

    [[nodiscard]] Bounds bounds() const noexcept { return bounds_; }

    /// True if the point lies in the convex hull of the network.
    [[nodiscard]] bool covers(LatLon point) const noexcept { return contains(hull_, point); }

private:
    Network(NetworkViews const& tables, std::shared_ptr<void const> memory, std::uint64_t hash);

    NetworkViews tables_;
    std::shared_ptr<void const> memory_; ///< in which the tables are
    std::string version_;
    Bounds bounds_;
    Polygon hull_;
};

} // namespace wt::streets
