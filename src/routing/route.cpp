#include "routing/route.hpp"

#include <cassert>
#include <tuple>

namespace wt::routing {

bool is_better(Value const& a, Value const& b)
{
    return std::tuple{a.musts, a.must_count, a.others, -a.total} >
           std::tuple{b.musts, b.must_count, b.others, -b.total};
}

Terrain::Terrain(Problem const& given)
    : problem{given}, is_must(given.points.size()), rank(given.points.size(), kNoRank)
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
        if (is_inner && is_worth_it && alone(point) <= given.budget) {
            candidates.push_back(point);
        }
    }
}

Seconds Terrain::total(Stops const& stops) const
{
    Seconds sum{0};
    auto at = problem.start;
    for (auto const stop : stops) {
        sum += leg(at, stop);
        at = stop;
    }
    return sum + leg(at, problem.end);
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
    return leg(problem.start, point) + leg(point, problem.end);
}

} // namespace wt::routing
