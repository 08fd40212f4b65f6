#include "app/areas.hpp"

#include "base/refusal.hpp"
#include "geo/inner_point.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace wt::app {

namespace {

template <class Area, class Key, class Projection>
std::optional<Area> find_by(std::vector<Area> const& areas, Key const& key, Projection projection)
{
    auto const found = std::ranges::find(areas, key, projection);
    return found == areas.end() ? std::nullopt : std::optional{*found};
}

template <class Area, class Key>
Area require_by_id(std::vector<Area> const& areas, Key id)
{
    auto const found = std::ranges::find(areas, id, &Area::id);
    if (found == areas.end()) {
        throw Refusal{Refusal::not_found, N_("There is no such area.")};
    }
    return *found;
}

} // namespace

Areas::Areas(std::vector<store::StoredBcu> bcus, std::vector<store::StoredWard> wards)
{
    for (auto& bcu : bcus) {
        bcus_.push_back({bcu.id, std::move(bcu.code), std::move(bcu.name)});
        bcu_areas_.push_back(std::move(bcu.area));
    }
    for (auto& ward : wards) {
        auto const bounds = bounds_of(ward.area);
        wards_.push_back(
            {.id = ward.id,
             .code = std::move(ward.code),
             .name = std::move(ward.name),
             .bcu = ward.bcu,
             .centre = bounds.is_empty() ? LatLon{} : inner_point(ward.area)});
        ward_shapes_.push_back({bounds, std::move(ward.area)});
    }
}

std::optional<Ward> Areas::find_ward(LatLon point) const
{
    auto const around = std::ranges::find_if(ward_shapes_, [&](Shape const& shape) {
        return shape.bounds.contains(point) && contains(shape.area, point);
    });
    return around == ward_shapes_.end()
               ? std::nullopt
               : std::optional{wards_[static_cast<std::size_t>(around - ward_shapes_.begin())]};
}

std::vector<Ward> Areas::list_wards(BcuId bcu) const
{
    std::vector<Ward> wards;
    std::ranges::copy_if(
        wards_, std::back_inserter(wards), [&](Ward const& ward) { return ward.bcu == bcu; });
    return wards;
}

std::optional<Bcu> Areas::find_bcu(std::string_view code) const
{
    return find_by(bcus_, code, &Bcu::code);
}

std::optional<Ward> Areas::find_ward(std::string_view code) const
{
    return find_by(wards_, code, &Ward::code);
}

Bcu Areas::require_bcu(BcuId id) const
{
    return require_by_id(bcus_, id);
}

Ward Areas::require_ward(WardId id) const
{
    return require_by_id(wards_, id);
}

Bounds Areas::bounds() const
{
    Bounds all;
    for (auto const& shape : ward_shapes_) {
        if (!shape.bounds.is_empty()) {
            all.extend(shape.bounds.south_west);
            all.extend(shape.bounds.north_east);
        }
    }
    return all;
}

Message place_in_words(
    Areas const& areas,
    std::optional<std::string> const& street,
    std::optional<WardId> ward,
    BcuId bcu)
{
    auto const area = ward ? areas.require_ward(*ward).name : areas.require_bcu(bcu).name;
    if (!ward || !street) {
        return {"{1}", {area}};
    }
    return street->empty() ? Message{N_("A way without a name, {1}"), {area}}
                           : Message{N_("{1}, {2}"), {*street, area}};
}

} // namespace wt::app
