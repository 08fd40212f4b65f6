#pragma once

#include "hotspots/scan_zones.hpp"

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace wt::hotspots {

/// Points by square cells whose side is the largest distance asked for.
class PlaneGrid
{
public:
    /// \pre finite coordinates, side > 0
    PlaneGrid(std::span<Xy const> points, double side) : side_{side}
    {
        for (std::size_t i = 0; i < points.size(); ++i) {
            cells_[cell(points[i])].push_back(static_cast<std::uint32_t>(i));
        }
    }

    /// Calls `take(index)` for each point that may lie within `side` of `point`, and for some that
    /// do not.
    template <class Take>
    void each_near(Xy const& point, Take take) const
    {
        auto const middle = cell(point);
        for (double column = -1; column <= 1; ++column) {
            for (double row = -1; row <= 1; ++row) {
                auto const found = cells_.find({middle.column + column, middle.row + row});
                if (found == cells_.end()) {
                    continue;
                }
                for (auto const index : found->second) {
                    take(index);
                }
            }
        }
    }

private:
    struct Cell
    {
        double column = 0.0; ///< whole numbers, however far away
        double row = 0.0;

        friend bool operator==(Cell const&, Cell const&) = default;
    };
    struct Hash
    {
        std::size_t operator()(Cell const& cell) const
        {
            return std::hash<double>{}(cell.column) * 0x9E3779B97F4A7C15U +
                   std::hash<double>{}(cell.row);
        }
    };

    [[nodiscard]] Cell cell(Xy const& point) const
    {
        return {std::floor(point.x / side_), std::floor(point.y / side_)};
    }

    double side_;
    std::unordered_map<Cell, std::vector<std::uint32_t>, Hash> cells_;
};

} // namespace wt::hotspots
