#pragma once

#include "matching/capacity_program.hpp"

#include <vector>

namespace wt::matching {

/// Rows that every plan keeps and the program's values break. Within `spacing` cells an officer
/// starts once, so
///   - at most floor(officers on duty in it / unit size) walks start in a window (whole units);
///   - walks of a set of wishes there are at most as many as officers who know the ward of one of
///     them and are not refused by her (Hall).
std::vector<CapacityProgram::Row> find_cuts(CapacityProgram const& program);

} // namespace wt::matching
