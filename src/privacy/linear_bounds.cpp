#include "privacy/linear_bounds.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace wt::privacy {

namespace {

constexpr double kNear = 1e-9;       // of coefficients
constexpr double kNearNumber = 1e-5; // of values

} // namespace

LinearBounds::LinearBounds(std::vector<LinearEquation> const& equations, std::size_t unknowns)
    : unknowns_{unknowns},
      seen_(
          unknowns,
          {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()})
{
    // An artificial unknown for each equation makes a first solution; the first phase drives them
    // out.
    for (std::size_t i = 0; i < equations.size(); ++i) {
        assert(equations[i].coefficients.size() == unknowns);
        double const sign = equations[i].value < 0 ? -1 : 1;
        Row row(unknowns + equations.size() + 1);
        for (std::size_t column = 0; column < unknowns; ++column) {
            row[column] = sign * equations[i].coefficients[column];
        }
        row[unknowns + i] = 1;
        row.back() = sign * equations[i].value;
        rows_.push_back(std::move(row));
        basis_.push_back(unknowns + i);
    }
    find_solution();
    drop_artificial();
    note_solution();
}

void LinearBounds::find_solution()
{
    auto const width = unknowns_ + rows_.size();
    std::vector<double> costs(width);
    std::fill(costs.begin() + static_cast<std::ptrdiff_t>(unknowns_), costs.end(), 1.0);
    while (step(costs, width)) {
    }
}

/// Takes the artificial unknowns away. A row that gives one of them is zero and says nothing more
/// than the others do, once no unknown can take its place.
void LinearBounds::drop_artificial()
{
    std::vector<Row> kept;
    std::vector<std::size_t> basis;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (basis_[i] >= unknowns_) {
            auto const end = rows_[i].begin() + static_cast<std::ptrdiff_t>(unknowns_);
            auto const found = std::find_if(
                rows_[i].begin(), end, [](double value) { return std::abs(value) > kNear; });
            if (found == end) {
                continue;
            }
            pivot(i, static_cast<std::size_t>(found - rows_[i].begin()));
        }
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (basis_[i] < unknowns_) {
            auto const value = rows_[i].back();
            rows_[i].resize(unknowns_);
            rows_[i].push_back(value);
            kept.push_back(std::move(rows_[i]));
            basis.push_back(basis_[i]);
        }
    }
    rows_ = std::move(kept);
    basis_ = std::move(basis);
}

std::vector<double> LinearBounds::reduced(std::vector<double> const& costs) const
{
    auto line = costs;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto const cost = costs[basis_[i]];
        for (std::size_t column = 0; cost != 0 && column < line.size(); ++column) {
            line[column] -= cost * rows_[i][column];
        }
    }
    return line;
}

std::size_t LinearBounds::find_entering(std::vector<double> const& costs) const
{
    auto const line = reduced(costs);
    auto const found = std::ranges::find_if(line, [](double value) { return value < -kNear; });
    return static_cast<std::size_t>(found - line.begin());
}

/// One step towards the least cost. \returns false at the end, or where there is no least.
bool LinearBounds::step(std::vector<double> const& costs, std::size_t width)
{
    auto const entering = find_entering(costs);
    if (entering == width) {
        return false;
    }
    auto best = rows_.size();
    auto least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i][entering] <= kNear) {
            continue;
        }
        auto const ratio = rows_[i].back() / rows_[i][entering];
        bool const is_tie = best < rows_.size() && std::abs(ratio - least) <= kNear;
        if (is_tie ? basis_[i] < basis_[best] : ratio < least) {
            best = i;
            least = ratio;
        }
    }
    if (best == rows_.size()) {
        // Without end: larger than anything seen.
        if (entering < unknowns_) {
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                if (rows_[i][entering] < -kNear && basis_[i] < unknowns_) {
                    seen_[basis_[i]].second = std::numeric_limits<double>::infinity();
                }
            }
            seen_[entering].second = std::numeric_limits<double>::infinity();
        }
        return false;
    }
    pivot(best, entering);
    return true;
}

void LinearBounds::pivot(std::size_t row, std::size_t column)
{
    auto const factor = rows_[row][column];
    for (auto& value : rows_[row]) {
        value /= factor;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto const other = rows_[i][column];
        if (i == row || std::abs(other) <= kNear) {
            continue;
        }
        for (std::size_t at = 0; at < rows_[i].size(); ++at) {
            rows_[i][at] -= other * rows_[row][at];
        }
    }
    basis_[row] = column;
}

void LinearBounds::note_solution()
{
    std::vector<double> values(unknowns_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        values[basis_[i]] = rows_[i].back();
    }
    for (std::size_t i = 0; i < unknowns_; ++i) {
        seen_[i].first = std::min(seen_[i].first, values[i]);
        seen_[i].second = std::max(seen_[i].second, values[i]);
    }
}

bool LinearBounds::has_two_numbers(std::size_t unknown) const
{
    auto const [low, high] = seen_[unknown];
    return std::floor(high + kNearNumber) - std::ceil(low - kNearNumber) >= 1;
}

bool LinearBounds::is_one_number(std::size_t unknown)
{
    for (double const direction : {1.0, -1.0}) {
        std::vector<double> costs(unknowns_);
        costs[unknown] = direction;
        // Every solution on the way tells of all unknowns, so that most need no steps at all.
        while (!has_two_numbers(unknown) && step(costs, unknowns_)) {
            note_solution();
        }
    }
    return !has_two_numbers(unknown);
}

} // namespace wt::privacy
