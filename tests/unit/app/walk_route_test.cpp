#include "app/walk_round.hpp"
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

TEST(WeightOf, IsMoreForMoreWomenAndWorseForLongerAndWhereNobodyHasWalked)
{
    Day const today{std::chrono::days{20'000}};
    store::RaisedPlace const place{
        .middle = {}, .people = 2, .worst = 1, .oldest = today, .is_walked = true};
    EXPECT_EQ(weight_of(place, today), 4.0);
    auto other = place;
    other.people = 3;
    EXPECT_EQ(weight_of(other, today), 6.0);
    other = place;
    other.worst = 3;
    EXPECT_EQ(weight_of(other, today), 8.0);
    other = place;
    other.is_walked = false;
    EXPECT_EQ(weight_of(other, today), 6.0);
    EXPECT_EQ(weight_of(place, today + std::chrono::days{91}), 6.0);
    EXPECT_EQ(weight_of(place, today + std::chrono::days{900}), 8.0);
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

TEST_F(WalkRoute, GoesToThePlacesThatWereNamedAndWithWhatTimeIsLeftWhereMostWasSaid)
{
    wish.places = {{"The park", TinyMap::at(800, 400)}};
    wish.nearby = {{TinyMap::at(100, 0), 90}};
    wish.length = 15min;
    EXPECT_EQ(stops_of(plan_route(network, wish)), std::vector<std::string>{"The park"});
    wish.length = 60min;
    auto const walk = plan_route(network, wish);
    expect_a_round_within(walk, 60min);
    auto const stops = stops_of(walk);
    EXPECT_TRUE(std::ranges::count(stops, "The park") == 1);
    EXPECT_TRUE(std::ranges::count(stops, "Row 0") == 1);
    EXPECT_TRUE(walk.left_out.empty());
}

TEST_F(WalkRoute, SaysWhichPlacesDidNotFitAndWhy)
{
    NamedPlace const park{"The park", TinyMap::at(800, 400)};
    NamedPlace const mill{"The mill", TinyMap::at(0, 400)};
    NamedPlace const island{"The island", TinyMap::at(9000, 9000)};
    wish.places = {park, mill, island};
    wish.length = 16min;
    auto const walk = plan_route(network, wish);
    ASSERT_EQ(walk.stops.size(), 1U);
    ASSERT_EQ(walk.left_out.size(), 2U);
    EXPECT_EQ(walk.left_out[0].place, walk.stops[0] == park ? mill : park);
    EXPECT_EQ(in_english(walk.left_out[0].why), "the time goes to the other places");
    EXPECT_EQ(walk.left_out[1].place, island);
    EXPECT_EQ(in_english(walk.left_out[1].why), "no way on foot leads there and back");
    wish.length = 3min;
    auto const shorter = plan_route(network, wish);
    ASSERT_EQ(shorter.left_out.size(), 3U);
    EXPECT_EQ(in_english(shorter.left_out[0].why), "it is too far for the time of the walk");
}

TEST_F(WalkRoute, WalksAUsualWayInItsOrder)
{
    wish.places = {
        {"Far", TinyMap::at(800, 400)},
        {"Other side", TinyMap::at(0, 400)},
        {"Near", TinyMap::at(600, 400)}};
    wish.in_order = {0, 1, 2};
    auto const usual = plan_route(network, wish);
    auto stops = stops_of(usual);
    std::erase_if(stops, [&](auto const& stop) {
        return std::ranges::none_of(wish.places, [&](auto const& it) { return it.label == stop; });
    });
    EXPECT_EQ(stops, (std::vector<std::string>{"Far", "Other side", "Near"}));
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
