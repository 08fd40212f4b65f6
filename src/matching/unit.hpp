#pragma once

#include "matching/officer_set.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace wt::matching {

/// Officers of one walk, by index.
using Unit = std::vector<std::size_t>;

/// What a unit needs: for each set, one member in it (one who knows the ward, one for each
/// language).
using Needs = std::vector<OfficerSet const*>;

/// A unit of `size` from `officers` that meets all needs, taking those who stand first where it can
/// choose; nothing if there is none. Exact.
std::optional<Unit>
find_unit(std::vector<std::size_t> const& officers, Needs const& needs, std::size_t size);

/// True if a unit of `size` from those who are in `officers` and `allowed` meets all needs.
/// \pre at most two needs (asserted)
bool has_unit(
    OfficerSet const& officers, OfficerSet const& allowed, Needs const& needs, std::size_t size);

} // namespace wt::matching
