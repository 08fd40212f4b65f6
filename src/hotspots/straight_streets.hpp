#pragma once

#include "geo/projection.hpp"
#include "hotspots/density.hpp"

#include <optional>
#include <vector>

namespace wt::hotspots {

/// Streets of which only the places of the junctions are known, each drawn straight; found by place
/// through a grid of squares.
class StraightStreets
{
public:
    /// \pre one place per node; finite
    StraightStreets(StreetGraph const& graph, std::vector<Xy> nodes);

    struct Nearest
    {
        OnStreet point;
        Metres away;
    };

    /// The nearest point of a street, of the lowest edge of several; nothing within the radius
    /// gives none. Along a street counts its own length, which may exceed the straight line.
    [[nodiscard]] std::optional<Nearest> find_nearest(Xy place, Metres radius) const;

    [[nodiscard]] Xy place_of(OnStreet const& point) const;

private:
    [[nodiscard]] std::size_t column_of(double x) const noexcept;
    [[nodiscard]] std::size_t row_of(double y) const noexcept;
    template <class Visit>
    void for_each_cell(Xy low, Xy high, Visit visit) const;

    std::vector<StreetGraph::Edge> edges_;
    std::vector<Xy> nodes_;
    Xy south_west_;
    double cell_ = 1.0; ///< metres
    std::size_t rows_ = 1;
    std::size_t columns_ = 1;
    std::vector<std::vector<EdgeNumber>> in_cell_;
};

} // namespace wt::hotspots
