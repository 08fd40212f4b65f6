#pragma once

#include "matching/plan.hpp"
#include "matching/problem.hpp"

#include <iosfwd>
#include <string>

namespace wt::cli {

/// The problem of `docs/schemas/buddies-problem.json`. Times of the week and of single days become
/// the dark and quiet windows of the place, as the desk's own planning offers them.
/// \throws Refusal with one sentence for anything else
matching::Problem read_problem(std::string const& path);

/// The plan of `docs/schemas/buddies-plan.json`.
/// \throws Refusal with one sentence for anything else
matching::Plan read_plan(std::string const& path);

/// How a plan came about, beside what it holds.
struct Making
{
    std::uint64_t seed = 0;
    double seconds = 0;
};

void write_plan(std::ostream& out, matching::Plan const& plan, Making const& making);

} // namespace wt::cli
