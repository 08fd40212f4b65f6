#include "matching/fairness.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace wt::matching {

namespace {

bool is_free(Officer const& officer, Instant start, Rules const& rules)
{
    auto const taken = occupied(start, rules);
    Interval const served{taken.from, taken.to - rules.rest};
    return std::ranges::any_of(
               merged(officer.shifts), [&](Interval shift) { return contains(shift, served); }) &&
           std::ranges::none_of(officer.busy, [&](Interval busy) { return overlap(busy, taken); });
}

/// True if a unit that suits her is free at the start.
bool has_unit_at(Problem const& problem, Request const& request, Instant start)
{
    int free = 0;
    bool one_knows = false;
    bool one_speaks = !request.needs_language || request.language.empty();
    for (auto const& officer : problem.officers) {
        if (officer.bcu != request.bcu ||
            std::ranges::find(request.refused, officer.id) != request.refused.end() ||
            !is_free(officer, start, problem.rules)) {
            continue;
        }
        ++free;
        one_knows =
            one_knows || std::ranges::find(officer.wards, request.ward) != officer.wards.end();
        one_speaks = one_speaks || std::ranges::find(officer.languages, request.language) !=
                                       officer.languages.end();
    }
    return free >= problem.rules.unit_size && one_knows && one_speaks;
}

bool is_possible(Problem const& problem, Request const& request)
{
    std::chrono::milliseconds const grid = problem.rules.grid;
    for (auto const& window : merged(request.windows)) {
        auto const late = window.from.time_since_epoch() % grid;
        auto start = window.from + (grid - late) % grid;
        for (; start + problem.rules.walk <= window.to; start += grid) {
            if (has_unit_at(problem, request, start)) {
                return request.people <= problem.rules.max_people;
            }
        }
    }
    return false;
}

} // namespace

std::vector<WardShare> shares_by_ward(Problem const& problem, Plan const& plan)
{
    std::set<RequestId> served;
    for (auto const& walk : plan.assignments) {
        served.insert(walk.requests.begin(), walk.requests.end());
    }
    std::map<WardId, WardShare> by_ward;
    for (auto const& request : problem.requests) {
        auto& share = by_ward[request.ward];
        bool const walks = served.contains(request.id);
        share.ward = request.ward;
        ++share.asked;
        share.served += walks ? 1U : 0U;
        share.possible += walks || is_possible(problem, request) ? 1U : 0U;
    }
    std::vector<WardShare> shares;
    for (auto const& [ward, share] : by_ward) {
        shares.push_back(share);
    }
    return shares;
}

std::vector<WardShare> left_behind(std::vector<WardShare> const& shares)
{
    constexpr double kTolerance = 0.1;
    double asked = 0;
    double served = 0;
    for (auto const& share : shares) {
        asked += static_cast<double>(share.asked);
        served += static_cast<double>(share.served);
    }
    std::vector<WardShare> behind;
    std::ranges::copy_if(shares, std::back_inserter(behind), [&](WardShare const& share) {
        auto const own = static_cast<double>(share.asked);
        auto const least = (served / asked - kTolerance) * own;
        auto const one_more = static_cast<double>(share.served + 1);
        return static_cast<double>(share.served) < least &&
               static_cast<double>(share.possible) >= least && one_more <= served / asked * own;
    });
    return behind;
}

} // namespace wt::matching
