#pragma once

#include "base/time.hpp"

#include <vector>

namespace wt {

/// The moments from `from` up to but not including `to`; empty if `to <= from`.
struct Interval
{
    Instant from;
    Instant to;

    friend bool operator==(Interval const&, Interval const&) = default;
};

constexpr bool is_empty(Interval a)
{
    return a.to <= a.from;
}

constexpr bool contains(Interval outer, Instant moment)
{
    return outer.from <= moment && moment < outer.to;
}

/// True if all of `inner` lies in `outer`.
constexpr bool contains(Interval outer, Interval inner)
{
    return outer.from <= inner.from && inner.to <= outer.to;
}

/// True if they share a moment; touching ends do not.
constexpr bool overlap(Interval a, Interval b)
{
    return a.from < b.to && b.from < a.to && !is_empty(a) && !is_empty(b);
}

/// Sorted and disjoint: overlapping and touching intervals joined, empty ones dropped.
std::vector<Interval> merged(std::vector<Interval> intervals);

/// The moments in both. Both sorted and disjoint (asserted); so is the result.
std::vector<Interval> intersected(std::vector<Interval> const& a, std::vector<Interval> const& b);

/// The moments of `a` that are not in `b`. Both sorted and disjoint (asserted); so is the result.
std::vector<Interval> without(std::vector<Interval> const& a, std::vector<Interval> const& b);

} // namespace wt
