#include "matching/model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace wt::matching {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Where `value` stands in a sorted list; its size if it is not in it.
template <class T>
std::size_t index_in(std::vector<T> const& sorted, T const& value)
{
    auto const found = std::ranges::lower_bound(sorted, value);
    bool const is_there = found != sorted.end() && *found == value;
    return is_there ? static_cast<std::size_t>(found - sorted.begin()) : sorted.size();
}

template <class T>
void sort_and_keep_once(std::vector<T>& values)
{
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
}

template <class T>
std::vector<T const*> by_id(std::vector<T> const& values)
{
    std::vector<T const*> sorted;
    for (auto const& value : values) {
        sorted.push_back(&value);
    }
    std::ranges::sort(sorted, {}, [](T const* value) { return value->id; });
    assert(std::ranges::adjacent_find(sorted, {}, [](T const* value) {
               return value->id;
           }) == sorted.end());
    return sorted;
}

Instant floor_to(Instant instant, milliseconds grid)
{
    auto const since = instant.time_since_epoch();
    auto const rest = ((since % grid) + grid) % grid;
    return instant - rest;
}

std::int64_t points_of(Request const& request, Problem const& problem)
{
    // Broken off last time counts more than any wait in a lifetime.
    constexpr std::int64_t kFirstForNext = 1'000'000;
    auto const waited = std::max(problem.planned_at - request.waiting_since, milliseconds{0});
    auto const weeks = std::chrono::floor<std::chrono::weeks>(waited).count();
    auto const& weights = problem.rules.weights;
    return weeks * weights.per_week_waiting +
           std::int64_t{request.times_postponed} * weights.per_postponement +
           (request.is_first_for_next ? kFirstForNext : 0);
}

} // namespace

Model::Model(Problem const& problem) : rules{problem.rules}, officers{by_id(problem.officers)}
{
    assert(rules.unit_size >= 1 && rules.unit_size <= 8 && rules.max_people >= 1);
    assert(rules.walk.count() > 0 && rules.grid.count() > 0);
    assert(rules.briefing.count() >= 0 && rules.rest.count() >= 0);
    auto const span = rules.briefing + rules.walk + rules.rest;
    spacing =
        static_cast<std::size_t>((span.count() + rules.grid.count() - 1) / rules.grid.count());
    for (auto const* request : by_id(problem.requests)) {
        assert(request->people >= 1);
        wishes.push_back({.request = request});
    }
    read_wards(problem);
    read_languages();
    lay_grid();
    read_duty();
    read_wishes(problem);
    read_earlier(problem);
}

Instant Model::start_of(std::size_t cell) const
{
    return origin_ + static_cast<std::int64_t>(cell) * rules.grid;
}

std::int64_t Model::travel(std::size_t from, std::size_t to) const
{
    if (from == to || !centres_[from] || !centres_[to]) {
        return 0;
    }
    return std::llround(distance(*centres_[from], *centres_[to]).value / 10.0);
}

std::optional<std::size_t> Model::cell_of(Instant start) const
{
    auto const since = start - origin_;
    auto const cell = since / milliseconds{rules.grid};
    bool const is_there = since >= milliseconds{0} && since % milliseconds{rules.grid} == 0ms &&
                          static_cast<std::size_t>(cell) < on_duty.size();
    return is_there ? std::optional{static_cast<std::size_t>(cell)} : std::nullopt;
}

bool Model::may_walk_together(Wish const& a, Wish const& b) const
{
    bool const guest = a.request->party == Party::guest || b.request->party == Party::guest;
    return a.shares && b.shares && a.ward == b.ward &&
           a.request->people + b.request->people <= rules.max_people &&
           (!guest || (a.request->welcomes_guests && b.request->welcomes_guests));
}

void Model::read_wards(Problem const& problem)
{
    for (auto const& wish : wishes) {
        ward_ids_.push_back(wish.request->ward);
    }
    sort_and_keep_once(ward_ids_);
    centres_.resize(ward_ids_.size());
    for (auto const& ward : problem.wards) {
        if (auto const index = index_in(ward_ids_, ward.id); index < ward_ids_.size()) {
            centres_[index] = ward.centre;
        }
    }
    knows.assign(ward_ids_.size(), OfficerSet{officers.size()});
    for (std::size_t o = 0; o < officers.size(); ++o) {
        for (auto const& ward : officers[o]->wards) {
            if (auto const index = index_in(ward_ids_, ward); index < ward_ids_.size()) {
                knows[index].insert(o);
            }
        }
    }
}

void Model::read_languages()
{
    for (auto const& wish : wishes) {
        languages_.push_back(wish.request->language);
    }
    sort_and_keep_once(languages_);
    speaks_.assign(languages_.size(), OfficerSet{officers.size()});
    for (std::size_t o = 0; o < officers.size(); ++o) {
        for (auto const& language : officers[o]->languages) {
            if (auto const index = index_in(languages_, language); index < languages_.size()) {
                speaks_[index].insert(o);
            }
        }
    }
}

void Model::lay_grid()
{
    std::optional<Interval> range;
    for (auto const& wish : wishes) {
        for (auto const& window : wish.request->windows) {
            range =
                range ? Interval{std::min(range->from, window.from), std::max(range->to, window.to)}
                      : window;
        }
    }
    if (range && !is_empty(*range)) {
        origin_ = floor_to(range->from, rules.grid);
        on_duty.resize(static_cast<std::size_t>((range->to - origin_) / rules.grid) + 1);
    }
}

void Model::read_duty()
{
    on_duty.assign(on_duty.size(), OfficerSet{officers.size()});
    for (std::size_t o = 0; o < officers.size(); ++o) {
        auto const shifts = merged(officers[o]->shifts);
        auto const busy = merged(officers[o]->busy);
        auto shift = shifts.begin();
        auto engaged = busy.begin();
        for (std::size_t cell = 0; cell < on_duty.size(); ++cell) {
            Interval const taken = occupied(start_of(cell), rules);
            Interval const served{taken.from, taken.to - rules.rest};
            while (shift != shifts.end() && shift->to < served.to) {
                ++shift;
            }
            while (engaged != busy.end() && engaged->to <= taken.from) {
                ++engaged;
            }
            if (shift != shifts.end() && contains(*shift, served) &&
                (engaged == busy.end() || !overlap(*engaged, taken))) {
                on_duty[cell].insert(o);
            }
        }
    }
}

void Model::read_wishes(Problem const& problem)
{
    asked_in_ward.assign(ward_ids_.size(), 0);
    for (auto& wish : wishes) {
        auto const& request = *wish.request;
        wish.ward = index_in(ward_ids_, request.ward);
        ++asked_in_ward[wish.ward];
        if (!request.language.empty()) {
            wish.speakers = &speaks_[index_in(languages_, request.language)];
            wish.must_speak = request.needs_language;
            wish.hopes = {wish.speakers};
        }
        wish.hopes.insert(wish.hopes.begin(), &knows[wish.ward]);
        wish.needs = wish.must_speak ? wish.hopes : Needs{&knows[wish.ward]};
        wish.allowed = OfficerSet{officers.size()};
        for (std::size_t o = 0; o < officers.size(); ++o) {
            if (std::ranges::find(request.refused, officers[o]->id) == request.refused.end()) {
                wish.allowed.insert(o);
            }
        }
        wish.points = points_of(request, problem);
        wish.shares =
            request.may_share && (request.party != Party::guest || request.welcomes_guests);
        list_starts(problem, wish);
    }
}

void Model::list_starts(Problem const& problem, Wish& wish) const
{
    for (auto const& window : merged(wish.request->windows)) {
        auto cell = static_cast<std::size_t>(
            (window.from - origin_ + rules.grid - milliseconds{1}) / milliseconds{rules.grid});
        for (; contains(window, walked(start_of(cell), rules)); ++cell) {
            double const quality =
                problem.quality ? problem.quality(*wish.request, start_of(cell)) : 1.0;
            assert(quality >= 0.0 && quality <= 1.0);
            wish.windows.push_back({cell, std::llround(quality * 1000.0)});
            if (wish.request->people <= rules.max_people &&
                has_unit(on_duty[cell], wish.allowed, wish.needs, unit_size())) {
                wish.starts.push_back(wish.windows.back());
            }
        }
    }
}

void Model::read_earlier(Problem const& problem)
{
    for (auto const& walk : problem.earlier) {
        auto const cell = cell_of(walk.start);
        if (!cell) {
            continue;
        }
        Before before{.cell = *cell};
        for (std::size_t o = 0; o < officers.size(); ++o) {
            if (std::ranges::find(walk.officers, officers[o]->id) != walk.officers.end()) {
                before.unit.push_back(o);
            }
        }
        for (auto const id : walk.requests) {
            auto const wish = std::ranges::lower_bound(
                wishes, id, {}, [](Wish const& w) { return w.request->id; });
            if (wish != wishes.end() && wish->request->id == id) {
                wish->before = before;
                wish->before->is_confirmed = walk.confirmed;
            }
        }
    }
}

} // namespace wt::matching
