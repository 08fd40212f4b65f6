#include "hotspots/evaluation.hpp"
#include "unit/hotspots/reference.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace wt::hotspots {
namespace {

/// Equal up to 1e-12 of the larger.
void expect_same(double ours, double theirs, std::string const& what)
{
    if (std::isinf(theirs)) {
        EXPECT_EQ(ours, theirs) << what;
        return;
    }
    EXPECT_NEAR(ours, theirs, 1e-12 * std::max(1.0, std::abs(theirs))) << what;
}

class Row
{
public:
    Row(CsvTable const& table, std::size_t row) : table_{table}, row_{row} {}

    [[nodiscard]] double number(std::string_view column) const
    {
        auto const cell = table_.cell(table_.rows()[row_], column);
        return cell.empty() ? std::nan("") : std::stod(std::string{cell});
    }
    [[nodiscard]] BeforeAfter area(std::string_view before, std::string_view after) const
    {
        return {
            static_cast<std::int64_t>(number(before)), static_cast<std::int64_t>(number(after))};
    }
    /// Where the reference has an answer, ours is that.
    void expect(double ours, std::string_view column) const
    {
        auto const what = std::string{column} + " of row " + std::to_string(row_ + 1);
        ASSERT_TRUE(table_.has_column(column)) << column;
        if (!std::isnan(number(column))) {
            expect_same(ours, number(column), what);
        }
    }

private:
    CsvTable const& table_;
    std::size_t row_;
};

TEST(Evaluate, AgreesWithPtoolsAndR)
{
    WT_REQUIRE_REFERENCE();
    auto const table = read_reference("beforeafter_reference");
    ASSERT_EQ(table.rows().size(), 15U);
    for (std::size_t i = 0; i < table.rows().size(); ++i) {
        Row const row{table, i};
        auto const result = evaluate(
            {.treated = row.area("tb", "ta"),
             .control = row.area("cb", "ca"),
             .buffer = row.area("bb", "ba")});
        row.expect(result.difference.estimate, "wdd_est");
        row.expect(result.difference.error, "wdd_se");
        row.expect(result.difference.z, "wdd_z");
        row.expect(result.total, "wdd_total_shared");
        row.expect(result.total_error_apart, "wdd_total_se_shared");
        row.expect(result.e_test_p, "e_test_p");
        row.expect(result.poisson_p, "pois_p");
        row.expect(result.poisson_ratio.low, "pois_ci_lo");
        row.expect(result.poisson_ratio.high, "pois_ci_hi");
        row.expect(result.fisher_p, "fisher_p");
        row.expect(result.odds_ratio, "or");
        row.expect(result.odds_ratio_error, "lnor_se");
        row.expect(result.success, "success");
        row.expect(result.buffer, "buffer");
        row.expect(result.displacement, "wdq");
        row.expect(result.net_effect, "tne");
        // R finds this root to about 1e-4 only; ours fulfils its equation (below).
        auto const theirs = row.number("fisher_or");
        if (std::isfinite(theirs)) {
            EXPECT_NEAR(result.fisher_odds, theirs, 1e-4 * std::max(1.0, theirs)) << i;
        }
    }
}

TEST(OddsLaw, EstimatesTheOddsAtWhichTheMeanIsTheCount)
{
    auto const law = OddsLaw::table(13, 9, 11);
    for (auto k = law.low() + 1; k < law.high(); ++k) {
        EXPECT_NEAR(law.mean(law.estimate(k)), static_cast<double>(k), 1e-12);
    }
    EXPECT_EQ(law.estimate(law.low()), 0);
    EXPECT_TRUE(std::isinf(law.estimate(law.high())));
}

TEST(OddsLaw, IntervalsLeaveAFortiethOnEachSide)
{
    for (auto const& law : {OddsLaw::binomial(30), OddsLaw::table(40, 35, 31)}) {
        auto const [low, high] = law.interval(12, 0.95);
        EXPECT_NEAR(law.at_least(12, low), 0.025, 1e-13);
        EXPECT_NEAR(law.at_most(12, high), 0.025, 1e-13);
    }
    // Clopper and Pearson by hand: 0 of 3, 1 - 0.025^(1/3) as odds.
    auto const none = OddsLaw::binomial(3).interval(0, 0.95);
    double const share = 1 - std::cbrt(0.025);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, share / (1 - share), 1e-13);
}

// R 4.2: fisher.test(matrix(c(2, 10, 15, 3), 2)): p = 0.0005367, interval 0.0033, 0.3631 (its
// digits).
TEST(OddsLaw, IsFishersTestOfATable)
{
    auto const law = OddsLaw::table(12, 18, 17);
    EXPECT_NEAR(law.two_sided(2), 0.0005367241, 1e-9);
    auto const [low, high] = law.interval(2, 0.95);
    EXPECT_NEAR(low, 0.003325764, 1e-5);
    EXPECT_NEAR(high, 0.363182271, 1e-5);
}

/// By the definition of Krishnamoorthy and Thomson, with doubles.
double brute_e_test(int first, int second)
{
    double const mean = (first + second) / 2.0;
    double const seen = std::abs(first - second) / std::sqrt(first + second);
    auto const chance = [mean](int k) {
        return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
    };
    double p = 0;
    for (int a = 0; a < 120; ++a) {
        for (int b = 0; b < 120; ++b) {
            if (a + b > 0 && std::abs(a - b) / std::sqrt(a + b) >= seen * (1 - 1e-12)) {
                p += chance(a) * chance(b);
            }
        }
    }
    return p;
}

TEST(ETest, SumsTheChancesOfWhatIsAsMarked)
{
    for (auto const& [a, b] : {std::pair{3, 0}, {0, 1}, {6, 2}, {17, 12}, {12, 12}, {1, 9}}) {
        EXPECT_NEAR(e_test(a, b), brute_e_test(a, b), 1e-12) << a << " " << b;
        EXPECT_EQ(e_test(a, b), e_test(b, a));
    }
    EXPECT_EQ(e_test(0, 0), 1);
    EXPECT_GT(e_test(kMostCounted, kMostCounted - 1), 0.99);
    EXPECT_LT(e_test(kMostCounted, kMostCounted - 5000), 1e-8);
}

TEST(Evaluate, SaysOfNoEventsThatNothingCanBeTold)
{
    auto const result = evaluate({.buffer = BeforeAfter{}});
    EXPECT_EQ(result.difference.z, 0);
    EXPECT_EQ(result.difference.p, 1);
    EXPECT_EQ(result.e_test_p, 1);
    EXPECT_EQ(result.poisson_p, 1);
    EXPECT_EQ(result.poisson_ratio.low, 0);
    EXPECT_TRUE(std::isinf(result.poisson_ratio.high));
    EXPECT_EQ(result.fisher_p, 1);
    EXPECT_EQ(result.fisher_odds, 1);
    EXPECT_EQ(result.fisher_interval.low, 0);
    EXPECT_TRUE(std::isinf(result.fisher_interval.high));
    EXPECT_TRUE(std::isnan(result.success));
    EXPECT_TRUE(std::isnan(result.displacement));
    EXPECT_EQ(result.power.power, 0);
    EXPECT_FALSE(result.power.smallest_fall);
    EXPECT_EQ(result.finding, Finding::too_few);
}

TEST(Evaluate, HasAnAnswerForEveryZeroOfAnyArea)
{
    for (int bits = 0; bits < 64; ++bits) {
        auto const count = [&](int bit) { return std::int64_t{(bits >> bit & 1) * 7}; };
        auto const result = evaluate(
            {.treated = {count(0), count(1)},
             .control = {count(2), count(3)},
             .buffer = BeforeAfter{count(4), count(5)}});
        for (double const p :
             {result.difference.p, result.e_test_p, result.poisson_p, result.fisher_p}) {
            EXPECT_TRUE(0 < p && p <= 1) << bits;
        }
        EXPECT_LE(result.poisson_ratio.low, result.poisson_ratio.high) << bits;
        EXPECT_LE(result.fisher_interval.low, result.fisher_odds) << bits;
        EXPECT_LE(result.fisher_odds, result.fisher_interval.high) << bits;
        EXPECT_EQ(result.finding, Finding::too_few) << bits;
    }
}

TEST(Evaluate, KnowsThatOneControlMovesBothAreas)
{
    auto const result =
        evaluate({.treated = {20, 10}, .control = {20, 30}, .buffer = BeforeAfter{30, 20}});
    EXPECT_EQ(result.total, -40);
    EXPECT_DOUBLE_EQ(result.total_error_shared, std::sqrt(80.0 + 4 * 50));
    EXPECT_DOUBLE_EQ(result.total_error_apart, std::sqrt(80.0 + 2 * 50));
}

TEST(Evaluate, NeverSaysThatSomethingWorkedWherePowerIsMissing)
{
    // A fall from 12 to 1 is significant, and still may be luck made large.
    auto const small = evaluate({.treated = {12, 1}, .control = {12, 12}});
    EXPECT_LT(small.difference.p, 0.1);
    EXPECT_EQ(small.finding, Finding::too_few);
    auto const large = evaluate({.treated = {900, 500}, .control = {900, 900}});
    EXPECT_EQ(large.finding, Finding::fewer);
    EXPECT_EQ(evaluate({.treated = {900, 1300}, .control = {900, 900}}).finding, Finding::more);
    EXPECT_EQ(
        evaluate({.treated = {900, 890}, .control = {900, 900}}).finding, Finding::no_difference);
}

TEST(Power, IsThatOfTheNormalTest)
{
    EvaluationCounts const counts{.treated = {200, 180}, .control = {190, 210}};
    // A fall by a quarter: 50 in a standard error of sqrt(200 + 150 + 400) = 27.386, 1.9600 of
    // which are needed.
    EXPECT_NEAR(
        power_to_see(counts, 0.25, 0.95),
        normal_below(50 / std::sqrt(750.0) - 1.959963984540054),
        1e-4);
    auto const power = evaluate(counts).power;
    ASSERT_TRUE(power.smallest_fall);
    EXPECT_NEAR(power_to_see(counts, *power.smallest_fall, 0.95), 0.8, 1e-9);
}

TEST(Normal, HasTheKnownQuantiles)
{
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normal_quantile(0.5), 0, 1e-15);
    EXPECT_NEAR(normal_below(-1.959963984540054), 0.025, 1e-15);
}

} // namespace
} // namespace wt::hotspots
