#include "routing/solve.hpp"

#include "routing/bound.hpp"
#include "routing/exact.hpp"
#include "routing/search.hpp"

#include <algorithm>

namespace wt::routing {

namespace {

/// The terrain with only its musts to go to.
Terrain only_musts(Terrain const& terrain)
{
    Terrain musts = terrain;
    std::erase_if(musts.candidates, [&](std::size_t point) { return !terrain.is_must[point]; });
    return musts;
}

class Solver
{
public:
    Solver(Terrain const& terrain, Limits const& limits) : terrain_{terrain}, limits_{limits} {}

    Plan run()
    {
        if (terrain_.total({}) > terrain_.budget) {
            return explained({}, false);
        }
        bool const is_exact = can_be_exact(terrain_);
        return explained(is_exact ? exactly(terrain_) : searched(), is_exact);
    }

private:
    [[nodiscard]] bool can_be_exact(Terrain const& terrain) const
    {
        return terrain.problem.vehicles == 1 &&
               terrain.candidates.size() <= std::min(limits_.exact_up_to, kMostExact);
    }

    static std::vector<Stops> exactly(Terrain const& terrain) { return {solve_exactly(terrain)}; }

    /// Settles first which musts are visited, then fills up.
    std::vector<Stops> searched()
    {
        Terrain const musts = only_musts(terrain_);
        std::vector<Stops> const none(terrain_.problem.vehicles);
        if (can_be_exact(musts)) {
            return search(terrain_, exactly(musts), limits_, iterations_);
        }
        if (musts.candidates.empty()) {
            return search(terrain_, none, limits_, iterations_);
        }
        std::int64_t rounds = 0;
        auto const first = search(musts, none, half(false), rounds);
        return search(terrain_, first, half(true), iterations_);
    }

    /// The limits for one half of the search.
    [[nodiscard]] Limits half(bool is_second) const
    {
        Limits half = limits_;
        if (limits_.spent) {
            half.spent = [&spent = limits_.spent, is_second] {
                return 2.0 * spent() - (is_second ? 1.0 : 0.0);
            };
        }
        return half;
    }

    [[nodiscard]] Plan explained(std::vector<Stops> const& routes, bool is_exact) const
    {
        Plan plan;
        plan.iterations = iterations_;
        plan.feasible = !routes.empty();
        std::vector<bool> is_visited(terrain_.problem.points.size());
        is_visited[terrain_.problem.start] = is_visited[terrain_.problem.end] = true;
        for (auto const& stops : routes) {
            Route route{.order = {terrain_.problem.start}, .total = terrain_.total(stops)};
            for (auto const stop : stops) {
                route.order.push_back(stop);
                is_visited[stop] = true;
                plan.score += terrain_.problem.points[stop].weight;
            }
            route.order.push_back(terrain_.problem.end);
            plan.routes.push_back(std::move(route));
        }
        explain_left_out(is_visited, plan);
        add_bound(is_exact, plan);
        return plan;
    }

    void add_bound(bool is_exact, Plan& plan) const
    {
        constexpr double kRounding = 1e-9;
        plan.bound = is_exact || !plan.feasible ? plan.score
                                                : std::max(plan.score, bound_on_score(terrain_));
        plan.proven_optimal = is_exact || (plan.feasible && plan.all_musts &&
                                           plan.bound <= plan.score * (1.0 + kRounding));
    }

    void explain_left_out(std::vector<bool> const& is_visited, Plan& plan) const
    {
        for (std::size_t point = 0; point < is_visited.size(); ++point) {
            if (!is_visited[point]) {
                plan.left_out.push_back({point, why_left_out(point)});
                plan.all_musts = plan.all_musts && !terrain_.is_must[point];
            }
        }
    }

    [[nodiscard]] LeftOut why_left_out(std::size_t point) const
    {
        auto const& problem = terrain_.problem;
        if (problem.time(problem.start, point) == kUnreachable ||
            problem.time(point, problem.end) == kUnreachable) {
            return LeftOut::unreachable;
        }
        if (terrain_.alone(point) > terrain_.budget) {
            return LeftOut::too_far;
        }
        return terrain_.is_must[point] ? LeftOut::must_not_fit : LeftOut::lower_weight;
    }

    Terrain const& terrain_;
    Limits const& limits_;
    std::int64_t iterations_ = 0;
};

} // namespace

Plan solve(Problem const& problem, Limits const& limits)
{
    Terrain const terrain{problem};
    return Solver{terrain, limits}.run();
}

} // namespace wt::routing
