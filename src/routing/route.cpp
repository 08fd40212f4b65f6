#include "routing/route.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace wt::routing {

namespace {

/// Share of the budget: what adding up some hundred times may be off by, and far below a
/// millimetre.
constexpr double kRounding = 1e-11;

} // namespace

bool is_better(Value const& a, Value const& b)
{
    return std::tuple{a.musts, a.must_count, a.others, -a.total} >
           std::tuple{b.musts, b.must_count, b.others, -b.total};
}

Terrain::Terrain(Problem const& given)
    : problem{given}, budget{given.budget + std::max(given.budget, Seconds{1}) * kRounding},
      is_must(given.points.size()), rank(given.points.size(), kNoRank)
{
    assert(is_valid(given));
    for (std::size_t i = 0; i < given.must_in_order.size(); ++i) {
        rank[given.must_in_order[i]] = i;
    }
    for (std::size_t point = 0; point < given.points.size(); ++point) {
        bool const is_inner = point != given.start && point != given.end;
        is_must[point] = is_inner && (given.points[point].must || rank[point] != kNoRank);
        dwell_.push_back(is_inner ? given.points[point].dwell : Seconds{0});
    }
    for (std::size_t point = 0; point < given.points.size(); ++point) {
        bool const is_inner = point != given.start && point != given.end;
        bool const is_worth_it = is_must[point] || given.points[point].weight > 0.0;
        if (is_inner && is_worth_it && alone(point) <= budget) {
            candidates.push_back(point);
        }
    }
}

Seconds Terrain::total(Stops const& stops) const
{
    Seconds begun{0};
    auto at = problem.start;
    for (auto const stop : stops) {
        auto const& point = problem.points[stop];
        begun = std::max(begun + leg(at, stop), point.opens);
        if (begun > point.closes) {
            return kUnreachable;
        }
        at = stop;
    }
    return begun + leg(at, problem.end);
}

Value Terrain::value(Stops const& stops) const
{
    Value value{.total = total(stops)};
    for (auto const stop : stops) {
        if (is_must[stop]) {
            value.musts += problem.points[stop].weight;
            ++value.must_count;
        } else {
            value.others += problem.points[stop].weight;
        }
    }
    return value;
}

Seconds Terrain::alone(std::size_t point) const
{
    return total({point});
}

} // namespace wt::routing
