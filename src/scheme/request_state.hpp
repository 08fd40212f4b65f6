#pragma once

#include "base/named.hpp"

namespace wt {

/// Where a request stands.
enum class RequestState
{
    waiting,   ///< in the queue
    proposed,  ///< a walk is held for her until she answers
    booked,    ///< she has said yes
    walked,    ///< the walk was held
    withdrawn, ///< by her
};

inline constexpr std::array<Named<RequestState>, 5> kRequestStates{{
    {RequestState::waiting, "waiting"},
    {RequestState::proposed, "proposed"},
    {RequestState::booked, "booked"},
    {RequestState::walked, "walked"},
    {RequestState::withdrawn, "withdrawn"},
}};

} // namespace wt
