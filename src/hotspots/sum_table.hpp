#pragma once

#include "hotspots/local_statistics.hpp"

#include <cstddef>
#include <vector>

namespace wt::hotspots {

/// The chances that 0 … `most` of `times` are taken, each with the same chance below 1.
std::vector<double> binomial_terms(std::size_t times, std::size_t most, double chance);

/// The probabilities that `draws` counts were taken that add up to `sum`, each count of those
/// multiplied in so far being taken with the same small chance. Sums above a limit are one.
class SumTable
{
public:
    /// Nothing multiplied in: no draw, sum 0.
    /// \param draws  the most that are told apart, \param limit  the largest sum that is
    SumTable(std::size_t draws, std::size_t limit, double chance);

    /// Multiplies in `times` counts of `value`. O(draws^2 limit).
    void multiply(Count value, std::size_t times);

    /// The probability of each sum from 0 on, given so many draws.
    /// \pre not accumulated; no sum of so many draws is above the limit; so many can be drawn
    [[nodiscard]] std::vector<double> given_draws(std::size_t draws) const;

    /// Turns the rows into running sums, so that `at_most` and `at_least` can be asked.
    void accumulate();
    /// \pre accumulated, `draws` within the table; `sum` above the limit only where no sum is
    [[nodiscard]] double at_most(std::size_t draws, Count sum) const noexcept;
    [[nodiscard]] double at_least(std::size_t draws, Count sum) const noexcept;

private:
    [[nodiscard]] double* row(std::size_t draws) noexcept { return at_.data() + draws * width_; }
    void add_row(std::size_t from, std::size_t to, std::size_t shift, double factor);

    std::size_t width_;
    double chance_;
    std::vector<double> at_;
    std::vector<double> beyond_;     ///< of each row, sums above the limit
    std::vector<std::size_t> used_;  ///< of each row, sums from here on have probability 0
    std::vector<double> upper_tail_; ///< after `accumulate`
};

} // namespace wt::hotspots
