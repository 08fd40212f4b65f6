#pragma once

#include "base/named.hpp"

namespace wt {

/// Where a walk stands.
enum class WalkState
{
    proposed,    ///< its officers are held until a woman answers
    confirmed,   ///< at least one woman has said yes
    started,     ///< they have met
    held,        ///< done
    called_away, ///< the officers had to go
    missed,      ///< it did not happen, and nobody said so beforehand
    cancelled,   ///< beforehand
};

inline constexpr std::array<Named<WalkState>, 7> kWalkStates{{
    {WalkState::proposed, "proposed"},
    {WalkState::confirmed, "confirmed"},
    {WalkState::started, "started"},
    {WalkState::held, "held"},
    {WalkState::called_away, "called_away"},
    {WalkState::missed, "missed"},
    {WalkState::cancelled, "cancelled"},
}};

/// How a request stands on a walk.
enum class PlaceState
{
    proposed,
    accepted,
    declined,
    cancelled,
    attended,
    absent,
};

inline constexpr std::array<Named<PlaceState>, 6> kPlaceStates{{
    {PlaceState::proposed, "proposed"},
    {PlaceState::accepted, "accepted"},
    {PlaceState::declined, "declined"},
    {PlaceState::cancelled, "cancelled"},
    {PlaceState::attended, "attended"},
    {PlaceState::absent, "absent"},
}};

} // namespace wt
