#include "matching/solve.hpp"

#include "matching/bound.hpp"
#include "matching/explain.hpp"
#include "matching/parts.hpp"
#include "matching/search.hpp"

#include <algorithm>
#include <cassert>
#include <memory>

namespace wt::matching {

namespace {

/// One command unit's problem while it is solved.
class Part
{
public:
    Part(Problem problem, std::uint64_t seed)
        : problem_{std::move(problem)}, model_{problem_}, search_{model_, seed}, bound_{model_}
    {
    }

    /// Some rounds of the search, then a step of the bound. \param roams  see Search::set_goal
    void take_turn(int rounds, bool roams, std::function<bool()> const& stop)
    {
        search_.run(rounds, stop);
        if (!(stop && stop())) {
            bound_.tighten(search_.served());
        }
        assert(bound_.value() >= search_.served());
        // A plan before this one would be given up for nothing.
        search_.set_goal(roams && problem_.earlier.empty() ? bound_.value() : 0);
    }
    void prove(std::function<bool()> const& stop)
    {
        while (!(stop && stop()) && bound_.tighten(search_.served())) {
        }
    }

    [[nodiscard]] Plan plan() const
    {
        Plan plan = explained(model_, search_.best());
        plan.bound = bound_.value();
        plan.iterations = search_.rounds();
        return plan;
    }

private:
    Problem problem_;
    Model model_;
    Search search_;
    Bound bound_;
};

void one_after_the_other(std::size_t count, std::function<void(std::size_t)> const& work)
{
    for (std::size_t i = 0; i < count; ++i) {
        work(i);
    }
}

void add(Objective& sum, Objective const& more)
{
    sum.served += more.served;
    sum.priority += more.priority;
    sum.kept += more.kept;
    sum.unevenness += more.unevenness;
    sum.hours += more.hours;
    sum.familiarity += more.familiarity;
    sum.travel_and_load += more.travel_and_load;
}

Plan joined(std::vector<std::unique_ptr<Part>> const& parts)
{
    Plan all;
    for (auto const& part : parts) {
        Plan plan = part->plan();
        std::ranges::move(plan.assignments, std::back_inserter(all.assignments));
        std::ranges::move(plan.unserved, std::back_inserter(all.unserved));
        add(all.objective, plan.objective);
        all.bound += plan.bound;
        all.iterations = std::max(all.iterations, plan.iterations);
    }
    std::ranges::sort(all.assignments, {}, [](Assignment const& a) {
        return std::pair{a.start, a.requests.front()};
    });
    std::ranges::sort(all.unserved, {}, &Unserved::request);
    return all;
}

} // namespace

Plan solve(Problem const& problem, Limits const& limits)
{
    auto problems = parts_of(problem);
    ForEach const for_each = limits.for_each ? limits.for_each : one_after_the_other;
    std::vector<std::unique_ptr<Part>> parts(problems.size());
    // The units take turns, so that a clock which stops the search is fair to all.
    constexpr int kTurn = 1000;
    for_each(parts.size(), [&](std::size_t i) {
        parts[i] = std::make_unique<Part>(std::move(problems[i]), limits.seed);
    });
    for (int left = limits.iterations; left > 0 && !(limits.stop && limits.stop()); left -= kTurn) {
        for_each(parts.size(), [&](std::size_t i) {
            bool const roams = left > limits.iterations / 2;
            parts[i]->take_turn(std::min(kTurn, left), roams, limits.stop);
        });
    }
    for_each(parts.size(), [&](std::size_t i) { parts[i]->prove(limits.stop); });
    return joined(parts);
}

} // namespace wt::matching
