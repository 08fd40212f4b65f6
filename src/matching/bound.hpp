#pragma once

#include "matching/model.hpp"

#include <cstdint>
#include <functional>

namespace wt::matching {

/// An upper bound on the requests that any plan can serve, from a relaxation to maximum flow.
///
/// Starts are cut into blocks of `spacing` cells; an officer does at most one walk in a block. So
/// at most (officers on duty in the block) / (unit size) walks start in it, and each takes an
/// officer of its own who knows the ward and is on duty at a start of the request. Those who may
/// share have extra room beside the first, of (people - 1) for each such officer, but for one of
/// them in each block and ward. What it leaves out: the rest of the unit, languages, that one start
/// must suit all of a unit, and that blocks touch. The least over several ways to cut is the bound.
///
/// \param served  what some plan serves: a bound that reaches it is not tightened further
/// \param stop    asked between the ways to cut; empty: never
std::int64_t bound_on_served(
    Model const& model, std::int64_t served = 0, std::function<bool()> const& stop = {});

} // namespace wt::matching
