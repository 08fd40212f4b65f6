#include "hotspots/false_discovery.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::hotspots {
namespace {

// The fifteen p of Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995), section 3.2, of which they
// call four at 0.05.
std::vector<double> const kPaper{
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.3240,
    0.4262,
    0.5719,
    0.6528,
    0.7590,
    1.0000};

TEST(FalseDiscoveryRates, CallFourOfThePaper)
{
    auto const q = false_discovery_rates(kPaper, Dependence::positive);
    EXPECT_EQ(std::count_if(q.begin(), q.end(), [](double value) { return value <= 0.05; }), 4);
    EXPECT_NEAR(q[3], 0.0095 * 15 / 4, 1e-15);
    EXPECT_EQ(q[14], 1.0);
}

TEST(FalseDiscoveryRates, AreLargerByTheHarmonicSumUnderAnyDependence)
{
    auto const q = false_discovery_rates(kPaper, Dependence::any);
    EXPECT_NEAR(q[0], 0.0001 * 15 * 3.318228993228993, 1e-15);
}

// Sorted p 0.01, 0.02 of three: 0.03 for both, as the second would be called at 0.03.
TEST(FalseDiscoveryRates, KeepTheOrderOfThePAndStandInTheirPlaces)
{
    std::vector<double> const p{0.02, 0.9, 0.01};
    auto const q = false_discovery_rates(p, Dependence::positive);
    EXPECT_NEAR(q[0], 0.03, 1e-15);
    EXPECT_NEAR(q[2], 0.03, 1e-15);
    EXPECT_NEAR(q[1], 0.9, 1e-15);
    EXPECT_TRUE(false_discovery_rates({}, Dependence::positive).empty());
}

} // namespace
} // namespace wt::hotspots
