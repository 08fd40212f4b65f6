#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace wt::privacy {

/// sum(coefficient * unknown) = value
struct LinearEquation
{
    std::vector<double> coefficients; ///< one for each unknown
    double value = 0;
};

/// What equations leave of unknowns that are at least 0: the simplex method with two phases on a
/// dense tableau, by R. G. Bland's rule ("New finite pivoting rules for the simplex method",
/// Mathematics of Operations Research 2 (1977) 103-107), so that it ends. For some hundred
/// unknowns with small whole coefficients.
class LinearBounds
{
public:
    /// \pre the equations have a solution, and as many coefficients each as there are unknowns
    LinearBounds(std::vector<LinearEquation> const& equations, std::size_t unknowns);

    /// Whether only one whole number is possible for the unknown.
    [[nodiscard]] bool is_one_number(std::size_t unknown);

private:
    using Row = std::vector<double>; ///< coefficients, and last the value

    void find_solution();
    void drop_artificial();
    [[nodiscard]] std::size_t find_entering(std::vector<double> const& costs) const;
    [[nodiscard]] std::vector<double> reduced(std::vector<double> const& costs) const;
    bool step(std::vector<double> const& costs, std::size_t width);
    void pivot(std::size_t row, std::size_t column);
    void note_solution();
    [[nodiscard]] bool has_two_numbers(std::size_t unknown) const;

    std::size_t unknowns_;
    std::vector<Row> rows_;
    std::vector<std::size_t> basis_;              ///< the unknown that each row gives
    std::vector<std::pair<double, double>> seen_; ///< least and greatest in solutions so far
};

} // namespace wt::privacy
