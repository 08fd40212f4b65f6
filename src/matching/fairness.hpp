#pragma once

#include "matching/plan.hpp"
#include "matching/problem.hpp"

#include <cstddef>
#include <vector>

namespace wt::matching {

/// How a plan treats a ward.
struct WardShare
{
    WardId ward{};
    std::size_t asked = 0;
    std::size_t possible = 0; ///< each of them could walk if nobody else did
    std::size_t served = 0;

    friend bool operator==(WardShare const&, WardShare const&) = default;
};

/// By ward, ascending. Reads the rules again from the problem, apart from the solver.
/// O(requests x starts x officers of the unit).
std::vector<WardShare> shares_by_ward(Problem const& problem, Plan const& plan);

/// The wards left behind: the share served is more than 10 points under that of all wards
/// together, though the roster could serve as many of them as that. A ward so small that one walk
/// more would lift it over the mean is not.
std::vector<WardShare> left_behind(std::vector<WardShare> const& shares);

} // namespace wt::matching
