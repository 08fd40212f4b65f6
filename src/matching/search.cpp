#include "matching/search.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wt::matching {

namespace {

template <class T>
void shuffle(std::vector<T>& values, SeededRandom& random)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[random.below(i)]);
    }
}

/// One round of ruin and recreate: whom to take off, and in which order they and those left out
/// come back.
class Round
{
public:
    Round(Model const& model, SeededRandom& random, Schedule& trial)
        : model_{model}, random_{random}, trial_{trial}, inserter_{model, random}
    {
    }

    void play(std::vector<std::size_t> unserved)
    {
        shuffle(unserved, random_);
        std::vector<std::size_t> comers;
        if (!unserved.empty() && random_.below(4) != 0) {
            auto const& starts = model_.wishes[unserved.front()].starts;
            ruin_around(starts[random_.below(starts.size())].cell, model_.spacing - 1, comers);
        } else if (auto const pivot = any_walk(); pivot != Schedule::kNone) {
            ruin_around(trial_.walks()[pivot].cell, 4 * model_.spacing, comers);
        }
        // Those left out come before those who make room for them; a few are enough a round.
        constexpr std::size_t kMostUnserved = 8;
        unserved.resize(std::min(unserved.size(), kMostUnserved));
        comers.insert(comers.begin(), unserved.begin(), unserved.end());
        if (random_.below(2) == 0) {
            std::ranges::stable_sort(comers, std::ranges::greater{}, [&](std::size_t wish) {
                return model_.wishes[wish].points;
            });
        }
        auto const taste = static_cast<Inserter::Taste>(random_.below(3));
        for (auto const wish : comers) {
            inserter_.insert(trial_, wish, taste);
        }
    }

private:
    std::size_t any_walk()
    {
        std::vector<std::size_t> open;
        for (std::size_t walk = 0; walk < trial_.walks().size(); ++walk) {
            if (!trial_.walks()[walk].wishes.empty()) {
                open.push_back(walk);
            }
        }
        return open.empty() ? Schedule::kNone : open[random_.below(open.size())];
    }

    void ruin_around(std::size_t cell, std::size_t reach, std::vector<std::size_t>& removed)
    {
        std::vector<std::size_t> near;
        for (auto const& walk : trial_.walks()) {
            auto const apart = walk.cell > cell ? walk.cell - cell : cell - walk.cell;
            if (apart <= reach) {
                near.insert(near.end(), walk.wishes.begin(), walk.wishes.end());
            }
        }
        shuffle(near, random_);
        near.resize(std::min<std::size_t>(near.size(), 1 + random_.below(5)));
        for (auto const wish : near) {
            trial_.remove(wish);
        }
        removed = std::move(near);
    }

    Model const& model_;
    SeededRandom& random_;
    Schedule& trial_;
    Inserter inserter_;
};

/// Wishes without a walk that could have one.
std::vector<std::size_t> list_hopeful(Model const& model, Schedule const& schedule)
{
    std::vector<std::size_t> hopeful;
    for (std::size_t wish = 0; wish < model.wishes.size(); ++wish) {
        if (schedule.walk_of(wish) == Schedule::kNone && !model.wishes[wish].starts.empty()) {
            hopeful.push_back(wish);
        }
    }
    return hopeful;
}

} // namespace

bool Inserter::insert(Schedule& schedule, std::size_t wish, Taste taste)
{
    if (join_somewhere(schedule, wish)) {
        return true;
    }
    auto const needs = model_.needs(wish);
    auto const hopes = model_.hopes(wish);
    std::int64_t best = -1;
    std::size_t best_cell = 0;
    for (auto const& start : model_.wishes[wish].starts) {
        constexpr std::uint64_t kBlink = 16; // now and then the best is overlooked, for variety
        auto value = start.quality;
        if (taste != Taste::objective) {
            value = static_cast<std::int64_t>(random_.below(1000));
        }
        value *= 2; // of two starts alike the one with her language is better
        if (value + 1 <= best || random_.below(kBlink) == 0) {
            continue;
        }
        OfficerSet const able = schedule.free_for(wish, start.cell);
        if (!has_unit(able, needs, model_.unit_size())) {
            continue;
        }
        value += has_unit(able, hopes, model_.unit_size()) ? 1 : 0;
        if (value > best) {
            best = value;
            best_cell = start.cell;
        }
    }
    if (best < 0) {
        return false;
    }
    auto const officers = ranked(schedule, schedule.free_for(wish, best_cell), wish, taste);
    auto unit = find_unit(officers, hopes, model_.unit_size());
    if (!unit) {
        unit = find_unit(officers, needs, model_.unit_size());
    }
    schedule.open(wish, best_cell, *unit);
    return true;
}

bool Inserter::join_somewhere(Schedule& schedule, std::size_t wish)
{
    if (!model_.wishes[wish].shares) {
        return false;
    }
    for (std::size_t walk = 0; walk < schedule.walks().size(); ++walk) {
        if (schedule.can_join(wish, walk)) {
            schedule.join(wish, walk);
            return true;
        }
    }
    return false;
}

std::vector<std::size_t>
Inserter::ranked(Schedule const& schedule, OfficerSet const& able, std::size_t wish, Taste taste)
{
    std::vector<std::size_t> officers;
    able.for_each([&](std::size_t officer) { officers.push_back(officer); });
    shuffle(officers, random_);
    auto const& wished = model_.wishes[wish];
    auto const& weights = model_.rules.weights;
    auto const familiarity = [&](std::size_t o) {
        bool const speaks = wished.speakers != nullptr && wished.speakers->contains(o);
        return weights.knows_ward * int{model_.knows[wished.ward].contains(o)} +
               weights.speaks_language * int{speaks};
    };
    auto const scarcity = [&](std::size_t o) {
        return model_.officers[o]->wards.size() + model_.officers[o]->languages.size();
    };
    if (taste == Taste::objective) {
        std::ranges::stable_sort(officers, {}, [&](std::size_t o) {
            return std::pair{-familiarity(o), schedule.load(o)};
        });
    } else if (taste == Taste::thrifty) {
        std::ranges::stable_sort(
            officers, {}, [&](std::size_t o) { return std::pair{scarcity(o), schedule.load(o)}; });
    }
    return officers;
}

Schedule greedy_schedule(Model const& model, SeededRandom& random)
{
    auto const points = [&](std::size_t wish) {
        return std::pair{-model.wishes[wish].points, model.wishes[wish].starts.size()};
    };
    Schedule schedule{model};
    Inserter inserter{model, random};
    auto order = list_hopeful(model, schedule);
    std::ranges::stable_sort(order, {}, points);
    for (auto const wish : order) {
        inserter.insert(schedule, wish, Inserter::Taste::objective);
    }
    return schedule;
}

Schedule improved(
    Model const& model, Schedule first, Limits const& limits, SeededRandom& random, int& iterations)
{
    Schedule best = first;
    Schedule current = std::move(first);
    Schedule trial = current;
    for (iterations = 0; iterations < limits.iterations; ++iterations) {
        if (limits.stop && limits.stop()) {
            break;
        }
        trial = current;
        Round{model, random, trial}.play(list_hopeful(model, current));
        // A step down below the first level, now and then, leads out of dead ends.
        bool const wander =
            trial.objective().served == current.objective().served && random.below(64) == 0;
        if (wander || !is_better(current.objective(), trial.objective())) {
            std::swap(current, trial);
        }
        if (is_better(current.objective(), best.objective())) {
            best = current;
        }
    }
    return best;
}

} // namespace wt::matching
