#include "app/walk_route.hpp"
#include "streets/walking_times.hpp"
#include "unit/streets/tiny_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using streets::TinyMap;

/// Five streets each way, 200 metres apart: "Row 0" … and "Column 0" ….
streets::Network make_town()
{
    constexpr int kStreets = 5;
    TinyMap map;
    for (int row = 0; row < kStreets; ++row) {
        for (int column = 0; column < kStreets; ++column) {
            map.node(10 * row + column + 1, 200.0 * column, 200.0 * row);
        }
    }
    for (int i = 0; i < kStreets; ++i) {
        std::vector<int> row;
        std::vector<int> column;
        for (int j = 0; j < kStreets; ++j) {
            row.push_back(10 * i + j + 1);
            column.push_back(10 * j + i + 1);
        }
        auto const number = std::to_string(i);
        map.way(100 + i, row, {{"highway", "residential"}, {"name", ("Row " + number).c_str()}});
        map.way(
            200 + i, column, {{"highway", "residential"}, {"name", ("Column " + number).c_str()}});
    }
    return map.network();
}

class WalkRoute : public testing::Test
{
protected:
    static std::vector<std::string> stops_of(PrivateWalk const& walk)
    {
        std::vector<std::string> labels;
        for (auto const& stop : walk.stops) {
            labels.push_back(stop.label);
        }
        return labels;
    }

    void expect_a_round_within(PrivateWalk const& walk, std::chrono::minutes length) const
    {
        ASSERT_GE(walk.line.size(), 2U);
        EXPECT_LT(distance(walk.line.front(), wish.meeting.point).value, 30);
        EXPECT_EQ(walk.line.front(), walk.line.back());
        auto const talking = 4min * static_cast<int>(walk.stops.size());
        EXPECT_LE(Metres{walk.metres} / streets::kWalkingSpeed + talking, Seconds{length});
    }

    streets::Network const network = make_town();
    RouteWish wish{.meeting = {"The corner", TinyMap::at(400, 400)}, .places = {}};
};

TEST_F(WalkRoute, WithoutAnotherPlaceGoesARoundOfTheStreets)
{
    for (auto const length : {15min, 60min, 120min}) {
        wish.length = length;
        auto const walk = plan_route(network, wish);
        expect_a_round_within(walk, length);
        EXPECT_GE(walk.stops.size(), 1U) << length.count();
        auto const stops = stops_of(walk);
        EXPECT_EQ(std::set(stops.begin(), stops.end()).size(), stops.size());
    }
}

TEST_F(WalkRoute, GoesWhereMorePeopleFeelWorse)
{
    wish.length = 25min;
    wish.nearby = {{TinyMap::at(100, 0), 1}, {TinyMap::at(700, 800), 8}};
    EXPECT_EQ(stops_of(plan_route(network, wish)), std::vector<std::string>{"Row 4"});
    wish.length = 60min;
    auto const walk = plan_route(network, wish);
    expect_a_round_within(walk, 60min);
    EXPECT_EQ(walk.stops.size(), 2U);
}

TEST_F(WalkRoute, NamesAStopByTheMiddleOfItsStreet)
{
    wish.nearby = {{TinyMap::at(130, 3), 1}};
    auto const walk = plan_route(network, wish);
    ASSERT_EQ(stops_of(walk), std::vector<std::string>{"Row 0"});
    EXPECT_LT(distance(walk.stops[0].point, TinyMap::at(100, 0)).value, 2);
}

TEST_F(WalkRoute, LeavesWhatIsOutOfReachForARound)
{
    wish.length = 15min;
    wish.nearby = {{TinyMap::at(0, 0), 9}, {TinyMap::at(9000, 9000), 9}};
    auto const walk = plan_route(network, wish);
    expect_a_round_within(walk, 15min);
    EXPECT_GE(walk.stops.size(), 1U);
}

TEST_F(WalkRoute, KeepsToThePlacesThatWereNamed)
{
    wish.places = {{"The park", TinyMap::at(800, 400)}};
    wish.nearby = {{TinyMap::at(100, 0), 9}};
    EXPECT_EQ(stops_of(plan_route(network, wish)), std::vector<std::string>{"The park"});
}

TEST_F(WalkRoute, WalksAUsualWayInItsOrder)
{
    wish.places = {
        {"Far", TinyMap::at(800, 400)},
        {"Other side", TinyMap::at(0, 400)},
        {"Near", TinyMap::at(600, 400)}};
    auto const quickest = plan_route(network, wish);
    wish.in_order = {0, 1, 2};
    auto const usual = plan_route(network, wish);
    EXPECT_EQ(stops_of(usual), (std::vector<std::string>{"Far", "Other side", "Near"}));
    EXPECT_GT(usual.metres, quickest.metres);
    expect_a_round_within(usual, 60min);
}

TEST_F(WalkRoute, HasNoLineWhereThereIsNoStreet)
{
    wish.meeting.point = TinyMap::at(9000, 9000);
    auto const walk = plan_route(network, wish);
    EXPECT_TRUE(walk.line.empty());
    EXPECT_EQ(walk.meeting, wish.meeting);
}

TEST_F(WalkRoute, AvoidsStepsWhereAsked)
{
    auto const hill = TinyMap{}
                          .node(1, 0, 0)
                          .node(2, 200, 0)
                          .node(3, 0, 200)
                          .way(1, {1, 2}, {{"highway", "residential"}, {"name", "Level Road"}})
                          .way(2, {1, 3}, {{"highway", "steps"}, {"name", "The Steps"}})
                          .network();
    wish.meeting = {"Below", TinyMap::at(10, 0)};
    wish.step_free = true;
    for (auto const& stop : stops_of(plan_route(hill, wish))) {
        EXPECT_EQ(stop, "Level Road");
    }
}

} // namespace
} // namespace wt::app
