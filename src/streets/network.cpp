#include "streets/network.hpp"

#include "streets/network_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace wt::streets {

FixedPoint to_fixed(LatLon point) noexcept
{
    return {
        static_cast<std::int32_t>(std::lround(point.lat * 1e7)),
        static_cast<std::int32_t>(std::lround(point.lon * 1e7))};
}

namespace {

NetworkViews views_of(NetworkTables const& tables)
{
    NetworkViews views;
    NetworkViews::for_each([](auto& view, auto const& table) { view = table; }, views, tables);
    return views;
}

} // namespace

Network::Network(NetworkTables tables)
{
    auto const owned = std::make_shared<NetworkTables const>(std::move(tables));
    auto const views = views_of(*owned);
    *this = Network{views, owned, content_hash(views)};
}

Network::Network(NetworkViews const& tables, std::shared_ptr<void const> memory, std::uint64_t hash)
    : tables_{tables}, memory_{std::move(memory)}, version_{fmt::format("{:016x}", hash)}
{
    assert(tables_.first_half_edge.size() == tables_.nodes.size() + 1);
    assert(!tables_.first_name_byte.empty() && tables_.grid.size() == 1);
    version_.resize(12);
    for (FixedPoint const point : tables_.points) {
        bounds_.extend(to_lat_lon(point));
    }
    for (FixedPoint const point : tables_.hull) {
        hull_.outline.push_back(to_lat_lon(point));
    }
}

Network Network::load(std::filesystem::path const& file)
{
    auto mapped = map_tables(file);
    return {mapped.tables, std::move(mapped.memory), mapped.hash};
}

void Network::save(std::filesystem::path const& file) const
{
    write_tables(tables_, file);
}

std::vector<EdgeIndex> Network::list_edges_near(LatLon point, Metres radius) const
{
    constexpr double kMetresPerUnit = 6'371'008.8 * std::numbers::pi / 180.0 * 1e-7;
    GridShape const& grid = tables_.grid.front();
    FixedPoint const middle = to_fixed(point);
    // A tenth more than the radius: the cells' metres are those of the middle latitude.
    double const reach_lat = 1.1 * radius.value / kMetresPerUnit;
    double const reach_lon = reach_lat / std::cos(point.lat * std::numbers::pi / 180.0);
    auto const cell = [](double offset, std::int32_t size, std::uint32_t count) {
        return static_cast<std::int64_t>(
            std::clamp(std::floor(offset / size), -1.0, static_cast<double>(count)));
    };
    double const south = static_cast<double>(middle.lat) - grid.south_west.lat;
    double const west = static_cast<double>(middle.lon) - grid.south_west.lon;
    auto const first_row =
        std::max<std::int64_t>(0, cell(south - reach_lat, grid.cell_lat, grid.rows));
    auto const last_row =
        std::min<std::int64_t>(grid.rows - 1, cell(south + reach_lat, grid.cell_lat, grid.rows));
    auto const first_column =
        std::max<std::int64_t>(0, cell(west - reach_lon, grid.cell_lon, grid.columns));
    auto const last_column = std::min<std::int64_t>(
        grid.columns - 1, cell(west + reach_lon, grid.cell_lon, grid.columns));

    std::vector<EdgeIndex> found;
    for (auto row = first_row; row <= last_row; ++row) {
        for (auto column = first_column; column <= last_column; ++column) {
            auto const index = static_cast<std::size_t>(row * grid.columns + column);
            found.insert(
                found.end(),
                tables_.edges_in_cell.begin() + tables_.first_in_cell[index],
                tables_.edges_in_cell.begin() + tables_.first_in_cell[index + 1]);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace wt::streets
