#pragma once

#include "base/interval.hpp"
#include "scheme/ids.hpp"

#include <compare>
#include <cstdint>
#include <vector>

namespace wt::matching {

/// What speaks for an assignment, for the desk and for her.
enum class Why
{
    first_for_next,     ///< her last walk was broken off
    waited_longest,     ///< nobody who is left out has more points
    her_only_time,      ///< one possible start in the whole range
    best_hour,          ///< no start of hers is darker and quieter
    all_know_the_ward,  ///< every officer, not only the one that is needed
    all_speak_language, ///< every officer, not only the one that is needed
    shared,             ///< one walk for several who agreed to that
};

/// Why a request is left out: the first that holds, in this order.
enum class WhyNot
{
    party_too_large,        ///< more people than one walk may take
    no_hour_offered,        ///< she is free at no dark and quiet time (or none that she chose)
    window_too_short,       ///< no window holds a whole walk on the grid
    nobody_free,            ///< fewer officers than a unit are on duty and free at her times
    nobody_knows_ward,      ///< no such unit at her times has one who knows the ward
    nobody_speaks_language, ///< no such unit knows the ward and speaks the language she needs
    all_refused,            ///< only with officers whom she refused
    others_first,           ///< the officers of her times serve others in this plan
};

struct Assignment
{
    std::vector<RequestId> requests{}; ///< who share this walk, ascending
    WardId ward{};
    Instant start{};
    std::vector<OfficerId> officers{}; ///< ascending
    bool step_free = false;
    std::vector<Why> why{}; ///< ascending
};

struct Unserved
{
    RequestId request{};
    WhyNot why_not{};
};

/// The levels in the order in which they count, whole numbers so that equal plans compare equal.
struct Objective
{
    std::int64_t served = 0;          ///< requests; more is better
    std::int64_t priority = 0;        ///< points of those served; more is better
    std::int64_t kept = 0;            ///< of the plan before: starts, and officers at them; more
    std::int64_t unevenness = 0;      ///< sum over wards of unserved^2 / asked, in millionths; less
    std::int64_t hours = 0;           ///< quality of the starts, thousandths; more
    std::int64_t familiarity = 0;     ///< points for ward and language known, by `Weights`; more
    std::int64_t travel_and_load = 0; ///< in hundredths of a weight; less

    friend bool operator==(Objective const&, Objective const&) = default;
};

/// True if `a` is worth more than `b` at the first level where they differ.
bool is_better(Objective const& a, Objective const& b);

struct Plan
{
    std::vector<Assignment> assignments{}; ///< by start, then first request
    std::vector<Unserved> unserved{};      ///< by request
    Objective objective{};
    std::int64_t bound = 0; ///< no plan serves more requests than this (proven)
    int iterations = 0;     ///< of the search

    [[nodiscard]] bool is_proven_optimal() const { return objective.served == bound; }
    /// (bound - served) / bound, 0 where nothing can be served: the first level only.
    [[nodiscard]] double gap() const;
};

/// "her_only_time", "nobody_free": for terminals and JSON.
char const* name(Why why);
char const* name(WhyNot why_not);

} // namespace wt::matching
