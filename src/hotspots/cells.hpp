#pragma once

#include "geo/projection.hpp"
#include "hotspots/neighbours.hpp"

#include <span>

namespace wt::hotspots {

/// More cells than this are refused: a county in cells of 25 m.
inline constexpr std::size_t kMostCells = 4'000'000;

/// Square cells of one size over a plane, numbered from the south-west, row by row to the north.
class CellGrid
{
public:
    /// The smallest grid over all points whose borders are whole multiples of `side`, so that two
    /// sets of points fall into the same cells.
    /// \pre finite coordinates, side > 0, at least one point
    /// \throws Refusal (invalid_input) if that takes more than `kMostCells`
    CellGrid(std::span<Xy const> points, double side);

    [[nodiscard]] std::size_t size() const noexcept { return columns_ * rows_; }
    /// \pre the point is one of those covered. One on a border belongs to the north or east of it.
    [[nodiscard]] Place cell_of(Xy point) const noexcept;
    [[nodiscard]] Xy middle_of(Place cell) const noexcept;

private:
    double side_;        ///< metres
    double left_ = 0.0;  ///< column of the westernmost cell, counted from x = 0
    double lower_ = 0.0; ///< row of the southernmost cell, counted from y = 0
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
};

} // namespace wt::hotspots
