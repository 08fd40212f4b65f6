#pragma once

#include "app/app.hpp"
#include "base/field_errors.hpp"
#include "matching/plan.hpp"
#include "scheme/role.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// Which days to plan, and how hard to try.
struct PlanWish
{
    Day first;
    Day last;                   ///< included; at most 31 days after the first
    std::optional<BcuId> bcu{}; ///< all of them without
    int iterations = 2000;
    std::uint64_t seed = 1;
};

/// A walk that the plan proposes, with the names that a person reads.
struct PlannedWalk
{
    Interval time;
    BcuId bcu;
    WardId ward;
    std::string ward_name;
    std::vector<OfficerId> officers;
    std::vector<std::string> officer_names;
    std::vector<RequestId> requests;
    std::vector<matching::Why> why;
    bool step_free = false;
};

struct WalkPlan
{
    std::vector<PlannedWalk> walks;
    std::vector<matching::Unserved> unserved;
    std::int64_t bound = 0;  ///< no plan serves more requests
    double gap = 0;          ///< (bound - served) / bound
    std::size_t waiting = 0; ///< requests that were considered
};

/// What is wrong with the days of a plan, beside `first` and `last`: they are not over, and at most
/// 31 days apart.
FieldErrors errors_in_range(App const& app, Day first, Day last);

/// Matches the queue with the officers on duty, in the dark and quiet hours or where she asked for
/// the light. Changes nothing; the same database and seed give the same plan.
/// \throws Refusal (invalid_input) for an empty or too long range, or without a map's time zone
WalkPlan make_plan(App& app, Person const& person, PlanWish const& wish);

/// Holds every walk of the plan for its women, each in a transaction of its own, with its route,
/// and tells them.
/// \returns how many walks are held; the others were overtaken by somebody else's change.
std::size_t publish_plan(App& app, Person const& person, WalkPlan const& plan);

/// Proposals that were not answered in time: the women are back in the queue where they stood, and
/// the officers are free. \returns how many.
std::size_t expire_proposals(App& app);

} // namespace wt::app
