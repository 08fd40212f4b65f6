#pragma once

#include "base/interval.hpp"
#include "geo/point.hpp"
#include "scheme/ids.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace wt::matching {

/// A woman officer who is eligible in the planned time; who is eligible is decided by the caller.
struct Officer
{
    OfficerId id{};
    BcuId bcu{};                          ///< she walks in hers alone
    std::vector<WardId> wards{};          ///< wards she knows
    std::vector<std::string> languages{}; ///< BCP 47 tags, compared as they are written
    std::vector<Interval> shifts{};       ///< any order; touching shifts count as one
    std::vector<Interval> busy{};         ///< leave, and walks confirmed before (see `occupied`)
};

enum class Party
{
    woman,
    group,
    guest
};

/// One wish for a walk.
struct Request
{
    RequestId id{};
    BcuId bcu{};
    WardId ward{};
    std::vector<Interval> windows{}; ///< when she is free and a walk may take place; the whole walk
                                     ///< lies in one of them; touching ones count as one
    int people = 1;                  ///< who come, 1..`Rules::max_people`
    std::string language{};          ///< that she would like to speak; empty: none asked for
    bool needs_language = false;     ///< one officer must speak it: else she does not walk
    bool step_free = false; ///< does not bind the match; the walk it joins becomes step-free
    bool may_share = false; ///< with others who may too
    bool welcomes_guests =
        false; ///< agreed beforehand to share with a guest, or to be one who does
    Instant waiting_since{};
    int times_postponed = 0;
    bool is_first_for_next = false;   ///< her walk was broken off: before all who are not
    std::vector<OfficerId> refused{}; ///< never on her walk
    Party party = Party::woman;
};

/// A ward's middle, for travel between walks. A ward without one counts as nought away.
struct Ward
{
    WardId id{};
    LatLon centre{};
};

/// What a force may set. Levels of the objective are in fixed order; these weigh within a level.
struct Weights
{
    int per_week_waiting = 1; ///< points for each full week since she asked
    int per_postponement = 2; ///< points for each time her walk was postponed
    int knows_ward = 2;       ///< points for each officer of the unit who knows the ward
    int someone_speaks = 3;   ///< points if anybody in the unit speaks her language
    int speaks_language = 1;  ///< and for each officer who does
    int per_kilometre = 1;    ///< cost of travel between two walks of one officer
    int per_load_squared = 2; ///< cost of the square of an officer's number of walks
};

struct Rules
{
    int unit_size = 2;
    int max_people = 4; ///< on one walk
    std::chrono::minutes walk{60};
    std::chrono::minutes briefing{15}; ///< before it, inside the shift
    std::chrono::minutes rest{30};     ///< travel and rest after it; may lie after the shift
    std::chrono::minutes grid{15};     ///< starts are multiples of it since 1970, UTC
    Weights weights{};
};

/// A walk of the plan before this one.
struct EarlierWalk
{
    std::vector<RequestId> requests{};
    Instant start{};
    std::vector<OfficerId> officers{};
    bool confirmed = false; ///< they said yes: it stays as it is wherever that is possible
};

/// One planning round. Ids are unique in each list; an unknown ward or officer is no error.
struct Problem
{
    std::vector<Officer> officers{};
    std::vector<Request> requests{};
    std::vector<Ward> wards{};
    std::vector<EarlierWalk> earlier{}; ///< what is kept where it costs no level above `kept`
    Rules rules{};
    Instant planned_at{}; ///< "now", from which waiting is counted
    /// How dark and quiet a start is for a request, 0..1; every start is as good if empty. Must be
    /// a pure function.
    std::function<double(Request const&, Instant start)> quality{};
};

/// What a walk takes of its officers' time: briefing, walk, travel and rest.
Interval occupied(Instant start, Rules const& rules);

/// When the woman is on the walk.
Interval walked(Instant start, Rules const& rules);

} // namespace wt::matching
