#include "routing/solve.hpp"

#include "routing/bound.hpp"
#include "routing/exact.hpp"
#include "routing/search.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

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
        if (terrain_.total({}) > terrain_.problem.budget) {
            return explained({}, false);
        }
        bool const is_exact = terrain_.candidates.size() <= most_exact();
        Stops const stops = is_exact ? solve_exactly(terrain_) : searched();
        return explained(stops, is_exact);
    }

private:
    [[nodiscard]] std::size_t most_exact() const
    {
        return std::min(limits_.exact_up_to, kMostExact);
    }

    /// Settles first which musts are visited, then fills up.
    Stops searched()
    {
        Terrain const musts = only_musts(terrain_);
        int rounds = 0;
        Stops const first = musts.candidates.size() <= most_exact()
                                ? solve_exactly(musts)
                                : search(musts, {}, limits_, rounds);
        return search(terrain_, first, limits_, iterations_);
    }

    Plan explained(Stops const& stops, bool is_exact) const
    {
        Plan plan;
        plan.iterations = iterations_;
        plan.feasible = terrain_.total(stops) <= terrain_.problem.budget;
        if (plan.feasible) {
            plan.total = terrain_.total(stops);
            plan.order.push_back(terrain_.problem.start);
            std::ranges::copy(stops, std::back_inserter(plan.order));
            plan.order.push_back(terrain_.problem.end);
        }
        for (auto const stop : stops) {
            plan.score += terrain_.problem.points[stop].weight;
        }
        explain_left_out(stops, plan);
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

    void explain_left_out(Stops const& stops, Plan& plan) const
    {
        auto const& problem = terrain_.problem;
        for (std::size_t point = 0; point < problem.points.size(); ++point) {
            bool const is_visited = std::ranges::find(stops, point) != stops.end() ||
                                    point == problem.start || point == problem.end;
            if (!is_visited) {
                plan.left_out.push_back({point, why_left_out(point)});
                plan.all_musts = plan.all_musts && !terrain_.is_must[point];
            }
        }
    }

    [[nodiscard]] LeftOut why_left_out(std::size_t point) const
    {
        if (terrain_.alone(point) == kUnreachable) {
            return LeftOut::unreachable;
        }
        if (terrain_.alone(point) > terrain_.problem.budget) {
            return LeftOut::too_far;
        }
        return terrain_.is_must[point] ? LeftOut::must_not_fit : LeftOut::lower_weight;
    }

    Terrain const& terrain_;
    Limits const& limits_;
    int iterations_ = 0;
};

} // namespace

Plan solve(Problem const& problem, Limits const& limits)
{
    Terrain const terrain{problem};
    return Solver{terrain, limits}.run();
}

} // namespace wt::routing
