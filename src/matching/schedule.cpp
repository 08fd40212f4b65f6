#include "matching/schedule.hpp"

#include <algorithm>
#include <cassert>

namespace wt::matching {

Schedule::Schedule(Model const& model)
    : model_{&model}, free_{model.on_duty}, bookings_(model.officers.size()),
      walks_at_(model.on_duty.size()), walk_of_(model.wishes.size(), kNone),
      unserved_in_ward_{model.asked_in_ward}
{
    for (std::size_t ward = 0; ward < unserved_in_ward_.size(); ++ward) {
        objective_.unevenness += unevenness_of(ward);
    }
}

std::size_t Schedule::starts_lost(std::size_t officer, std::size_t cell) const
{
    auto const from = cell - std::min(cell, model_->spacing - 1);
    auto const to = std::min(cell + model_->spacing, free_.size());
    std::size_t lost = 0;
    for (auto i = from; i < to; ++i) {
        lost += free_[i].contains(officer) ? 1U : 0U;
    }
    return lost;
}

bool Schedule::can_join(std::size_t wish, std::size_t walk) const
{
    auto const& newcomer = model_->wishes[wish];
    auto const& joined = walks_[walk];
    if (!newcomer.shares || joined.wishes.empty() || joined.is_pinned ||
        model_->wishes[joined.wishes.front()].ward != newcomer.ward ||
        quality_at(wish, joined.cell) < 0) {
        return false;
    }
    int people = newcomer.request->people;
    for (auto const other : joined.wishes) {
        auto const& companion = model_->wishes[other];
        people += companion.request->people;
        if (!model_->may_walk_together(newcomer, companion)) {
            return false;
        }
    }
    auto const is_allowed = [&](std::size_t o) { return newcomer.allowed.contains(o); };
    auto const speaks = [&](std::size_t o) { return newcomer.speakers->contains(o); };
    return people <= model_->rules.max_people && std::ranges::all_of(joined.unit, is_allowed) &&
           (!newcomer.must_speak || std::ranges::any_of(joined.unit, speaks));
}

void Schedule::join(std::size_t wish, std::size_t walk)
{
    enter(wish, walk);
    trail_.push_back({.wish = wish, .walk = walk, .cell = 0, .unit = {}, .came = true});
}

std::size_t Schedule::open(std::size_t wish, std::size_t cell, Unit const& unit)
{
    auto const walk = reopen(model_->wishes[wish].ward, cell, unit);
    join(wish, walk);
    return walk;
}

void Schedule::remove(std::size_t wish)
{
    auto const walk = walk_of_[wish];
    assert(walk != kNone);
    bool const ends = walks_[walk].wishes.size() == 1;
    trail_.push_back(
        {.wish = wish,
         .walk = walk,
         .cell = walks_[walk].cell,
         .unit = ends ? walks_[walk].unit : Unit{},
         .came = false});
    leave(wish);
}

void Schedule::take_back()
{
    for (; !trail_.empty(); trail_.pop_back()) {
        auto const& change = trail_.back();
        if (change.came) {
            leave(change.wish);
            continue;
        }
        if (!change.unit.empty()) {
            [[maybe_unused]] auto const walk =
                reopen(model_->wishes[change.wish].ward, change.cell, change.unit);
            assert(walk == change.walk);
        }
        enter(change.wish, change.walk);
    }
}

void Schedule::enter(std::size_t wish, std::size_t walk)
{
    assert(walk_of_[wish] == kNone);
    walks_[walk].wishes.push_back(wish);
    walk_of_[wish] = walk;
    count_wish(wish, walks_[walk], 1);
}

void Schedule::leave(std::size_t wish)
{
    auto const index = walk_of_[wish];
    Walk& walk = walks_[index];
    count_wish(wish, walk, -1);
    std::erase(walk.wishes, wish);
    walk_of_[wish] = kNone;
    if (walk.wishes.empty()) {
        for (auto const officer : walk.unit) {
            release(officer, walk.cell);
        }
        std::erase(walks_at_[walk.cell], index);
        empty_.push_back(index);
    }
}

std::size_t Schedule::reopen(std::size_t ward, std::size_t cell, Unit unit)
{
    auto const walk = empty_.empty() ? walks_.size() : empty_.back();
    if (empty_.empty()) {
        walks_.emplace_back();
    } else {
        empty_.pop_back();
    }
    for (auto const officer : unit) {
        book(officer, {cell, ward});
    }
    walks_[walk].cell = cell;
    walks_[walk].unit = std::move(unit);
    walks_[walk].is_pinned = false;
    walks_at_[cell].push_back(walk);
    return walk;
}

void Schedule::book(std::size_t officer, Booking booking)
{
    assert(free_[booking.cell].contains(officer));
    count_bookings(officer, -1);
    auto& list = bookings_[officer];
    list.insert(std::ranges::upper_bound(list, booking.cell, {}, &Booking::cell), booking);
    count_bookings(officer, 1);
    auto const from = booking.cell - std::min(booking.cell, model_->spacing - 1);
    auto const to = std::min(booking.cell + model_->spacing, free_.size());
    for (auto cell = from; cell < to; ++cell) {
        free_[cell].erase(officer);
    }
}

void Schedule::release(std::size_t officer, std::size_t cell)
{
    count_bookings(officer, -1);
    auto& list = bookings_[officer];
    auto const at = list.erase(std::ranges::find(list, cell, &Booking::cell));
    count_bookings(officer, 1);
    // Her neighbouring walks keep their own time blocked.
    auto const spacing = model_->spacing;
    auto const from =
        at == list.begin()
            ? cell - std::min(cell, spacing - 1)
            : std::max(std::prev(at)->cell + spacing, cell - std::min(cell, spacing - 1));
    auto to = std::min(cell + spacing, free_.size());
    if (at != list.end()) {
        to = std::min(to, at->cell - std::min(at->cell, spacing - 1));
    }
    for (auto i = from; i < to; ++i) {
        if (model_->on_duty[i].contains(officer)) {
            free_[i].insert(officer);
        }
    }
}

void Schedule::count_bookings(std::size_t officer, std::int64_t sign)
{
    // Walks further apart than this are on different shifts: she goes home between them.
    constexpr auto kSameShift = std::chrono::hours{10};
    auto const& list = bookings_[officer];
    auto const& weights = model_->rules.weights;
    auto const walks = static_cast<std::int64_t>(list.size());
    std::int64_t cost = 100 * weights.per_load_squared * walks * walks;
    for (std::size_t i = 1; i < list.size(); ++i) {
        auto const apart = static_cast<std::int64_t>(list[i].cell - list[i - 1].cell);
        if (apart * model_->rules.grid <= kSameShift) {
            cost += weights.per_kilometre * model_->travel(list[i - 1].ward, list[i].ward);
        }
    }
    objective_.travel_and_load += sign * cost;
}

void Schedule::count_wish(std::size_t wish, Walk const& walk, std::int64_t sign)
{
    auto const& wished = model_->wishes[wish];
    auto const in_unit = [&](OfficerSet const& set) {
        return std::ranges::count_if(walk.unit, [&](std::size_t o) { return set.contains(o); });
    };
    auto const& weights = model_->rules.weights;
    objective_.served += sign;
    objective_.priority += sign * wished.points;
    if (wished.before && wished.before->cell == walk.cell) {
        objective_.kept += sign * (1 + std::ranges::count_if(walk.unit, [&](std::size_t o) {
                                       return std::ranges::find(wished.before->unit, o) !=
                                              wished.before->unit.end();
                                   }));
    }
    objective_.hours += sign * quality_at(wish, walk.cell);
    objective_.familiarity += sign * weights.knows_ward * in_unit(model_->knows[wished.ward]);
    if (wished.speakers != nullptr) {
        auto const speak = in_unit(*wished.speakers);
        objective_.familiarity +=
            sign * (weights.speaks_language * speak + (speak > 0 ? weights.someone_speaks : 0));
    }
    objective_.unevenness -= unevenness_of(wished.ward);
    unserved_in_ward_[wished.ward] -= sign;
    objective_.unevenness += unevenness_of(wished.ward);
}

std::int64_t Schedule::unevenness_of(std::size_t ward) const
{
    // For a given number unserved in all, the sum of these is least where shares are level.
    auto const unserved = unserved_in_ward_[ward];
    return unserved * unserved * 1'000'000 / model_->asked_in_ward[ward];
}

std::int64_t Schedule::quality_at(std::size_t wish, std::size_t cell) const
{
    auto const& starts = model_->wishes[wish].windows;
    auto const found = std::ranges::lower_bound(starts, cell, {}, &Start::cell);
    return found != starts.end() && found->cell == cell ? found->quality : -1;
}

} // namespace wt::matching
