#include "hotspots/sum_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wt::hotspots {

std::vector<double> binomial_terms(std::size_t times, std::size_t most, double chance)
{
    std::vector<double> terms(std::min(times, most) + 1);
    terms[0] = std::pow(1 - chance, static_cast<double>(times));
    for (std::size_t taken = 1; taken < terms.size(); ++taken) {
        auto const ratio = static_cast<double>(times - taken + 1) / static_cast<double>(taken);
        terms[taken] = terms[taken - 1] * ratio * chance / (1 - chance);
    }
    return terms;
}

SumTable::SumTable(std::size_t draws, std::size_t limit, double chance)
    : width_{limit + 1}, chance_{chance}, at_((draws + 1) * width_), beyond_(draws + 1),
      used_(draws + 1)
{
    at_[0] = 1.0;
    used_[0] = 1;
}

/// Adds row `from`, `shift` higher and times `factor`, to row `to`.
void SumTable::add_row(std::size_t from, std::size_t to, std::size_t shift, double factor)
{
    auto const* const source = row(from);
    auto const used = used_[from];
    auto const kept = shift >= width_ ? 0 : std::min(used, width_ - shift);
    auto* const target = row(to) + (kept == 0 ? 0 : shift);
    for (std::size_t sum = 0; sum < kept; ++sum) {
        target[sum] += factor * source[sum];
    }
    beyond_[to] += factor * std::accumulate(source + kept, source + used, beyond_[from]);
    if (kept > 0) {
        used_[to] = std::max(used_[to], kept + shift);
    }
}

void SumTable::multiply(Count value, std::size_t times)
{
    auto const draws = used_.size() - 1;
    auto const step = static_cast<std::size_t>(value);
    auto const term = binomial_terms(times, draws, chance_);
    for (auto to = draws + 1; to-- > 0;) { // downwards: the rows below are still the old ones
        std::for_each(row(to), row(to) + used_[to], [&term](double& p) { p *= term[0]; });
        beyond_[to] *= term[0];
        for (std::size_t taken = 1; taken < term.size() && taken <= to; ++taken) {
            add_row(to - taken, to, std::min(taken * step, width_), term[taken]);
        }
    }
}

std::vector<double> SumTable::given_draws(std::size_t draws) const
{
    auto const* const first = at_.data() + draws * width_;
    std::vector<double> row(first, first + used_[draws]);
    auto const all = std::accumulate(row.begin(), row.end(), 0.0);
    std::ranges::for_each(row, [all](double& p) { p /= all; });
    return row;
}

void SumTable::accumulate()
{
    upper_tail_ = at_;
    for (std::size_t draws = 0; draws < used_.size(); ++draws) {
        auto* const tail = upper_tail_.data() + draws * width_;
        double sum = beyond_[draws];
        for (auto i = width_; i-- > 0;) {
            tail[i] = sum += tail[i];
        }
        std::partial_sum(row(draws), row(draws) + width_, row(draws));
    }
}

double SumTable::at_most(std::size_t draws, Count sum) const noexcept
{
    if (sum < 0) {
        return 0.0;
    }
    auto const last = std::min(static_cast<std::size_t>(sum), width_ - 1);
    return at_[draws * width_ + last];
}

double SumTable::at_least(std::size_t draws, Count sum) const noexcept
{
    auto const from = static_cast<std::size_t>(std::max(sum, Count{0}));
    return from < width_ ? upper_tail_[draws * width_ + from] : beyond_[draws];
}

} // namespace wt::hotspots
