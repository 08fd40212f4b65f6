#include "matching/check.hpp"
#include "matching/solve.hpp"
#include "unit/matching/given.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::matching {
namespace {

/// Tries every plan of a tiny problem; only the checker says what is allowed.
class Oracle
{
public:
    explicit Oracle(Problem const& problem) : problem_{problem} { extend(0); }

    [[nodiscard]] std::int64_t most_served() const { return most_; }

private:
    /// True if what there is so far breaks no rule but that others still wait for their turn.
    [[nodiscard]] bool is_allowed() const
    {
        return std::ranges::all_of(check(problem_, plan_), [](Violation const& violation) {
            return violation.fault == Fault::request_missing ||
                   violation.fault == Fault::wrong_count || violation.fault == Fault::bound_too_low;
        });
    }

    void extend(std::size_t index)
    {
        auto const left = static_cast<std::int64_t>(problem_.requests.size() - index);
        if (served_ + left <= most_) {
            return;
        }
        if (left == 0) {
            most_ = served_;
            return;
        }
        auto const& request = problem_.requests[index];
        ++served_;
        join_each(request, index);
        open_each(request, index);
        --served_;
        extend(index + 1);
    }

    void join_each(Request const& request, std::size_t index)
    {
        for (std::size_t walk = 0; walk < plan_.assignments.size(); ++walk) {
            plan_.assignments[walk].requests.push_back(request.id);
            if (is_allowed()) {
                extend(index + 1);
            }
            plan_.assignments[walk].requests.pop_back();
        }
    }

    void open_each(Request const& request, std::size_t index)
    {
        auto const& officers = problem_.officers;
        for (auto const& window : request.windows) {
            for (Instant start = window.from; start < window.to; start += problem_.rules.grid) {
                for (std::size_t a = 0; a < officers.size(); ++a) {
                    for (std::size_t b = a + 1; b < officers.size(); ++b) {
                        plan_.assignments.push_back(
                            {.requests = {request.id},
                             .ward = request.ward,
                             .start = start,
                             .officers = {officers[a].id, officers[b].id}});
                        if (is_allowed()) {
                            extend(index + 1);
                        }
                        plan_.assignments.pop_back();
                    }
                }
            }
        }
    }

    Problem const& problem_;
    Plan plan_;
    std::int64_t served_ = 0;
    std::int64_t most_ = -1;
};

TEST(Solve, ServesAsManyAsTryingEveryPlan)
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Problem const problem = random_problem(seed, 4, 5);
        auto const most = Oracle{problem}.most_served();

        Plan const plan = solve(problem, {.iterations = 300});

        EXPECT_EQ(plan.objective.served, most) << "seed " << seed;
        EXPECT_GE(plan.bound, most) << "seed " << seed;
    }
}

} // namespace
} // namespace wt::matching
