#include "streets/light_along.hpp"
#include "streets/lighting.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace wt::streets {
namespace {

TEST(LampIndex, LightsWhatIsWithinItsReach)
{
    LampIndex const lamps{{TinyMap::at(100, 7)}};
    std::array const line{to_fixed(TinyMap::at(0, 0)), to_fixed(TinyMap::at(200, 0))};
    auto const spans = lamps.list_lit_spans(line);
    double const half = std::sqrt(25.0 * 25.0 - 7.0 * 7.0);
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_NEAR(spans[0].from_m, 100 - half, 0.1);
    EXPECT_NEAR(spans[0].to_m, 100 + half, 0.1);
}

TEST(LampIndex, JoinsTheLightOfNeighboursAcrossBends)
{
    LampIndex const lamps{{TinyMap::at(40, 0), TinyMap::at(50, 20), TinyMap::at(50, 190)}};
    std::array const line{
        to_fixed(TinyMap::at(0, 0)), to_fixed(TinyMap::at(50, 0)), to_fixed(TinyMap::at(50, 200))};
    auto const spans = lamps.list_lit_spans(line);
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_NEAR(spans[0].from_m, 15, 0.1);
    EXPECT_NEAR(spans[0].to_m, 95, 0.1);
    EXPECT_NEAR(spans[1].from_m, 215, 0.1);
    EXPECT_NEAR(spans[1].to_m, 250, 0.1);
}

TEST(LampIndex, WithoutLampsNothingIsLit)
{
    std::array const line{to_fixed(TinyMap::at(0, 0)), to_fixed(TinyMap::at(200, 0))};
    EXPECT_TRUE(LampIndex{{}}.list_lit_spans(line).empty());
}

TEST(LightAlong, LampsCountEvenWhereTheWaySaysUnlit)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 200, 0)
                             .node(9, 100, 0, {{"highway", "street_lamp"}})
                             .way(10, {1, 2}, {{"highway", "path"}, {"lit", "no"}})
                             .network();
    auto const light = light_along(network, network.edge(0), Metres{200}, Metres{100});
    EXPECT_NEAR(light.lit.value, 25, 0.2);
    EXPECT_NEAR(light.unlit.value, 75, 0.2);
    EXPECT_EQ(light.unknown.value, 0);
}

TEST(LightAlong, OfAWayThatSaysNothingTheRestIsUnknown)
{
    auto const network = TinyMap{}
                             .node(1, 0, 0)
                             .node(2, 200, 0)
                             .node(9, 0, 0, {{"highway", "street_lamp"}})
                             .way(10, {1, 2}, {{"highway", "path"}})
                             .network();
    auto const light = light_along(network, network.edge(0), Metres{0}, Metres{100});
    EXPECT_NEAR(light.lit.value, 25, 0.2);
    EXPECT_EQ(light.unlit.value, 0);
    EXPECT_NEAR(light.unknown.value, 75, 0.2);
}

} // namespace
} // namespace wt::streets
