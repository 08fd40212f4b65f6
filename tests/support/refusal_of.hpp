#pragma once

#include "base/refusal.hpp"

#include <optional>

namespace wt {

/// The kind of refusal that `act` ends in; nothing if it was let.
std::optional<Refusal::Kind> refusal_of(auto const& act)
{
    try {
        act();
    } catch (Refusal const& refusal) {
        return refusal.kind();
    }
    return std::nullopt;
}

} // namespace wt
