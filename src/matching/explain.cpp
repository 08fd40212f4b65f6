#include "matching/explain.hpp"

#include <algorithm>

namespace wt::matching {

namespace {

/// True if at one of her starts a unit of those whom `allowed` holds meets the needs.
bool could_serve(
    Model const& model, Wish const& wish, Needs const& needs, OfficerSet const& allowed)
{
    return std::ranges::any_of(wish.windows, [&](Start const& start) {
        return has_unit(model.on_duty[start.cell], allowed, needs, model.unit_size());
    });
}

WhyNot why_not(Model const& model, std::size_t index)
{
    auto const& wish = model.wishes[index];
    if (wish.request->people > model.rules.max_people) {
        return WhyNot::party_too_large;
    }
    auto const holds_time = [](Interval window) { return !is_empty(window); };
    if (std::ranges::none_of(wish.request->windows, holds_time)) {
        return WhyNot::no_hour_offered;
    }
    if (wish.windows.empty()) {
        return WhyNot::window_too_short;
    }
    OfficerSet everybody{model.officers.size()};
    for (std::size_t o = 0; o < model.officers.size(); ++o) {
        everybody.insert(o);
    }
    if (!could_serve(model, wish, {}, everybody)) {
        return WhyNot::nobody_free;
    }
    if (!could_serve(model, wish, {&model.knows[wish.ward]}, everybody)) {
        return WhyNot::nobody_knows_ward;
    }
    if (!could_serve(model, wish, wish.needs, everybody)) {
        return WhyNot::nobody_speaks_language;
    }
    return wish.starts.empty() ? WhyNot::all_refused : WhyNot::others_first;
}

/// What several reasons are measured against: the most points among those who are left out.
std::int64_t most_points_unserved(Model const& model, Schedule const& schedule)
{
    std::int64_t most = -1;
    for (std::size_t wish = 0; wish < model.wishes.size(); ++wish) {
        if (schedule.walk_of(wish) == Schedule::kNone) {
            most = std::max(most, model.wishes[wish].points);
        }
    }
    return most;
}

bool is_best_hour(Wish const& wish, std::size_t cell)
{
    std::int64_t best = 0;
    std::int64_t chosen = 0;
    for (auto const& start : wish.windows) {
        best = std::max(best, start.quality);
        chosen = start.cell == cell ? start.quality : chosen;
    }
    return chosen == best;
}

std::vector<Why> reasons(Model const& model, Walk const& walk, std::int64_t most_unserved)
{
    auto const any = [&](auto test) {
        return std::ranges::any_of(walk.wishes, [&](auto w) { return test(model.wishes[w]); });
    };
    auto const all_in = [&](OfficerSet const& set) {
        return std::ranges::all_of(walk.unit, [&](auto o) { return set.contains(o); });
    };
    std::vector<Why> why;
    auto const add = [&](bool holds, Why reason) {
        if (holds) {
            why.push_back(reason);
        }
    };
    add(any([](Wish const& w) { return w.request->is_first_for_next; }), Why::first_for_next);
    add(most_unserved >= 0 && any([&](Wish const& w) { return w.points >= most_unserved; }),
        Why::waited_longest);
    add(any([](Wish const& w) { return w.starts.size() == 1; }), Why::her_only_time);
    add(any([&](Wish const& w) { return is_best_hour(w, walk.cell); }), Why::best_hour);
    add(all_in(model.knows[model.wishes[walk.wishes.front()].ward]), Why::all_know_the_ward);
    add(any([&](Wish const& w) { return w.speakers != nullptr && all_in(*w.speakers); }),
        Why::all_speak_language);
    add(walk.wishes.size() > 1, Why::shared);
    return why;
}

Assignment as_assignment(Model const& model, Walk const& walk, std::int64_t most_unserved)
{
    Assignment assignment;
    for (auto const wish : walk.wishes) {
        auto const& request = *model.wishes[wish].request;
        assignment.requests.push_back(request.id);
        assignment.ward = request.ward;
        assignment.step_free = assignment.step_free || request.step_free;
    }
    for (auto const officer : walk.unit) {
        assignment.officers.push_back(model.officers[officer]->id);
    }
    std::ranges::sort(assignment.requests);
    std::ranges::sort(assignment.officers);
    assignment.start = model.start_of(walk.cell);
    assignment.why = reasons(model, walk, most_unserved);
    return assignment;
}

} // namespace

Plan explained(Model const& model, Schedule const& schedule)
{
    Plan plan{.objective = schedule.objective()};
    auto const most_unserved = most_points_unserved(model, schedule);
    for (auto const& walk : schedule.walks()) {
        if (!walk.wishes.empty()) {
            plan.assignments.push_back(as_assignment(model, walk, most_unserved));
        }
    }
    std::ranges::sort(plan.assignments, {}, [](Assignment const& a) {
        return std::pair{a.start, a.requests.front()};
    });
    for (std::size_t wish = 0; wish < model.wishes.size(); ++wish) {
        if (schedule.walk_of(wish) == Schedule::kNone) {
            plan.unserved.push_back({model.wishes[wish].request->id, why_not(model, wish)});
        }
    }
    return plan;
}

} // namespace wt::matching
