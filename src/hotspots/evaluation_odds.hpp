#pragma once

#include <cstdint>
#include <functional>

namespace wt::hotspots {

/// Chances of a whole number in `low` to `high` proportional to weight(k) x odds^k: the binomial
/// and Fisher's noncentral hypergeometric law are of this kind. The weights have one peak.
class OddsLaw
{
public:
    /// A count of `total` that falls into the first of two, of which the first is `odds` times as
    /// likely.
    static OddsLaw binomial(std::int64_t total);
    /// The first cell of a two by two table whose row and column sums are given.
    static OddsLaw
    table(std::int64_t first_row, std::int64_t second_row, std::int64_t first_column);

    [[nodiscard]] std::int64_t low() const { return low_; }
    [[nodiscard]] std::int64_t high() const { return high_; }

    /// P(X >= k), P(X <= k) and the mean. \pre odds > 0 and finite. Time: high - low.
    [[nodiscard]] double at_least(std::int64_t k, double odds) const;
    [[nodiscard]] double at_most(std::int64_t k, double odds) const;
    [[nodiscard]] double mean(double odds) const;

    /// The chance, at odds of 1, of what is as unlikely as k or more so; ties within 1e-7, as R has
    /// them.
    [[nodiscard]] double two_sided(std::int64_t k) const;
    /// The odds at which the mean is k: 0 at `low`, infinite at `high`, 1 where these are one.
    [[nodiscard]] double estimate(std::int64_t k) const;

    struct Interval
    {
        double low = 0.0;
        double high = 0.0;
    };
    /// The odds at which neither P(X >= k) nor P(X <= k) is below (1 - `level`) / 2 (Clopper and
    /// Pearson 1934; Cornfield 1956).
    [[nodiscard]] Interval interval(std::int64_t k, double level) const;

private:
    using Step = std::function<double(std::int64_t)>;
    OddsLaw(std::int64_t low, std::int64_t high, Step step)
        : low_{low}, high_{high}, step_{std::move(step)}
    {
    }

    /// The sum of share(k) over all k, shares adding up to 1, times what `value` says.
    template <class Value>
    [[nodiscard]] double sum(double odds, Value value) const;

    std::int64_t low_;
    std::int64_t high_;
    Step step_; ///< weight(k + 1) / weight(k)
};

/// The E-test of two Poisson counts of equal exposure (K. Krishnamoorthy, J. Thomson, J. Stat.
/// Plan. Inference 119 (2004) 23): the chance of a difference as marked as theirs if both had their
/// mean; 1 if both are 0. The outcome of no event at all counts as none, as in ptools. Time: the
/// larger of the counts.
double e_test(std::int64_t first, std::int64_t second);

/// The standard normal distribution, and its inverse. \pre 0 < p < 1
double normal_below(double z);
double normal_quantile(double p);

} // namespace wt::hotspots
