#include "hotspots/cells.hpp"

#include "base/refusal.hpp"

#include <algorithm>
#include <cmath>

namespace wt::hotspots {

CellGrid::CellGrid(std::span<Xy const> points, double side) : side_{side}
{
    auto const column = [side](Xy point) { return std::floor(point.x / side); };
    auto const row = [side](Xy point) { return std::floor(point.y / side); };
    auto const columns = std::ranges::minmax(points, {}, column);
    auto const rows = std::ranges::minmax(points, {}, row);
    left_ = column(columns.min);
    lower_ = row(rows.min);
    auto const wide = column(columns.max) - left_ + 1;
    auto const high = row(rows.max) - lower_ + 1;
    if (!(wide * high <= static_cast<double>(kMostCells))) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("That would be more than {1} cells. Take larger ones."),
             {std::to_string(kMostCells)}}};
    }
    columns_ = static_cast<std::size_t>(wide);
    rows_ = static_cast<std::size_t>(high);
}

Place CellGrid::cell_of(Xy point) const noexcept
{
    auto const column = static_cast<std::size_t>(std::floor(point.x / side_) - left_);
    auto const row = static_cast<std::size_t>(std::floor(point.y / side_) - lower_);
    return static_cast<Place>(row * columns_ + column);
}

Xy CellGrid::middle_of(Place cell) const noexcept
{
    auto const column = static_cast<double>(cell % columns_);
    auto const whole_rows = cell / columns_;
    auto const row = static_cast<double>(whole_rows);
    return {(left_ + column + 0.5) * side_, (lower_ + row + 0.5) * side_};
}

} // namespace wt::hotspots
