#include "app/private_data.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

TEST(PrivateData, ComesBackAsItWasSealed)
{
    auto const key = SecretKey::make_random();
    PrivatePerson const person{"Ana", "ana@example.org", "token", true, "amber acorn"};
    PrivateRequest const request{
        .places = {{"Södra vägen", {57.7, 11.98}}, {"SE5 0EN", {51.47, -0.09}}},
        .free_times = {{4, 18h, 22h}, {6, 23h, 25h}},
        .in_the_light = true,
        .step_free = true,
        .language = "pl",
        .needs_language = true,
        .words = "The path \"behind\" the station\n"};
    PrivateWalk const walk{
        .meeting = {"Station", {51.47, -0.09}},
        .stops = {{"Park", {51.48, -0.08}}},
        .line = {{51.47, -0.09}, {51.48, -0.08}},
        .directions = {{"Walk along {1}, {2} m", {"Camberwell Road", "240"}}},
        .metres = 1234.5,
        .lit = 0.5,
        .unlit = 0.25,
        .unknown = 0.25,
        .safe_place = "home"};

    EXPECT_EQ(open_person(key, seal_person(key, person)), person);
    EXPECT_EQ(open_request(key, seal_request(key, request)), request);
    EXPECT_EQ(open_walk(key, seal_walk(key, walk)), walk);
}

TEST(PrivateData, DoesNotOpenWithAnotherKey)
{
    auto const sealed = seal_person(SecretKey::make_random(), {"Ana", "", "token", false});
    EXPECT_THROW(open_person(SecretKey::make_random(), sealed), std::runtime_error);
}

} // namespace
} // namespace wt::app
