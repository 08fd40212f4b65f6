#pragma once

#include "geo/point.hpp"
#include "streets/tags.hpp"

#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace wt::streets {

using NodeIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;
using NameIndex = std::uint32_t; ///< 0: no name

/// A coordinate as OpenStreetMap keeps it, in ten-millionths of a degree.
struct FixedPoint
{
    std::int32_t lat = 0;
    std::int32_t lon = 0;

    friend bool operator==(FixedPoint, FixedPoint) = default;
};

FixedPoint to_fixed(LatLon point) noexcept;
inline LatLon to_lat_lon(FixedPoint point) noexcept
{
    return {point.lat * 1e-7, point.lon * 1e-7};
}

/// A segment: one stretch of one way between junctions. Its points run from `from` to `to`.
struct Edge
{
    std::int64_t way = 0;
    NodeIndex from = 0;
    NodeIndex to = 0;
    std::uint32_t first_point = 0;
    std::uint32_t point_count = 0; ///< at least 2
    NameIndex name = 0;
    float length_m = 0; ///< above 0
    std::uint32_t first_lit_span = 0;
    std::uint32_t lit_span_count = 0;
    StreetClass street_class = StreetClass::road;
    Surface surface = Surface::unknown;
    Light light = Light::unknown; ///< by its own tag; lamps are in the spans
    std::uint8_t is_step_free = 1;
    std::uint32_t is_area = 0;

    [[nodiscard]] Metres length() const noexcept { return Metres{length_m}; }
};

/// An edge as seen from one of its ends.
struct HalfEdge
{
    NodeIndex target = 0;
    EdgeIndex edge = 0;
};

/// A stretch of an edge that lamps light, in metres from the edge's start.
struct LitSpan
{
    float from_m = 0;
    float to_m = 0;
};

/// A run of edges between two junctions, where the nodes between join but two edges that are both
/// step-free or both not. Junctions are numbered in the order of their nodes.
struct Link
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    float length_m = 0;
};

/// A link as seen from one of its junctions.
struct Arc
{
    std::uint32_t target = 0;
    float length_m = 0;
    std::uint32_t is_step_free = 1;
};

/// Where an edge lies on its link: how far its two ends are from the link's start. It runs against
/// the link where `to_m < from_m`.
struct LinkPart
{
    std::uint32_t link = 0;
    float from_m = 0;
    float to_m = 0;
};

/// The cells by which edges are found: squares of about 100 m, row by row from the south-west.
struct GridShape
{
    FixedPoint south_west;
    std::int32_t cell_lat = 1;
    std::int32_t cell_lon = 1;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
};

/// A walking network as plain tables, which is also how it lies on disk. Compressed sparse rows:
/// the half-edges of node n are `half_edges[first_half_edge[n] .. first_half_edge[n + 1])`; names,
/// cells and their edges, junctions and their arcs likewise. Edges stand by rising way id, along
/// each way.
template <template <class> class Table>
struct BasicTables
{
    Table<FixedPoint> nodes;
    Table<std::uint32_t> first_half_edge;
    Table<HalfEdge> half_edges;
    Table<Edge> edges;
    Table<FixedPoint> points;
    Table<LitSpan> lit_spans;
    Table<char> name_text;
    Table<std::uint32_t> first_name_byte;
    Table<FixedPoint> hull; ///< convex, counter-clockwise
    Table<GridShape> grid;  ///< one
    Table<std::uint32_t> first_in_cell;
    Table<EdgeIndex> edges_in_cell;
    Table<Link> links;
    Table<LinkPart> link_parts; ///< by edge
    Table<std::uint32_t> first_arc;
    Table<Arc> arcs;

    /// Calls `visit(table…)` for each table of all of `tables`, in the order of the file.
    template <class Visit, class... Tables>
    static void for_each(Visit visit, Tables&... tables)
    {
        visit(tables.nodes...);
        visit(tables.first_half_edge...);
        visit(tables.half_edges...);
        visit(tables.edges...);
        visit(tables.points...);
        visit(tables.lit_spans...);
        visit(tables.name_text...);
        visit(tables.first_name_byte...);
        visit(tables.hull...);
        visit(tables.grid...);
        visit(tables.first_in_cell...);
        visit(tables.edges_in_cell...);
        visit(tables.links...);
        visit(tables.link_parts...);
        visit(tables.first_arc...);
        visit(tables.arcs...);
    }
};

template <class T>
using OwnTable = std::vector<T>;
template <class T>
using TableView = std::span<T const>;

/// The tables while they are made.
using NetworkTables = BasicTables<OwnTable>;
/// The same in memory of another's.
using NetworkViews = BasicTables<TableView>;

// What goes to disk byte by byte must have no gaps.
static_assert(sizeof(Edge) == 48 && std::is_trivially_copyable_v<Edge>);
static_assert(sizeof(GridShape) == 24 && sizeof(LitSpan) == 8 && sizeof(HalfEdge) == 8);
static_assert(sizeof(Link) == 12 && sizeof(LinkPart) == 12 && sizeof(Arc) == 12);

} // namespace wt::streets
