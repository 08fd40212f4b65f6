#include "privacy/derivable.hpp"

#include "privacy/linear_bounds.hpp"

#include <algorithm>

namespace wt::privacy {

namespace {

/// A line as an equation in what each held back count has above 1.
/// \param column_of  of each count that is held back
LinearEquation equation_of(
    SumLine const& line,
    std::vector<GuardedCount> const& counts,
    std::vector<bool> const& held,
    std::vector<std::size_t> const& column_of,
    std::size_t unknowns)
{
    LinearEquation equation{.coefficients = std::vector<double>(unknowns), .value = 0};
    for (auto const i : line) {
        double const sign = i == line.back() ? -1 : 1;
        if (held[i]) {
            equation.coefficients[column_of[i]] = sign;
            equation.value -= sign;
        } else {
            equation.value -= sign * static_cast<double>(counts[i].count);
        }
    }
    return equation;
}

} // namespace

std::vector<std::size_t> list_derivable(
    std::vector<GuardedCount> const& counts,
    std::vector<SumLine> const& lines,
    std::vector<bool> const& held)
{
    std::vector<std::size_t> unknowns;
    std::vector<std::size_t> column_of(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (held[i]) {
            column_of[i] = unknowns.size();
            unknowns.push_back(i);
        }
    }
    std::vector<LinearEquation> equations;
    for (auto const& line : lines) {
        if (std::ranges::any_of(line, [&](std::size_t i) { return held[i]; })) {
            equations.push_back(equation_of(line, counts, held, column_of, unknowns.size()));
        }
    }
    LinearBounds bounds{equations, unknowns.size()};
    std::vector<std::size_t> derivable;
    for (std::size_t column = 0; column < unknowns.size(); ++column) {
        if (bounds.is_one_number(column)) {
            derivable.push_back(unknowns[column]);
        }
    }
    return derivable;
}

} // namespace wt::privacy
