#include "routing/search.hpp"

#include "base/random.hpp"
#include "routing/shorten.hpp"

#include <algorithm>
#include <cmath>

namespace wt::routing {

namespace {

/// One number for the annealing: a must outweighs all that is not one.
class Worth
{
public:
    explicit Worth(Terrain const& terrain)
    {
        double others = 0.0;
        double heaviest = 0.0;
        for (auto const point : terrain.candidates) {
            double const weight = terrain.problem.points[point].weight;
            if (terrain.is_must[point]) {
                heaviest = std::max(heaviest, weight);
            } else {
                others += weight;
                step = std::max(step, weight);
            }
        }
        // The least must (weight nought, one in a million of the heaviest) is worth all others.
        constexpr double kShareOfCount = 1e-6;
        per_must = others + step + 1.0;
        per_weight = heaviest > 0.0 ? per_must / kShareOfCount / heaviest : 0.0;
        step = step > 0.0 ? step : 1.0;
        per_budget = 1e-3 * step;
    }

    [[nodiscard]] double operator()(Value const& value, Seconds budget) const
    {
        double const used = budget.count() > 0.0 ? value.total / budget : 0.0;
        return value.musts * per_weight + static_cast<double>(value.must_count) * per_must +
               value.others - per_budget * used;
    }

    double step = 0.0; ///< of the heaviest point that is no must: the scale of the temperature

private:
    double per_must = 0.0;
    double per_weight = 0.0;
    double per_budget = 0.0;
};

class Search
{
public:
    Search(Terrain const& terrain, Limits const& limits)
        : terrain_{terrain}, limits_{limits}, worth_{terrain}, random_{limits.seed},
          visited_(terrain.problem.points.size())
    {
    }

    Stops run(Stops first, int& iterations)
    {
        recreate(first);
        Stops best = first;
        Value best_value = terrain_.value(best);
        Stops current = std::move(first);
        double current_worth = worth(current);
        for (iterations = 0; iterations < limits_.iterations && !is_stopped(iterations);
             ++iterations) {
            Stops trial = current;
            ruin(trial);
            recreate(trial);
            if (worth(trial) >= current_worth) {
                shorten(terrain_, trial);
                recreate(trial);
            }
            double const trial_worth = worth(trial);
            if (trial_worth - current_worth >= temperature(iterations) * std::log(chance())) {
                current = std::move(trial);
                current_worth = trial_worth;
            }
            Value const value = terrain_.value(current);
            if (is_better(value, best_value) && value.total <= terrain_.problem.budget) {
                best = current;
                best_value = value;
            }
        }
        return best;
    }

private:
    [[nodiscard]] bool is_stopped(int iteration) const
    {
        constexpr int kBetweenQuestions = 64; // a clock costs as much as a round
        return limits_.stop && iteration % kBetweenQuestions == 0 && limits_.stop();
    }

    [[nodiscard]] double worth(Stops const& stops) const
    {
        return worth_(terrain_.value(stops), terrain_.problem.budget);
    }

    /// From half the heaviest point down to a thousandth of that.
    [[nodiscard]] double temperature(int iteration) const
    {
        double const progress = static_cast<double>(iteration) / limits_.iterations;
        return 0.5 * worth_.step * std::pow(1e-3, progress);
    }

    /// Uniform in (0, 1].
    double chance() { return 1.0 - random_.uniform(); }

    std::size_t below(std::size_t bound) { return random_.below(bound); }

    /// Takes off a stretch of neighbours, or the stops nearest to a place, up to half of them.
    void ruin(Stops& stops)
    {
        if (stops.empty()) {
            return;
        }
        auto const most = std::max<std::size_t>(1, stops.size() / 2);
        auto const count = static_cast<std::ptrdiff_t>(1 + below(most));
        if (below(2) == 0) {
            auto const places = stops.size() - static_cast<std::size_t>(count) + 1;
            auto const first = stops.begin() + static_cast<std::ptrdiff_t>(below(places));
            stops.erase(first, first + count);
        } else {
            auto const seed = terrain_.candidates[below(terrain_.candidates.size())];
            auto near = stops;
            auto const time_to = [&](std::size_t stop) {
                return terrain_.problem.time(seed, stop);
            };
            std::ranges::nth_element(near, near.begin() + (count - 1), {}, time_to);
            auto const reach = time_to(near[static_cast<std::size_t>(count - 1)]);
            std::erase_if(stops, [&](std::size_t stop) { return time_to(stop) <= reach; });
        }
    }

    /// Puts in what fits, musts first, the rest in an order drawn by lot.
    void recreate(Stops& stops)
    {
        visited_.assign(visited_.size(), false);
        for (auto const stop : stops) {
            visited_[stop] = true;
        }
        absent_.clear();
        for (auto const point : terrain_.candidates) {
            if (!visited_[point]) {
                absent_.push_back({0.0, point});
            }
        }
        put_in_order();
        Seconds total = terrain_.total(stops);
        for (auto const& [key, point] : absent_) {
            constexpr std::uint64_t kBlink = 50; // now and then one is overlooked, for variety
            if (random_.below(kBlink) != 0) {
                insert_if_it_fits(stops, total, point);
            }
        }
    }

    struct Absent
    {
        double key;
        std::size_t point;
    };

    void put_in_order()
    {
        for (auto i = absent_.size(); i > 1; --i) {
            std::swap(absent_[i - 1], absent_[below(i)]);
        }
        auto const order = below(4);
        auto const seed = terrain_.candidates[below(terrain_.candidates.size())];
        for (auto& [key, point] : absent_) {
            auto const& given = terrain_.problem.points[point];
            double const cost = (given.dwell + terrain_.problem.time(seed, point)).count();
            switch (order) {
            case 0:
                key = 0.0;
                break; // by lot
            case 1:
                key = -given.weight;
                break; // heaviest first
            case 2:
                key = cost;
                break; // around a place
            default:
                key = -given.weight / std::max(cost, 1e-9);
                break;
            }
        }
        std::ranges::stable_sort(absent_, {}, [&](Absent const& absent) {
            return std::pair{!terrain_.is_must[absent.point], absent.key};
        });
    }

    void insert_if_it_fits(Stops& stops, Seconds& total, std::size_t point)
    {
        auto const rank = terrain_.rank[point];
        auto const& problem = terrain_.problem;
        std::size_t best_place = 0;
        Seconds best = kUnreachable;
        for (std::size_t place = 0; place <= stops.size(); ++place) {
            auto const from = place == 0 ? problem.start : stops[place - 1];
            auto const to = place == stops.size() ? problem.end : stops[place];
            // On her usual way: after those who come before it, before those who come after.
            if (place > 0 && rank != Terrain::kNoRank && is_ranked(from)) {
                if (terrain_.rank[from] > rank) {
                    break;
                }
                best = kUnreachable;
            }
            Seconds const detour =
                terrain_.leg(from, point) + terrain_.leg(point, to) - terrain_.leg(from, to);
            if (detour < best) {
                best = detour;
                best_place = place;
            }
        }
        if (total + best <= problem.budget) {
            stops.insert(stops.begin() + static_cast<std::ptrdiff_t>(best_place), point);
            total = terrain_.total(stops);
        }
    }

    [[nodiscard]] bool is_ranked(std::size_t point) const
    {
        return terrain_.rank[point] != Terrain::kNoRank;
    }

    Terrain const& terrain_;
    Limits const& limits_;
    Worth worth_;
    SeededRandom random_;
    std::vector<bool> visited_;
    std::vector<Absent> absent_;
};

} // namespace

Stops search(Terrain const& terrain, Stops first, Limits const& limits, int& iterations)
{
    if (terrain.candidates.empty()) {
        return first;
    }
    return Search{terrain, limits}.run(std::move(first), iterations);
}

} // namespace wt::routing
