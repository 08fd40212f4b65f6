#pragma once

#include "hotspots/evaluation_odds.hpp"
#include "scheme/evaluation.hpp"

#include <cstdint>
#include <optional>

namespace wt::hotspots {

/// What was counted in one area in two spans of time of the same length.
struct BeforeAfter
{
    std::int64_t before = 0; ///< 0..kMostCounted
    std::int64_t after = 0;

    [[nodiscard]] std::int64_t sum() const { return before + after; }
    [[nodiscard]] std::int64_t change() const { return after - before; }
};

/// Whole squares of larger counts do not fit in the sums.
inline constexpr std::int64_t kMostCounted = 200'000;

struct EvaluationCounts
{
    BeforeAfter treated{};
    BeforeAfter control{};
    std::optional<BeforeAfter> buffer{}; ///< around the treated area, where trouble may move to
};

struct EvaluationWish
{
    double fall = 0.25;  ///< the share of a fall that would matter, above 0 and up to 1
    double power = 0.8;  ///< with which it has to be seen
    double level = 0.95; ///< of intervals and tests
};

/// The weighted displacement difference (A. Wheeler, J. Ratcliffe, Crime Science 7 (2018) 11) of
/// Poisson counts: the change less that of the control.
struct Difference
{
    double estimate = 0.0;
    double error = 0.0; ///< standard error
    double z = 0.0;     ///< 0 where the error is 0
    double p = 1.0;     ///< of two sides
    double low = 0.0;   ///< the interval
    double high = 0.0;
};

/// How far the treated area's count may fall unseen.
struct Power
{
    double power = 0.0; ///< with which a fall by the wished share shows
    /// The least share of a fall that shows with the wished power; none if not even a fall to 0.
    std::optional<double> smallest_fall{};
};

/// Chances and intervals are exact. Where an area has no events, a test says p = 1 and an interval
/// goes from 0 to infinity: nothing can be told. A ratio that divides by 0 is infinite; 0 / 0 is
/// not a number.
struct Evaluation
{
    Difference difference{};
    /// With the buffer, the control taken twice: once for each of the two areas. `error_shared`
    /// counts that one control moves both; `error_apart`, as ptools prints it, takes it for two.
    double total = 0.0;
    double total_error_apart = 0.0;
    double total_error_shared = 0.0;

    double e_test_p = 1.0;
    double poisson_p = 1.0;
    OddsLaw::Interval poisson_ratio{}; ///< of the treated area's rate after to that before
    double fisher_p = 1.0;
    double fisher_odds = 1.0; ///< conditional maximum likelihood: treated after, before; control's
    OddsLaw::Interval fisher_interval{};
    double odds_ratio = 1.0;       ///< the other way round, from the sample: above 1 is a fall
    double odds_ratio_error = 0.0; ///< standard error of its logarithm

    double success = 0.0; ///< the treated area in terms of the control, after less before
    double buffer = 0.0;  ///< the same of the buffer
    /// Weighted displacement quotient (K. Bowers, S. Johnson, J. Quant. Criminology 19 (2003) 275):
    /// means nothing unless `success` is negative.
    double displacement = 0.0;
    double net_effect = 0.0; ///< total net effect: events fewer than the control lets expect

    Power power{};
    Finding finding = Finding::too_few;
};

/// \pre counts in range, the wish's shares in range (asserted). Time: some thousand times the
/// counts.
Evaluation evaluate(EvaluationCounts const& counts, EvaluationWish const& wish = {});

/// The power of the test of `Difference` if the treated area's expected count falls by `fall` and
/// the control's stays. \pre 0 < fall <= 1
double power_to_see(EvaluationCounts const& counts, double fall, double level);

} // namespace wt::hotspots
