#include "routing/search.hpp"

#include "routing/ruin.hpp"
#include "routing/shorten.hpp"

#include <algorithm>
#include <cmath>

namespace wt::routing {

namespace {

class Search
{
public:
    Search(Ground const& ground, Limits const& limits)
        : ground_{ground}, limits_{limits}, random_{limits.seed}, ruiner_{ground, random_},
          shortener_{ground}
    {
    }

    Tours run(Tours const& first, std::int64_t& iterations)
    {
        Tours best = first;
        improve(best);
        Tours current = best;
        Tours trial = best;
        for (iterations = 0; goes_on(iterations); ++iterations) {
            price_length(best);
            trial = current;
            bool const is_large = ruiner_.ruin(trial);
            ruiner_.recreate(trial);
            double const heat = temperature();
            double const least = worth(current) + heat * std::log(1.0 - random_.uniform());
            constexpr double kPromising = 3.0;
            if (is_large || worth(trial) > least - kPromising * heat) {
                improve(trial);
            }
            if (worth(trial) > least && trial.fit()) {
                std::swap(current, trial);
                if (is_better(current, best)) {
                    best = current;
                }
            }
        }
        return best;
    }

private:
    /// Shortens and fills up in turn, until nothing more fits.
    void improve(Tours& tours)
    {
        if (ground_.has_windows) {
            return;
        }
        for (auto before = tours.stops() + 1; before != tours.stops();) {
            before = tours.stops();
            if (!shortener_.shorten(tours)) {
                break;
            }
            ruiner_.recreate(tours);
        }
    }

    /// In worth: falls from what a point is worth on average, by the same factor in each round.
    [[nodiscard]] double temperature() const
    {
        double const last = ground_.has_windows ? 0.02 : 0.1;
        return ground_.mean_worth * std::pow(last, progress_);
    }

    bool goes_on(std::int64_t iteration)
    {
        constexpr int kBetweenQuestions = 16;
        if (iteration % kBetweenQuestions == 0) {
            if (limits_.stop && limits_.stop()) {
                return false;
            }
            progress_ = limits_.spent ? std::max(limits_.spent(), 0.0)
                                      : static_cast<double>(iteration) /
                                            static_cast<double>(limits_.iterations);
        }
        return iteration < limits_.iterations && progress_ < 1.0;
    }

    /// What a unit of length counts against worth, as a share of what the best tours make of it.
    /// With windows it is waiting rather than length that keeps others out.
    void price_length(Tours const& best)
    {
        double const share = ground_.has_windows ? 0.03 : 0.6;
        double const budgets = ground_.budget * static_cast<double>(ground_.routes);
        double const made = ground_.mean_worth * static_cast<double>(best.stops());
        price_ = budgets > 0.0 ? share * made / budgets : 0.0;
    }

    /// More worth, or as much on less length.
    [[nodiscard]] bool is_better(Tours const& a, Tours const& b) const
    {
        double const rounding = 1e-6 * ground_.mean_worth;
        return a.worth() > b.worth() + rounding ||
               (a.worth() > b.worth() - rounding && a.length() < b.length());
    }

    [[nodiscard]] double worth(Tours const& tours) const
    {
        return tours.worth() - price_ * tours.length();
    }

    Ground const& ground_;
    Limits const& limits_;
    SeededRandom random_;
    Ruiner ruiner_;
    Shortener shortener_;
    double progress_ = 0.0;
    double price_ = 0.0;
};

} // namespace

std::vector<Stops> search(
    Terrain const& terrain,
    std::vector<Stops> const& first,
    Limits const& limits,
    std::int64_t& iterations)
{
    if (terrain.candidates.empty()) {
        return first;
    }
    Ground const ground{terrain};
    Tours tours{ground};
    for (std::size_t route = 0; route < first.size(); ++route) {
        tours.replace(route, ground.nodes_of(first[route]));
    }
    tours = Search{ground, limits}.run(tours, iterations);
    std::vector<Stops> routes;
    for (std::size_t route = 0; route < ground.routes; ++route) {
        routes.push_back(ground.points_of(tours.nodes(route)));
    }
    return routes;
}

} // namespace wt::routing
