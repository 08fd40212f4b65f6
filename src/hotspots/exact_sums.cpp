#include "hotspots/exact_sums.hpp"

#include "hotspots/sum_table.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <utility>

namespace wt::hotspots {

namespace {

constexpr std::size_t kMostDraws = 1000;   // beyond, probabilities leave the range of doubles
constexpr double kMostCells = 1U << 22U;   // of a table
constexpr double kMostWork = 3e10;         // additions: about half a minute
constexpr double kMostChoices = 1U << 14U; // of the large values
constexpr std::size_t kMostLargeValues = 12;

/// A count, and how many places have it.
struct Value
{
    Count count = 0;
    std::size_t times = 0;
    std::vector<Place> places;
};

/// Of the large values, `draws` that add up to `sum`.
struct Choice
{
    std::size_t draws = 0;
    Count sum = 0;
    double weight = 1.0;
};

class Tails
{
public:
    Tails(std::span<Count const> counts, Neighbours const& neighbours);

    /// \returns false if it would take too long
    bool find();

    std::vector<TailPair> tails;

private:
    [[nodiscard]] std::size_t limit_without(std::size_t large) const;
    [[nodiscard]] double work_without(std::size_t large) const;
    [[nodiscard]] std::vector<Choice> choices_without(Value const* left_out) const;
    void leave_out_each(std::span<Value const> among, SumTable others);
    void read(Value const& value, SumTable const& table, std::vector<Choice> const& choices);

    Neighbours const& neighbours_;
    std::vector<Count> sums_;
    std::vector<Value> small_; ///< by falling count, later by falling number of places
    std::vector<Value> large_;
    std::size_t draws_;
    double chance_;
};

std::vector<Value> values_of(std::span<Count const> counts)
{
    std::vector<Place> order(counts.size());
    std::iota(order.begin(), order.end(), Place{0});
    std::ranges::stable_sort(order, std::greater<>{}, [&](Place place) { return counts[place]; });
    std::vector<Value> values;
    for (auto const place : order) {
        if (values.empty() || values.back().count != counts[place]) {
            values.push_back({.count = counts[place], .times = 0, .places = {}});
        }
        ++values.back().times;
        values.back().places.push_back(place);
    }
    return values;
}

Tails::Tails(std::span<Count const> counts, Neighbours const& neighbours)
    : tails(counts.size()), neighbours_{neighbours}, sums_{neighbour_sums(counts, neighbours)},
      small_{values_of(counts)}, draws_{neighbours.widest()},
      // half of what would make the most draws likely: few draws are not too unlikely either
      chance_{0.5 * static_cast<double>(draws_) / static_cast<double>(counts.size())}
{
}

/// The largest sum that a table has to tell apart if the `large` largest values are kept out of it.
std::size_t Tails::limit_without(std::size_t large) const
{
    Count most = 0;
    auto left = draws_;
    for (auto i = large; i < small_.size() && left > 0; ++i) {
        auto const taken = std::min(left, small_[i].times);
        most += static_cast<Count>(taken) * small_[i].count;
        left -= taken;
    }
    return static_cast<std::size_t>(std::min(most, *std::ranges::max_element(sums_)));
}

/// About how many additions it takes then; above `kMostWork` if memory would not do either.
double Tails::work_without(std::size_t large) const
{
    auto const times_at_most = [this](Value const& value) {
        return static_cast<double>(std::min(value.times, draws_));
    };
    double choices = 1;
    for (std::size_t i = 0; i < large; ++i) {
        choices *= 1 + times_at_most(small_[i]);
    }
    auto const cells =
        static_cast<double>(draws_ + 1) * static_cast<double>(limit_without(large) + 1);
    if (choices > kMostChoices || cells > kMostCells || draws_ > kMostDraws) {
        return 2 * kMostWork;
    }
    double factors = 0;
    for (auto i = large; i < small_.size(); ++i) {
        factors += times_at_most(small_[i]);
    }
    auto const depth = static_cast<double>(std::bit_width(small_.size() - large));
    return factors * cells * depth / 2 + choices * static_cast<double>(sums_.size());
}

std::vector<Choice> Tails::choices_without(Value const* left_out) const
{
    std::vector<Choice> choices{Choice{}};
    for (auto const& value : large_) {
        auto const times = value.times - (&value == left_out ? 1U : 0U);
        auto const term = binomial_terms(times, draws_, chance_);
        std::vector<Choice> longer;
        for (auto const& choice : choices) {
            for (std::size_t taken = 0; taken < term.size() && choice.draws + taken <= draws_;
                 ++taken) {
                longer.push_back(
                    {choice.draws + taken,
                     choice.sum + static_cast<Count>(taken) * value.count,
                     choice.weight * term[taken]});
            }
        }
        choices = std::move(longer);
    }
    return choices;
}

void Tails::read(Value const& value, SumTable const& table, std::vector<Choice> const& choices)
{
    for (auto const place : value.places) {
        auto const draws = neighbours_.of(place).size();
        double below = 0;
        double at_most = 0;
        double at_least = 0;
        for (auto const& choice : choices) {
            if (choice.draws <= draws) {
                auto const left = draws - choice.draws;
                auto const sum = sums_[place] - choice.sum;
                below += choice.weight * table.at_most(left, sum - 1);
                at_most += choice.weight * table.at_most(left, sum);
                at_least += choice.weight * table.at_least(left, sum);
            }
        }
        auto const all = below + at_least; // the chance of just so many draws
        tails[place] = {at_least / all, std::min(1.0, at_most / all)};
    }
}

/// `others` holds every small value but those of `among`: adds all of these but one in turn. The
/// halves weigh about the same, so that what costs most is multiplied in least often.
void Tails::leave_out_each(std::span<Value const> among, SumTable others)
{
    if (among.size() == 1) {
        others.multiply(among[0].count, among[0].times - 1);
        others.accumulate();
        read(among[0], others, choices_without(nullptr));
        return;
    }
    auto const weight = [this](std::size_t sum, Value const& value) {
        return sum + std::min(value.times, draws_);
    };
    auto const all = std::accumulate(among.begin(), among.end(), std::size_t{0}, weight);
    std::size_t half = 1;
    for (auto sum = weight(0, among[0]); half + 1 < among.size() && 2 * sum < all; ++half) {
        sum = weight(sum, among[half]);
    }
    auto const with_all_of = [](SumTable table, std::span<Value const> values) {
        for (auto const& value : values) {
            table.multiply(value.count, value.times);
        }
        return table;
    };
    leave_out_each(among.first(half), with_all_of(others, among.subspan(half)));
    leave_out_each(among.subspan(half), with_all_of(std::move(others), among.first(half)));
}

bool Tails::find()
{
    std::size_t large = 0;
    for (std::size_t i = 1; i <= std::min(kMostLargeValues, small_.size() - 1); ++i) {
        large = work_without(i) < work_without(large) ? i : large;
    }
    if (work_without(large) > kMostWork) {
        return false;
    }
    SumTable const empty{draws_, limit_without(large), chance_};
    auto const split = small_.begin() + static_cast<std::ptrdiff_t>(large);
    large_.assign(std::move_iterator{small_.begin()}, std::move_iterator{split});
    small_.erase(small_.begin(), split);
    std::ranges::stable_sort(small_, std::greater<>{}, &Value::times);
    leave_out_each(small_, empty);
    if (!large_.empty()) {
        auto table = empty;
        for (auto const& value : small_) {
            table.multiply(value.count, value.times);
        }
        table.accumulate();
        for (auto const& value : large_) {
            read(value, table, choices_without(&value));
        }
    }
    return true;
}

} // namespace

std::optional<std::vector<TailPair>>
exact_tails(std::span<Count const> counts, Neighbours const& neighbours)
{
    assert(!counts.empty());
    Tails tails{counts, neighbours};
    return tails.find() ? std::optional{std::move(tails.tails)} : std::nullopt;
}

} // namespace wt::hotspots
