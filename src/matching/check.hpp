#pragma once

#include "matching/plan.hpp"
#include "matching/problem.hpp"

#include <vector>

namespace wt::matching {

/// What a plan does wrong.
enum class Fault
{
    unknown_id,      ///< request or officer that the problem does not have
    request_twice,   ///< in two assignments, or served and unserved
    request_missing, ///< neither served nor unserved
    empty_walk,      ///< an assignment without a request
    unit_size,       ///< not exactly `unit_size` different officers
    off_grid,
    outside_window, ///< the walk is not inside one of her windows
    outside_shift,  ///< briefing and walk are not inside one shift of each officer
    officer_busy,   ///< overlaps her leave or a walk confirmed before
    officer_twice,  ///< overlaps another walk of this plan, rest included
    nobody_knows_ward,
    nobody_speaks_language, ///< and she needs it
    refused_officer,
    wrong_bcu, ///< an officer of another command unit than hers
    too_many_people,
    wrong_ward,             ///< of the assignment or of one who shares it
    shared_without_consent, ///< one of several did not agree, or is a guest
    not_step_free,
    wrong_count,   ///< objective.served is not what the assignments serve
    bound_too_low, ///< more are served than the bound allows
};

/// One fault, at an assignment or an unserved request.
struct Violation
{
    Fault fault;
    RequestId request{}; ///< nought where the fault is not one request's
    OfficerId officer{}; ///< nought where the fault is not one officer's

    friend bool operator==(Violation const&, Violation const&) = default;
};

/// All faults of `plan`; none if it keeps every rule of `problem`. Independent of the solver: it
/// shares only the data types, and reads the rules again from the problem.
std::vector<Violation> check(Problem const& problem, Plan const& plan);

/// "officer_twice", for terminals and JSON.
char const* name(Fault fault);

} // namespace wt::matching
