#pragma once

#include "matching/problem.hpp"

#include <vector>

namespace wt::matching {

/// The problem cut into one for each command unit that has a request, ascending by unit: nobody
/// walks outside hers, so that a plan of all is a plan of each.
std::vector<Problem> parts_of(Problem const& problem);

} // namespace wt::matching
