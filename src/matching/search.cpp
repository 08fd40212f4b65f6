#include "matching/search.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wt::matching {

namespace {

/// Rounds of roaming without a gain before the search settles, and of that before it roams again.
constexpr int kPatience = 50'000;

template <class T>
void shuffle(std::vector<T>& values, SeededRandom& random)
{
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[random.below(i)]);
    }
}

} // namespace

Search::Search(Model const& model, std::uint64_t seed)
    : model_{model}, random_{seed}, inserter_{model_, random_}, schedule_{model}
{
    repair_earlier();
    fill();
    list_unserved();
    keep_best();
}

void Search::run(int rounds, std::function<bool()> const& stop)
{
    for (int i = 0; i < rounds && !(stop && stop()); ++i) {
        ++rounds_;
        bool const roams = served() < goal_ && (rounds_ - last_gain_) / kPatience % 2 == 0;
        if (is_roaming_ && !roams) {
            settle();
        }
        is_roaming_ = roams;
        schedule_.begin_trial();
        auto const before = schedule_.objective();
        play();
        decide(before);
    }
    keep_best();
}

std::int64_t Search::served() const
{
    return std::max(best_.served, schedule_.objective().served);
}

Schedule Search::best() const
{
    Schedule schedule{model_};
    for (auto const& walk : best_walks_) {
        for (auto const wish : walk.wishes) {
            if (wish == walk.wishes.front()) {
                schedule.open(wish, walk.cell, walk.unit);
            } else {
                schedule.join(wish, schedule.walk_of(walk.wishes.front()));
            }
        }
        if (walk.is_pinned && !walk.wishes.empty()) {
            schedule.pin(schedule.walk_of(walk.wishes.front()));
        }
    }
    return schedule;
}

/// One round: some walks go, those left out get the first chance, then the others come back.
void Search::play()
{
    removed_.clear();
    auto const taste = static_cast<Inserter::Taste>(random_.below(3));
    if (!unserved_.empty() && random_.below(4) != 0) {
        auto const wish = unserved_[random_.below(unserved_.size())];
        auto const& starts = model_.wishes[wish].starts;
        remove_near(
            starts[random_.below(starts.size())].cell, model_.spacing - 1, 1 + random_.below(4));
        inserter_.insert(schedule_, wish, taste);
    } else if (auto const pivot = any_walk(); pivot != Schedule::kNone) {
        remove_near(schedule_.walks()[pivot].cell, 2 * model_.spacing, 1 + random_.below(8));
    }
    if (random_.below(2) == 0) {
        std::ranges::stable_sort(removed_, std::ranges::greater{}, [&](std::size_t wish) {
            return model_.wishes[wish].points;
        });
    }
    for (auto const wish : removed_) {
        inserter_.insert(schedule_, wish, taste);
    }
    constexpr int kMoreChances = 3;
    for (int i = 0; i < kMoreChances && !unserved_.empty(); ++i) {
        auto const wish = unserved_[random_.below(unserved_.size())];
        if (schedule_.walk_of(wish) == Schedule::kNone) {
            inserter_.insert(schedule_, wish, taste);
        }
    }
}

std::size_t Search::any_walk()
{
    auto const& walks = schedule_.walks();
    if (schedule_.objective().served == 0) {
        return Schedule::kNone;
    }
    constexpr int kTries = 8;
    for (int i = 0; i < kTries; ++i) {
        auto const walk = random_.below(walks.size());
        if (!walks[walk].wishes.empty()) {
            return walk;
        }
    }
    return Schedule::kNone;
}

/// Takes up to `most` wishes off walks that start at most `reach` from `cell`.
void Search::remove_near(std::size_t cell, std::size_t reach, std::size_t most)
{
    auto const to = std::min(cell + reach + 1, model_.on_duty.size());
    for (auto i = cell - std::min(cell, reach); i < to; ++i) {
        for (auto const index : schedule_.walks_at(i)) {
            auto const& walk = schedule_.walks()[index];
            if (!walk.is_pinned) {
                removed_.insert(removed_.end(), walk.wishes.begin(), walk.wishes.end());
            }
        }
    }
    shuffle(removed_, random_);
    removed_.resize(std::min(removed_.size(), most));
    for (auto const wish : removed_) {
        schedule_.remove(wish);
    }
}

/// Keeps the round or takes it back. While roaming, any round that serves as many stays; else now
/// and then one that is worse below the first level stays,
/// to lead out of dead ends.
void Search::decide(Objective const& before)
{
    auto const& after = schedule_.objective();
    constexpr std::uint64_t kSeldom = 64;
    if (is_better(before, after)) {
        bool const roams = is_roaming_ || random_.below(kSeldom) == 0;
        bool const stays = after.served >= before.served && roams;
        if (!stays || is_better(before, best_)) {
            schedule_.take_back();
            if (stays) {
                keep_best(); // it may be left the next time
            }
            return;
        }
    }
    if (after.served > best_.served) {
        last_gain_ = rounds_;
        keep_best();
    }
    list_unserved();
}

/// Back to the best plan; from here on every level counts.
void Search::settle()
{
    keep_best();
    schedule_ = best();
    list_unserved();
}

void Search::keep_best()
{
    if (best_walks_.empty() || is_better(schedule_.objective(), best_)) {
        best_ = schedule_.objective();
        best_walks_ = schedule_.walks();
    }
}

/// Wishes without a walk that could have one.
void Search::list_unserved()
{
    unserved_.clear();
    for (std::size_t wish = 0; wish < model_.wishes.size(); ++wish) {
        if (schedule_.walk_of(wish) == Schedule::kNone && !model_.wishes[wish].starts.empty()) {
            unserved_.push_back(wish);
        }
    }
}

/// What of the plan before is still possible: each walk as it was, or at its time with as many of
/// its officers as are there; those that were confirmed first.
void Search::repair_earlier()
{
    std::vector<std::size_t> order;
    for (std::size_t wish = 0; wish < model_.wishes.size(); ++wish) {
        if (model_.wishes[wish].before) {
            order.push_back(wish);
        }
    }
    auto const rank = [&](std::size_t wish) {
        auto const& before = *model_.wishes[wish].before;
        bool const is_whole = before.unit.size() == model_.unit_size();
        return std::tuple{!before.is_confirmed, !is_whole, before.cell, before.unit};
    };
    std::ranges::stable_sort(order, {}, rank);
    for (auto const wish : order) {
        inserter_.restore(schedule_, wish);
    }
    // Only now, so that companions could still join.
    for (auto const wish : order) {
        if (model_.wishes[wish].before->is_confirmed &&
            schedule_.walk_of(wish) != Schedule::kNone) {
            schedule_.pin(schedule_.walk_of(wish));
        }
    }
}

/// The rest, those first who have most points and then fewest starts.
void Search::fill()
{
    list_unserved();
    std::ranges::stable_sort(unserved_, {}, [&](std::size_t wish) {
        return std::pair{-model_.wishes[wish].points, model_.wishes[wish].starts.size()};
    });
    for (auto const wish : unserved_) {
        inserter_.insert(schedule_, wish, Inserter::Taste::objective);
    }
}

} // namespace wt::matching
