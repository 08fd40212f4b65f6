#include "streets/tags.hpp"

#include <gtest/gtest.h>

namespace wt::streets {
namespace {

bool may_walk(Tags const& tags)
{
    return find_walk_traits(tags).has_value();
}

TEST(WalkTraits, OrdinaryStreetsAndPathsAreOpen)
{
    for (auto const* highway :
         {"residential",
          "primary_link",
          "footway",
          "path",
          "steps",
          "cycleway",
          "road",
          "platform"}) {
        EXPECT_TRUE(may_walk({{"highway", highway}})) << highway;
    }
}

TEST(WalkTraits, FastRoadsAndBuildingSitesNeedAnExplicitFoot)
{
    for (auto const* highway : {"motorway", "motorway_link", "trunk", "construction", "busway"}) {
        EXPECT_FALSE(may_walk({{"highway", highway}})) << highway;
        EXPECT_TRUE(may_walk({{"highway", highway}, {"foot", "yes"}})) << highway;
    }
    EXPECT_TRUE(may_walk({{"highway", "trunk"}, {"sidewalk", "both"}}));
    EXPECT_TRUE(may_walk({{"highway", "trunk"}, {"sidewalk:left", "yes"}}));
    EXPECT_FALSE(may_walk({{"highway", "trunk"}, {"sidewalk", "no"}}));
    EXPECT_FALSE(may_walk({{"highway", "primary"}, {"motorroad", "yes"}}));
}

TEST(WalkTraits, AMainRoadThroughTownIsWalked)
{
    EXPECT_TRUE(may_walk({{"highway", "trunk"}, {"maxspeed", "30 mph"}}));
    EXPECT_TRUE(may_walk({{"highway", "trunk_link"}, {"maxspeed", "50"}}));
    EXPECT_FALSE(may_walk({{"highway", "trunk"}, {"maxspeed", "50 mph"}}));
    EXPECT_FALSE(may_walk({{"highway", "trunk"}, {"maxspeed", "70"}}));
    EXPECT_FALSE(may_walk({{"highway", "trunk"}, {"maxspeed", "30 mph"}, {"tunnel", "yes"}}));
    EXPECT_FALSE(may_walk({{"highway", "trunk"}, {"maxspeed", "30 mph"}, {"foot", "no"}}));
    EXPECT_FALSE(may_walk({{"highway", "trunk"}, {"maxspeed", "50"}, {"motorroad", "yes"}}));
    EXPECT_FALSE(may_walk({{"highway", "motorway"}, {"maxspeed", "30 mph"}}));
}

TEST(WalkTraits, WhatIsNoStreetIsNotWalked)
{
    EXPECT_FALSE(may_walk({}));
    EXPECT_FALSE(may_walk({{"highway", "proposed"}}));
    EXPECT_FALSE(may_walk({{"highway", "corridor"}}));
    EXPECT_FALSE(may_walk({{"railway", "rail"}}));
}

TEST(WalkTraits, FootOutranksAccess)
{
    EXPECT_FALSE(may_walk({{"highway", "service"}, {"access", "private"}}));
    EXPECT_FALSE(may_walk({{"highway", "service"}, {"access", "customers"}}));
    EXPECT_TRUE(may_walk({{"highway", "service"}, {"access", "private"}, {"foot", "yes"}}));
    EXPECT_TRUE(may_walk({{"highway", "service"}, {"access", "no"}, {"foot", "permissive"}}));
    EXPECT_FALSE(may_walk({{"highway", "cycleway"}, {"foot", "no"}}));
    EXPECT_FALSE(may_walk({{"highway", "secondary"}, {"foot", "use_sidepath"}}));
    EXPECT_TRUE(may_walk({{"highway", "residential"}, {"access", "destination"}}));
}

TEST(WalkTraits, OneWaysDoNotBindWhoWalks)
{
    EXPECT_EQ(
        find_walk_traits({{"highway", "residential"}, {"oneway", "yes"}}),
        find_walk_traits({{"highway", "residential"}}));
}

TEST(WalkTraits, TellsStepsCrossingsAreasSurfaceAndLight)
{
    auto const steps = find_walk_traits({{"highway", "steps"}, {"lit", "yes"}});
    EXPECT_FALSE(steps->is_step_free);
    EXPECT_EQ(steps->light, Light::lit);
    auto const crossing = find_walk_traits({{"highway", "footway"}, {"footway", "crossing"}});
    EXPECT_EQ(crossing->street_class, StreetClass::crossing);
    auto const square = find_walk_traits(
        {{"highway", "pedestrian"}, {"area", "yes"}, {"surface", "sett"}, {"lit", "no"}});
    EXPECT_TRUE(square->is_area);
    EXPECT_EQ(square->surface, Surface::cobbled);
    EXPECT_EQ(square->light, Light::unlit);
    EXPECT_EQ(find_walk_traits({{"highway", "path"}, {"lit", "limited"}})->light, Light::unknown);
    EXPECT_FALSE(find_walk_traits({{"highway", "path"}, {"wheelchair", "no"}})->is_step_free);
}

TEST(BarrierOf, GatesBlockWhenLockedOrClosedToThePublic)
{
    EXPECT_EQ(barrier_of({{"barrier", "gate"}}), Barrier::none);
    EXPECT_EQ(barrier_of({{"barrier", "gate"}, {"access", "private"}}), Barrier::blocked);
    EXPECT_EQ(barrier_of({{"barrier", "gate"}, {"access", "no"}}), Barrier::blocked);
    EXPECT_EQ(barrier_of({{"barrier", "gate"}, {"locked", "yes"}}), Barrier::blocked);
    EXPECT_EQ(
        barrier_of({{"barrier", "gate"}, {"access", "private"}, {"foot", "yes"}}), Barrier::none);
    EXPECT_EQ(barrier_of({{"barrier", "bollard"}}), Barrier::none);
    EXPECT_EQ(barrier_of({{"barrier", "wall"}}), Barrier::blocked);
    EXPECT_EQ(barrier_of({{"access", "private"}}), Barrier::none);
}

TEST(BarrierOf, StilesAndTurnstilesAreNotStepFree)
{
    EXPECT_EQ(barrier_of({{"barrier", "stile"}}), Barrier::not_step_free);
    EXPECT_EQ(barrier_of({{"barrier", "kissing_gate"}}), Barrier::not_step_free);
    EXPECT_EQ(barrier_of({{"barrier", "stile"}, {"foot", "no"}}), Barrier::blocked);
}

} // namespace
} // namespace wt::streets
