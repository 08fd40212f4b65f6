#include "streets/edge_grid.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <span>

namespace wt::streets {
namespace {

struct FixedBox
{
    FixedPoint low;
    FixedPoint high;
};

FixedBox box_of(std::span<FixedPoint const> points)
{
    FixedBox box{points.front(), points.front()};
    for (FixedPoint const p : points) {
        box.low = {std::min(box.low.lat, p.lat), std::min(box.low.lon, p.lon)};
        box.high = {std::max(box.high.lat, p.lat), std::max(box.high.lon, p.lon)};
    }
    return box;
}

GridShape shape_for(NetworkTables const& tables)
{
    constexpr double kCellDegrees = 100.0 / 111'195.0;
    FixedBox const box = box_of(tables.points);
    double const height = static_cast<double>(box.high.lat) - box.low.lat + 1;
    double const width = static_cast<double>(box.high.lon) - box.low.lon + 1;
    double const middle = (to_lat_lon(box.low).lat + to_lat_lon(box.high).lat) / 2;
    double lat = kCellDegrees * 1e7;
    double lon = lat / std::max(0.05, std::cos(middle * std::numbers::pi / 180.0));
    double const most = 4.0 * static_cast<double>(tables.points.size()) + 16.0;
    double const stretch = std::sqrt((height / lat + 1) * (width / lon + 1) / most);
    lat *= std::max(1.0, stretch);
    lon *= std::max(1.0, stretch);
    GridShape grid;
    grid.south_west = box.low;
    grid.cell_lat = static_cast<std::int32_t>(std::ceil(lat));
    grid.cell_lon = static_cast<std::int32_t>(std::ceil(lon));
    grid.rows = static_cast<std::uint32_t>(height / grid.cell_lat) + 1;
    grid.columns = static_cast<std::uint32_t>(width / grid.cell_lon) + 1;
    return grid;
}

struct Entry
{
    std::uint32_t cell;
    EdgeIndex edge;

    friend auto operator<=>(Entry, Entry) = default;
};

/// The cells that the box of each piece of the edge's line touches.
void add_edge(NetworkTables const& tables, EdgeIndex index, std::vector<Entry>& entries)
{
    GridShape const& grid = tables.grid.front();
    Edge const& edge = tables.edges[index];
    auto const row = [&](std::int32_t lat) {
        return static_cast<std::uint32_t>(
            (std::int64_t{lat} - grid.south_west.lat) / grid.cell_lat);
    };
    auto const column = [&](std::int32_t lon) {
        return static_cast<std::uint32_t>(
            (std::int64_t{lon} - grid.south_west.lon) / grid.cell_lon);
    };
    for (std::uint32_t i = 1; i < edge.point_count; ++i) {
        FixedBox const box = box_of(std::span{tables.points}.subspan(edge.first_point + i - 1, 2));
        for (auto r = row(box.low.lat); r <= row(box.high.lat); ++r) {
            for (auto c = column(box.low.lon); c <= column(box.high.lon); ++c) {
                entries.push_back({r * grid.columns + c, index});
            }
        }
    }
}

} // namespace

void build_grid(NetworkTables& tables)
{
    assert(!tables.points.empty());
    tables.grid = {shape_for(tables)};
    std::vector<Entry> entries;
    for (EdgeIndex edge = 0; edge < tables.edges.size(); ++edge) {
        add_edge(tables, edge, entries);
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());

    std::size_t const cells = std::size_t{tables.grid.front().rows} * tables.grid.front().columns;
    tables.first_in_cell.assign(cells + 1, 0);
    tables.edges_in_cell.clear();
    for (Entry const entry : entries) {
        ++tables.first_in_cell[entry.cell + 1];
        tables.edges_in_cell.push_back(entry.edge);
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        tables.first_in_cell[cell + 1] += tables.first_in_cell[cell];
    }
}

} // namespace wt::streets
