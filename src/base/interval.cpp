#include "base/interval.hpp"

#include <algorithm>
#include <cassert>

namespace wt {

namespace {

bool is_sorted_and_disjoint(std::vector<Interval> const& intervals)
{
    return std::ranges::adjacent_find(
               intervals, [](Interval a, Interval b) { return b.from < a.to; }) == intervals.end();
}

} // namespace

std::vector<Interval> merged(std::vector<Interval> intervals)
{
    std::erase_if(intervals, [](Interval a) { return is_empty(a); });
    std::ranges::sort(intervals, {}, &Interval::from);
    std::vector<Interval> joined;
    for (auto const& next : intervals) {
        if (!joined.empty() && next.from <= joined.back().to) {
            joined.back().to = std::max(joined.back().to, next.to);
        } else {
            joined.push_back(next);
        }
    }
    return joined;
}

std::vector<Interval> intersected(std::vector<Interval> const& a, std::vector<Interval> const& b)
{
    assert(is_sorted_and_disjoint(a) && is_sorted_and_disjoint(b));
    std::vector<Interval> both;
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        Interval const shared{std::max(left->from, right->from), std::min(left->to, right->to)};
        if (!is_empty(shared)) {
            both.push_back(shared);
        }
        left->to < right->to ? ++left : ++right;
    }
    return both;
}

std::vector<Interval> without(std::vector<Interval> const& a, std::vector<Interval> const& b)
{
    assert(is_sorted_and_disjoint(a) && is_sorted_and_disjoint(b));
    std::vector<Interval> left_over;
    for (auto rest : a) {
        for (auto const& hole : b) {
            if (!overlap(rest, hole)) {
                continue;
            }
            if (rest.from < hole.from) {
                left_over.push_back({rest.from, hole.from});
            }
            rest.from = std::min(hole.to, rest.to);
        }
        if (!is_empty(rest)) {
            left_over.push_back(rest);
        }
    }
    return left_over;
}

} // namespace wt
