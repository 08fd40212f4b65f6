#pragma once

#include "app/action.hpp"
#include "scheme/role.hpp"

#include <optional>

namespace wt::app {

/// Whether `person` may do `action`, in the command unit `where` if it belongs to one. The one
/// table of permissions stands in permission.cpp. That a participant acts on her own data, and an
/// officer on her own walk, is checked where those are looked up: they are found by her id.
bool may(Person const& person, Action action, std::optional<BcuId> where = std::nullopt);

/// \throws Refusal (forbidden) unless `may`.
void require_permission(
    Person const& person, Action action, std::optional<BcuId> where = std::nullopt);

} // namespace wt::app
