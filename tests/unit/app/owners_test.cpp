#include "app/concerns.hpp"
#include "app/owners.hpp"
#include "base/refusal.hpp"
#include "store/staff.hpp"
#include "support/given_concerns.hpp"
#include "support/given_staff.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

constexpr Person kAdministrator{.role = Role::administrator, .id = 70};
constexpr Person kColleague{.role = Role::desk, .id = 65, .bcu = kSouth};

/// A desk of two, and a rule of the force where a test sets one.
class OwnersTest : public AppOnBothDatabases
{
protected:
    OwnersTest()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        given_session(test, kColleague);
    }

    void route(RouteText const& rule) { set_route(test.app(), kAdministrator, rule); }
    std::optional<StaffId> owner_of(ConcernId id)
    {
        return open_concern(test.app(), kSouthDesk, id).concern.concern.owner;
    }
    std::size_t count(OwnerChoice owner, Person const& person = kSouthDesk)
    {
        return list_concerns(test.app(), person, {.bcu = kSouth, .owner = owner}).concerns.size();
    }
};
WT_ON_BOTH_DATABASES(OwnersTest);

TEST_P(OwnersTest, TheRuleThatSaysMostDecides)
{
    EXPECT_FALSE(owner_of(given_concern_of_ana(test, "before-any-rule")));
    route({.bcu = "S", .staff = "south"});
    EXPECT_EQ(owner_of(given_concern_of_ana(test, "of-the-unit")), StaffId{41});
    route({.bcu = "S", .category = "lighting", .staff = "staff-65"});
    EXPECT_EQ(owner_of(given_concern_of_ana(test, "of-the-category")), StaffId{65});
    route({.bcu = "S", .ward = "W1", .staff = "south"});
    EXPECT_EQ(owner_of(given_concern_of_ana(test, "of-the-ward")), StaffId{41});
    route({.bcu = "S", .ward = "W1", .category = "lighting", .staff = "staff-65"});
    EXPECT_EQ(owner_of(given_concern_of_ana(test, "of-ward-and-category")), StaffId{65});
    route({.bcu = "S", .ward = "W1", .category = "lighting", .staff = "nobody"});
    EXPECT_EQ(owner_of(given_concern_of_ana(test, "of-the-ward-again")), StaffId{41});
    EXPECT_EQ(list_routes(test.app(), kAdministrator).size(), 3U);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'manage_staff'"), 5);
}

TEST_P(OwnersTest, ARuleNamesSomebodyOfThatDesk)
{
    for (auto const& rule : {
             RouteText{.bcu = "X", .staff = "south"},
             RouteText{.bcu = "S", .ward = "W3", .staff = "south"},
             RouteText{.bcu = "S", .category = "weather", .staff = "south"},
             RouteText{.bcu = "S", .staff = "north"},
             RouteText{.bcu = "S", .staff = "nobody"},
         }) {
        EXPECT_THROW(route(rule), Refusal) << rule.bcu << rule.ward << rule.category << rule.staff;
    }
    EXPECT_THROW(set_route(test.app(), kSouthDesk, {.bcu = "S", .staff = "south"}), Refusal);
    EXPECT_EQ(count_rows(test, "route"), 0);
}

TEST_P(OwnersTest, AConcernIsHandedToAColleague)
{
    auto const concern = given_concern_of_ana(test);
    EXPECT_EQ(count(OwnerChoice::nobodys), 1U);
    hand_over_concern(test.app(), kSouthDesk, concern, 1, StaffId{65});
    EXPECT_EQ(owner_of(concern), StaffId{65});
    EXPECT_EQ(count(OwnerChoice::nobodys), 0U);
    EXPECT_EQ(count(OwnerChoice::mine), 0U);
    EXPECT_EQ(count(OwnerChoice::mine, kColleague), 1U);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'hand_over_concern'"), 2);
    auto const owners = list_owners(test.app(), kSouthDesk, concern);
    EXPECT_EQ(owners.owner.value().name, "Staff 65");
    EXPECT_EQ(owners.others.at(0).name, "South");
    hand_over_concern(test.app(), kColleague, concern, 2, std::nullopt);
    EXPECT_FALSE(owner_of(concern));
}

TEST_P(OwnersTest, WhoIsOnCallComesFirstUntilItIsOver)
{
    using namespace std::chrono_literals;
    auto const concern = given_concern_of_ana(test, "of-nobody");
    auto const first = [&] { return list_owners(test.app(), kSouthDesk, concern).others.at(0); };
    EXPECT_EQ(first().id, StaffId{41}) << "by name";
    go_on_call(test.app(), kColleague, 4);
    EXPECT_EQ(first().id, StaffId{65});
    EXPECT_EQ(first().on_call_until, test.now + 4h);
    EXPECT_EQ(find_on_call(test.app(), kColleague), test.now + 4h);
    EXPECT_EQ(find_on_call(test.app(), kSouthDesk), std::nullopt);
    test.now += 4h;
    EXPECT_EQ(first().id, StaffId{41});
    go_on_call(test.app(), kColleague, 24);
    go_on_call(test.app(), kColleague, 0);
    EXPECT_EQ(find_on_call(test.app(), kColleague), std::nullopt);
    EXPECT_EQ(refusal_of([&] { go_on_call(test.app(), kColleague, 25); }), Refusal::invalid_input);
    EXPECT_EQ(refusal_of([&] { go_on_call(test.app(), kAdministrator, 4); }), Refusal::forbidden);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'go_on_call'"), 3);
}

TEST_P(OwnersTest, NotToAnotherDeskAndNotFromAnOldPage)
{
    auto const concern = given_concern_of_ana(test);
    EXPECT_THROW(hand_over_concern(test.app(), kSouthDesk, concern, 1, StaffId{42}), Refusal);
    EXPECT_THROW(hand_over_concern(test.app(), kNorthDesk, concern, 1, StaffId{42}), Refusal);
    hand_over_concern(test.app(), kSouthDesk, concern, 1, StaffId{41});
    EXPECT_THROW(hand_over_concern(test.app(), kSouthDesk, concern, 1, StaffId{65}), Refusal);
}

TEST_P(OwnersTest, WhatSomebodySuspendedHadIsNobodys)
{
    route({.bcu = "S", .staff = "staff-65"});
    auto const concern = given_concern_of_ana(test);
    EXPECT_EQ(count(OwnerChoice::nobodys), 0U);
    {
        store::Transaction tx{test.db()};
        store::suspend_staff(tx, StaffId{65}, test.now);
        tx.commit();
    }
    EXPECT_EQ(count(OwnerChoice::nobodys), 1U);
    EXPECT_FALSE(list_owners(test.app(), kSouthDesk, concern).owner);
    EXPECT_FALSE(owner_of(given_concern_of_ana(test, "while-she-is-away")));
}

} // namespace
} // namespace wt::app
