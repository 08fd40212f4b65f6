#include "hotspots/ranking.hpp"

#include <algorithm>
#include <tuple>

namespace wt::hotspots {

namespace {

/// Of those that truncated weights are cut at: the share of the median.
constexpr double kLeastOfMedian = 0.1;

std::optional<double> rate_of(PlaceTotal const& total, double least)
{
    if (!total.exposure || *total.exposure <= 0) {
        return std::nullopt;
    }
    return static_cast<double>(total.count) / std::max(*total.exposure, least);
}

/// What a place is ranked by; a higher one comes first, none last.
std::optional<double> value_of(PlaceTotal const& total, RankBy by, std::optional<double> rate)
{
    switch (by) {
    case RankBy::count:
        return static_cast<double>(total.count);
    case RankBy::severity:
        return total.severity;
    case RankBy::rate:
        return rate;
    }
    return std::nullopt;
}

} // namespace

double least_exposure(std::span<PlaceTotal const> totals)
{
    std::vector<double> known;
    for (auto const& total : totals) {
        if (total.exposure && *total.exposure > 0) {
            known.push_back(*total.exposure);
        }
    }
    if (known.empty()) {
        return 0.0;
    }
    auto const middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::ranges::nth_element(known, middle);
    if (known.size() % 2 == 1) {
        return kLeastOfMedian * *middle;
    }
    return kLeastOfMedian * (*std::max_element(known.begin(), middle) + *middle) / 2;
}

std::vector<RankedPlace> rank_places(std::span<PlaceTotal const> totals, RankBy by)
{
    auto const least = least_exposure(totals);
    std::vector<std::optional<double>> values;
    std::vector<RankedPlace> ranked;
    std::uint64_t all = 0;
    for (Place place = 0; place < totals.size(); ++place) {
        auto const rate = rate_of(totals[place], least);
        ranked.push_back({.place = place, .rate = rate});
        values.push_back(value_of(totals[place], by, rate));
        all += totals[place].count;
    }
    // An optional without a value is less than any with one.
    auto const key = [&](RankedPlace const& of) {
        auto const& total = totals[of.place];
        return std::tuple{values[of.place], total.count, total.severity};
    };
    std::ranges::stable_sort(ranked, [&](auto const& a, auto const& b) { return key(a) > key(b); });
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        auto const count = totals[ranked[i].place].count;
        so_far += count;
        bool const is_equal = i > 0 && values[ranked[i].place] == values[ranked[i - 1].place];
        ranked[i].rank = is_equal ? ranked[i - 1].rank : i + 1;
        if (all > 0) {
            ranked[i].share = static_cast<double>(count) / static_cast<double>(all);
            ranked[i].share_so_far = static_cast<double>(so_far) / static_cast<double>(all);
        }
    }
    return ranked;
}

std::vector<LorenzPoint> lorenz_curve(std::span<double const> counts, std::span<double const> sizes)
{
    std::vector<std::size_t> order;
    double all_sizes = 0.0;
    double all_counts = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (sizes[i] > 0) {
            order.push_back(i);
            all_sizes += sizes[i];
            all_counts += counts[i];
        }
    }
    std::vector<LorenzPoint> curve{{0.0, 0.0}};
    if (all_counts > 0) {
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return counts[i] / sizes[i]; });
        double size = 0.0;
        double count = 0.0;
        for (auto const i : order) {
            size += sizes[i];
            count += counts[i];
            curve.push_back({size / all_sizes, count / all_counts});
        }
        curve.pop_back(); // rounding may leave it beside the end
    }
    curve.push_back({1.0, 1.0});
    return curve;
}

double gini(std::span<LorenzPoint const> curve)
{
    double below = 0.0; // twice the area below the curve
    for (std::size_t i = 1; i < curve.size(); ++i) {
        below += (curve[i].share_of_size - curve[i - 1].share_of_size) *
                 (curve[i].share_of_count + curve[i - 1].share_of_count);
    }
    return 1.0 - below;
}

} // namespace wt::hotspots
