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

TEST(Where, ParksAndStationsAreFoundByTheNamesThatWereImported)
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
