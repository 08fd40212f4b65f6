#pragma once

#include "base/random.hpp"
#include "matching/problem.hpp"

namespace wt::matching {

inline constexpr WardId kWard{1};
inline constexpr WardId kOtherWard{2};

/// The evening all tests happen on; a Friday, 17:00 UTC.
inline constexpr Instant kEvening =
    std::chrono::sys_days{std::chrono::year{2026} / 12 / 4} + std::chrono::hours{17};

/// Minutes after the evening began.
inline Interval evening(int from, int to)
{
    return {kEvening + std::chrono::minutes{from}, kEvening + std::chrono::minutes{to}};
}

/// On duty for eight hours from 16:00, knows kWard.
inline Officer given_officer(int id)
{
    return {.id = {id}, .wards = {kWard}, .shifts = {evening(-60, 420)}};
}

/// Free for the hour from `from` minutes into the evening, in kWard: one start.
inline Request given_request(int id, int from = 60)
{
    return {
        .id = {id},
        .ward = kWard,
        .windows = {evening(from, from + 60)},
        .waiting_since = kEvening - std::chrono::weeks{2}};
}

/// `officers` of them and `requests`, numbered from 1.
inline Problem given_problem(int officers, int requests)
{
    Problem problem{.planned_at = kEvening - std::chrono::days{1}};
    for (int id = 1; id <= officers; ++id) {
        problem.officers.push_back(given_officer(id));
    }
    for (int id = 1; id <= requests; ++id) {
        problem.requests.push_back(given_request(id));
    }
    return problem;
}

/// A small mixed case in which every rule may bind.
inline Problem random_problem(std::uint64_t seed, int officers, int requests)
{
    SeededRandom random{seed};
    auto const number = [&](int bound) {
        return static_cast<int>(random.below(static_cast<std::uint64_t>(bound)));
    };
    auto const ward = [&] { return number(3) == 0 ? kOtherWard : kWard; };
    Problem problem = given_problem(officers, requests);
    problem.rules.grid = std::chrono::minutes{30};
    for (auto& officer : problem.officers) {
        officer.wards = {ward()};
        officer.languages =
            number(2) == 0 ? std::vector<std::string>{"cy"} : std::vector<std::string>{};
        int const from = 30 * number(6) - 60;
        officer.shifts = {evening(from, from + 120 + 30 * number(6))};
        if (number(4) == 0) {
            officer.busy = {evening(from + 60, from + 120)};
        }
    }
    for (auto& request : problem.requests) {
        int const from = 30 * number(5);
        request.ward = ward();
        request.windows = {evening(from, from + 60 + 30 * number(3))};
        request.people = 1 + number(3);
        request.language = number(3) == 0 ? "cy" : "";
        request.needs_language = number(2) == 0;
        request.may_share = number(2) == 0;
        request.party = number(5) == 0 ? Party::guest : Party::woman;
        request.waiting_since -= std::chrono::weeks{number(10)};
        if (number(4) == 0) {
            request.refused = {{1 + number(officers + 1)}};
        }
        request.welcomes_guests = number(2) == 0;
    }
    return problem;
}

} // namespace wt::matching
