#pragma once

#include "app/plan_walks.hpp"
#include "matching/problem.hpp"

#include <map>

namespace wt::app {

/// What the solver is asked, and what is needed to read its answer.
struct PlanProblem
{
    matching::Problem problem;
    std::map<OfficerId, std::string> officer_names;
};

/// Reads the queue, the roster, the bookings and the force's rules into a matching problem. Her
/// places and times are opened in memory only.
PlanProblem make_problem(App& app, PlanWish const& wish);

} // namespace wt::app
