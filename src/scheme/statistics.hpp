#pragma once

#include <cstdint>

namespace wt {

/// A share or a difference of shares, with the 95% confidence interval around it.
struct Estimate
{
    double value = 0;
    double low = 0;
    double high = 0;
};

/// The share of `good` among `all` with its Wilson score interval without continuity correction
/// (E. B. Wilson, JASA 22 (1927) 209-212), which stays within 0..1 and holds for small numbers too.
/// \pre all >= 1, 0 <= good <= all
Estimate share_of(std::int64_t good, std::int64_t all);

/// The same people asked twice, counted by whether they chose one of the good answers.
struct PairCounts
{
    std::int64_t good_both = 0;
    std::int64_t became_good = 0;
    std::int64_t became_bad = 0;
    std::int64_t bad_both = 0;

    [[nodiscard]] std::int64_t all() const
    {
        return good_both + became_good + became_bad + bad_both;
    }
    [[nodiscard]] std::int64_t good_before() const { return good_both + became_bad; }
    [[nodiscard]] std::int64_t good_after() const { return good_both + became_good; }
};

/// How much larger the share is after than before, -1..1: the difference as it was found, with the
/// interval of A. Agresti and Y. Min, "Simple improved confidence intervals for comparing matched
/// proportions", Statistics in Medicine 24 (2005) 729-740 (Wald's, after half a pair is added to
/// each of the four cells), cut at -1 and 1. It is about these people alone: without others who
/// did not walk it says nothing about what caused it.
/// \pre pairs.all() >= 1
Estimate paired_change(PairCounts const& pairs);

} // namespace wt
