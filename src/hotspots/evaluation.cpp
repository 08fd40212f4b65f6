#include "hotspots/evaluation.hpp"

#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace wt::hotspots {

namespace {

double ratio(double over, double under)
{
    if (under != 0) {
        return over / under;
    }
    double const infinity = std::numeric_limits<double>::infinity();
    return over == 0 ? std::numeric_limits<double>::quiet_NaN() : over > 0 ? infinity : -infinity;
}

double ratio(std::int64_t over, std::int64_t under)
{
    return ratio(static_cast<double>(over), static_cast<double>(under));
}

[[maybe_unused]] bool is_valid(BeforeAfter const& area)
{
    return area.before >= 0 && area.before <= kMostCounted && area.after >= 0 &&
           area.after <= kMostCounted;
}

Difference find_difference(BeforeAfter const& treated, BeforeAfter const& control, double level)
{
    auto const estimate = static_cast<double>(treated.change() - control.change());
    auto const error = std::sqrt(static_cast<double>(treated.sum() + control.sum()));
    double const z = error > 0 ? estimate / error : 0.0;
    double const reach = normal_quantile((1 + level) / 2) * error;
    return {estimate, error, z, 2 * normal_below(-std::abs(z)), estimate - reach, estimate + reach};
}

void add_exact_tests(Evaluation& result, EvaluationCounts const& counts, double level)
{
    auto const& [treated, control, buffer] = counts;
    result.e_test_p = e_test(treated.before, treated.after);
    auto const poisson = OddsLaw::binomial(treated.sum());
    result.poisson_p = poisson.two_sided(treated.after);
    result.poisson_ratio = poisson.interval(treated.after, level);
    auto const table = OddsLaw::table(treated.sum(), control.sum(), treated.after + control.after);
    result.fisher_p = table.two_sided(treated.after);
    result.fisher_odds = table.estimate(treated.after);
    result.fisher_interval = table.interval(treated.after, level);
    auto const cells = std::array{treated.before, treated.after, control.before, control.after};
    result.odds_ratio = ratio(cells[0] * cells[3], cells[1] * cells[2]);
    double variance = 0;
    for (auto const cell : cells) {
        variance += ratio(1.0, static_cast<double>(cell));
    }
    result.odds_ratio_error = std::sqrt(variance);
}

void add_displacement(Evaluation& result, EvaluationCounts const& counts)
{
    auto const& [treated, control, buffer] = counts;
    auto const of_control = [&](BeforeAfter const& area) {
        return ratio(area.after, control.after) - ratio(area.before, control.before);
    };
    result.success = of_control(treated);
    if (!buffer) {
        return;
    }
    result.total = static_cast<double>(treated.change() + buffer->change() - 2 * control.change());
    auto const areas = static_cast<double>(treated.sum() + buffer->sum());
    auto const once = static_cast<double>(control.sum());
    result.total_error_apart = std::sqrt(areas + 2 * once);
    result.total_error_shared = std::sqrt(areas + 4 * once);
    result.buffer = of_control(*buffer);
    result.displacement = ratio(result.buffer, result.success);
    auto const trend = ratio(control.after, control.before);
    auto const fewer = [&](BeforeAfter const& area) {
        return static_cast<double>(area.before) * trend - static_cast<double>(area.after);
    };
    result.net_effect = fewer(treated) + fewer(*buffer);
}

Power find_power(EvaluationCounts const& counts, EvaluationWish const& wish)
{
    Power power{.power = power_to_see(counts, wish.fall, wish.level)};
    if (power_to_see(counts, 1.0, wish.level) < wish.power) {
        return power;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; ++i) {
        double const middle = low + (high - low) / 2;
        (power_to_see(counts, middle, wish.level) < wish.power ? low : high) = middle;
    }
    power.smallest_fall = high;
    return power;
}

Finding judge(Evaluation const& result, EvaluationWish const& wish)
{
    if (result.power.power < wish.power) {
        return Finding::too_few;
    }
    if (result.difference.p > 1 - wish.level) {
        return Finding::no_difference;
    }
    return result.difference.estimate < 0 ? Finding::fewer : Finding::more;
}

} // namespace

double power_to_see(EvaluationCounts const& counts, double fall, double level)
{
    auto const before = static_cast<double>(counts.treated.before);
    // The control as it was seen: both of its counts carry chance.
    double const error = std::sqrt(before * (2 - fall) + static_cast<double>(counts.control.sum()));
    if (error == 0) {
        return 0.0;
    }
    double const shift = before * fall / error;
    double const reach = normal_quantile((1 + level) / 2);
    return normal_below(shift - reach) + normal_below(-shift - reach);
}

Evaluation evaluate(EvaluationCounts const& counts, EvaluationWish const& wish)
{
    assert(is_valid(counts.treated) && is_valid(counts.control));
    assert(!counts.buffer || is_valid(*counts.buffer));
    assert(0 < wish.fall && wish.fall <= 1 && 0 < wish.power && wish.power < 1);
    assert(0 < wish.level && wish.level < 1);
    Evaluation result{.difference = find_difference(counts.treated, counts.control, wish.level)};
    add_exact_tests(result, counts, wish.level);
    add_displacement(result, counts);
    result.power = find_power(counts, wish);
    result.finding = judge(result, wish);
    return result;
}

} // namespace wt::hotspots
