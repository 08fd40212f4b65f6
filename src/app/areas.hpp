#pragma once

#include "base/message.hpp"
#include "geo/area.hpp"
#include "scheme/ids.hpp"
#include "store/areas.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// A command unit.
struct Bcu
{
    BcuId id;
    std::string code;
    std::string name;
};

/// A ward of the force.
struct Ward
{
    WardId id;
    std::string code;
    std::string name;
    BcuId bcu;
    LatLon centre; ///< within it
};

/// The force's command units and wards with their outlines. Never changes once made: an import
/// makes another.
class Areas
{
public:
    Areas(std::vector<store::StoredBcu> bcus, std::vector<store::StoredWard> wards);

    /// The ward around the point; nothing outside the force. Linear in the wards' bounds.
    [[nodiscard]] std::optional<Ward> find_ward(LatLon point) const;

    /// By name. Copies, so that a loop over `app.areas()->list_wards()` outlives a reload.
    [[nodiscard]] std::vector<Bcu> list_bcus() const { return bcus_; }
    [[nodiscard]] std::vector<Ward> list_wards() const { return wards_; }
    [[nodiscard]] std::vector<Ward> list_wards(BcuId bcu) const;

    [[nodiscard]] std::optional<Bcu> find_bcu(std::string_view code) const;
    [[nodiscard]] std::optional<Ward> find_ward(std::string_view code) const;

    /// \throws Refusal (not_found) where there is none with this id
    [[nodiscard]] Bcu require_bcu(BcuId id) const;
    [[nodiscard]] Ward require_ward(WardId id) const;

    /// The outline of `list_wards()[n]`, and of `list_bcus()[n]`; may be empty.
    [[nodiscard]] MultiPolygon const& ward_area(std::size_t n) const
    {
        return ward_shapes_[n].area;
    }
    [[nodiscard]] MultiPolygon const& bcu_area(std::size_t n) const { return bcu_areas_[n]; }

    /// The box around all wards; empty if there are none.
    [[nodiscard]] Bounds bounds() const;

private:
    struct Shape
    {
        Bounds bounds;
        MultiPolygon area;
    };

    std::vector<Bcu> bcus_;
    std::vector<MultiPolygon> bcu_areas_;
    std::vector<Ward> wards_;
    std::vector<Shape> ward_shapes_;
};

/// "Camden Street, Camberwell", as far as street and ward are told.
/// \param street  empty: it has no name
Message place_in_words(
    Areas const& areas,
    std::optional<std::string> const& street,
    std::optional<WardId> ward,
    BcuId bcu);

} // namespace wt::app
