#pragma once

#include "streets/network.hpp"

namespace wt::streets {

/// How many metres of a stretch are lit. A metre is lit if its way says `lit=yes` or a street lamp
/// stands within `kLampReach` of it, unlit if not and its way says `lit=no`, else nobody knows.
struct LightLengths
{
    Metres lit;
    Metres unlit;
    Metres unknown;

    LightLengths& operator+=(LightLengths const& other) noexcept
    {
        lit += other.lit;
        unlit += other.unlit;
        unknown += other.unknown;
        return *this;
    }
};

/// The light along an edge between two distances from its start, in either order.
LightLengths light_along(Network const& network, Edge const& edge, Metres a, Metres b) noexcept;

} // namespace wt::streets
