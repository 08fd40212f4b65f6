#pragma once

#include "matching/model.hpp"

#include <cstdint>

namespace wt::matching {

/// An upper bound on the requests that any plan can serve, from a relaxation to maximum flow.
///
/// Starts are cut into blocks of `spacing` cells; an officer does at most one walk in a block. So
/// at most (officers on duty in the block) / (unit size) walks start in it, and in one ward at
/// most as many as there are officers who know it. Each request flows through one block; those who
/// may share have extra room of (people - 1) for each walk of the block. What it leaves out: who is
/// with whom, languages, refusals beyond each request's own starts, and that blocks touch. The
/// least over all offsets of the blocks is the bound.
std::int64_t bound_on_served(Model const& model);

} // namespace wt::matching
