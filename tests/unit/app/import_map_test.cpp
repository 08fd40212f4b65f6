#include "app/import_map.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"
#include "support/grid_town.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

constexpr Person kAdministrator{.role = Role::administrator};

class ImportMapTest : public AppOnBothDatabases
{
protected:
    void SetUp() override { given_walk_with_two_women(test); }

    app::MapImport import()
    {
        return app::import_map(test.app(), kAdministrator, kGridTown, [](double) {});
    }
};
WT_ON_BOTH_DATABASES(ImportMapTest);

TEST_P(ImportMapTest, TellsWhichConcernsLieElsewhereNow)
{
    // Streets stand 150 m apart: on one, in the middle between four, and far away.
    auto on_street = given_place(1);
    on_street.segment.midpoint = {57.6912316 + 0.0006745, 11.9535906};
    auto between = given_place(2);
    between.segment.midpoint = {57.6912316 + 0.0006745, 11.9535906 + 0.0012623};
    given_passers_by(test, 3, on_street);
    given_passers_by(test, 2, between);
    given_passers_by(test, 1, given_place(3));

    auto const concerns = import().concerns;

    EXPECT_EQ(concerns.kept, 3);
    EXPECT_EQ(concerns.moved, 2);
    EXPECT_EQ(concerns.lost, 1);
}

TEST_P(ImportMapTest, IsForAdministratorsAlone)
{
    EXPECT_THROW(app::import_map(test.app(), kOfficer, kGridTown, [](double) {}), Refusal);
    EXPECT_EQ(test.app().network(), nullptr);
}

} // namespace
} // namespace wt
