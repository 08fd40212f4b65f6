#include "app/permission.hpp"
#include "base/refusal.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

constexpr BcuId kSouth{1};
constexpr BcuId kNorth{2};
constexpr Person kDesk{.role = Role::desk, .id = 7, .bcu = kSouth};

TEST(Permission, ADeskActsInItsOwnUnitAlone)
{
    EXPECT_TRUE(may(kDesk, Action::see_queue, kSouth));
    EXPECT_FALSE(may(kDesk, Action::see_queue, kNorth));
}

TEST(Permission, OversightSeesConcernsButChangesNothing)
{
    constexpr Person kOversight{.role = Role::oversight, .id = 8};
    EXPECT_TRUE(may(kOversight, Action::see_concerns, kNorth));
    EXPECT_FALSE(may(kOversight, Action::answer_concern, kNorth));
    EXPECT_FALSE(may(kOversight, Action::see_request, kNorth));
}

TEST(Permission, NobodyButSheActsForHer)
{
    for (auto const& role : kRoles) {
        bool const is_she = role.value == Role::participant;
        EXPECT_EQ(may({.role = role.value}, Action::erase_own_data), is_she) << role.code;
        EXPECT_EQ(may({.role = role.value}, Action::give_verdict), is_she) << role.code;
    }
}

TEST(RequirePermission, RefusesAVisitor)
{
    EXPECT_THROW(require_permission(kVisitor, Action::see_audit), Refusal);
}

} // namespace
} // namespace wt::app
