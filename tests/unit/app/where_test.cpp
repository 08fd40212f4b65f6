#include "app/places.hpp"
#include "app/where.hpp"
#include "store/places.hpp"
#include "support/given.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

TEST(Where, NobodyMeetsInTheMiddleOfAWard)
{
    TestApp test;
    given_force(test); // its ward is Camberwell
    EXPECT_TRUE(list_place_options(test.app(), "Camberwell").empty());
}

TEST(Where, AMapBringsItsParksAndStationsAndTakesThoseOfTheLastOneAway)
{
    TestApp test;
    given_force(test);
    for (auto const* const street : {"Old Road", "Albany Road"}) {
        store::Transaction tx{test.db()};
        replace_places_of_map(
            tx,
            {{.name = "Burgess Park", .street = street, .meeting = kCamberwell},
             {.name = "Oval", .street = street, .meeting = kCamberwell, .is_station = true}});
        tx.commit();
    }
    for (auto const* const text : {"oval", "Oval station"}) {
        auto const found = list_place_options(test.app(), text);
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found.front().label, "Oval (Albany Road)");
    }
    EXPECT_EQ(list_place_options(test.app(), "burgess").size(), 1U);
}

TEST(Where, NamesThatWereImportedAreFound)
{
    TestApp test;
    given_force(test);
    store::Transaction tx{test.db()};
    store::put_place(
        tx, {"Burgess Park, Albany Road gate", "burgessparkalbanyroadgate", kCamberwell});
    tx.commit();
    auto const found = list_place_options(test.app(), "burgess park");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().label, "Burgess Park, Albany Road gate");
}

} // namespace
} // namespace wt::app
