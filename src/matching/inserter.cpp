#include "matching/inserter.hpp"

#include <algorithm>

namespace wt::matching {

bool Inserter::insert(Schedule& schedule, std::size_t wish, Taste taste)
{
    if (join_somewhere(schedule, wish)) {
        return true;
    }
    auto const& wished = model_.wishes[wish];
    auto const cell = choose_start(schedule, wished, taste);
    if (!cell) {
        return false;
    }
    auto const officers = ranked(schedule, wished, *cell, taste);
    auto unit = find_unit(officers, wished.hopes, model_.unit_size());
    if (!unit) {
        unit = find_unit(officers, wished.needs, model_.unit_size());
    }
    schedule.open(wish, *cell, *unit);
    return true;
}

bool Inserter::restore(Schedule& schedule, std::size_t wish)
{
    auto const& wished = model_.wishes[wish];
    auto const& before = *wished.before;
    if (std::ranges::find(wished.starts, before.cell, &Start::cell) == wished.starts.end()) {
        return false;
    }
    for (auto const index : schedule.walks_at(before.cell)) {
        auto const& walk = schedule.walks()[index];
        auto const& companion = model_.wishes[walk.wishes.front()].before;
        if (companion && companion->unit == before.unit && schedule.can_join(wish, index)) {
            schedule.join(wish, index);
            return true;
        }
    }
    auto officers = ranked(schedule, wished, before.cell, Taste::objective);
    std::ranges::stable_partition(officers, [&](std::size_t officer) {
        return std::ranges::find(before.unit, officer) != before.unit.end();
    });
    auto const unit = find_unit(officers, wished.needs, model_.unit_size());
    if (unit) {
        schedule.open(wish, before.cell, *unit);
    }
    return unit.has_value();
}

bool Inserter::join_somewhere(Schedule& schedule, std::size_t wish)
{
    if (!model_.wishes[wish].shares) {
        return false;
    }
    for (auto const& start : model_.wishes[wish].windows) {
        for (auto const walk : schedule.walks_at(start.cell)) {
            if (schedule.can_join(wish, walk)) {
                schedule.join(wish, walk);
                return true;
            }
        }
    }
    return false;
}

std::optional<std::size_t>
Inserter::choose_start(Schedule const& schedule, Wish const& wish, Taste taste)
{
    std::int64_t best = -1;
    std::optional<std::size_t> chosen;
    for (auto const& start : wish.starts) {
        constexpr std::uint64_t kBlink = 16; // now and then the best is overlooked, for variety
        auto value = start.quality;
        if (taste != Taste::objective) {
            value = static_cast<std::int64_t>(random_.below(1000));
        }
        value *= 2; // of two starts alike the one with her language is better
        if (value + 1 <= best || random_.below(kBlink) == 0) {
            continue;
        }
        auto const& free = schedule.free_at(start.cell);
        if (!has_unit(free, wish.allowed, wish.needs, model_.unit_size())) {
            continue;
        }
        value += has_unit(free, wish.allowed, wish.hopes, model_.unit_size()) ? 1 : 0;
        if (value > best) {
            best = value;
            chosen = start.cell;
        }
    }
    return chosen;
}

std::int64_t Inserter::familiarity(Wish const& wish, std::size_t officer) const
{
    auto const& weights = model_.rules.weights;
    bool const speaks = wish.speakers != nullptr && wish.speakers->contains(officer);
    return weights.knows_ward * int{model_.knows[wish.ward].contains(officer)} +
           weights.speaks_language * int{speaks};
}

std::vector<std::size_t>
Inserter::ranked(Schedule const& schedule, Wish const& wish, std::size_t cell, Taste taste)
{
    struct Ranked
    {
        std::int64_t first;
        std::int64_t second;
        std::uint64_t lot;
        std::size_t officer;

        auto operator<=>(Ranked const&) const = default;
    };
    std::vector<Ranked> ranks;
    schedule.free_at(cell).for_each([&](std::size_t officer) {
        if (!wish.allowed.contains(officer)) {
            return;
        }
        Ranked rank{.first = 0, .second = 0, .lot = random_(), .officer = officer};
        if (taste == Taste::objective) {
            rank.first = -familiarity(wish, officer);
            rank.second = schedule.load(officer);
        } else if (taste == Taste::thrifty) {
            auto const& known = *model_.officers[officer];
            rank.first = static_cast<std::int64_t>(schedule.starts_lost(officer, cell));
            rank.second = static_cast<std::int64_t>(known.wards.size() + known.languages.size());
        }
        ranks.push_back(rank);
    });
    std::ranges::sort(ranks);
    std::vector<std::size_t> officers;
    officers.reserve(ranks.size());
    for (auto const& rank : ranks) {
        officers.push_back(rank.officer);
    }
    return officers;
}

} // namespace wt::matching
