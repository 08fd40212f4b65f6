#include "app/demo_outbox.hpp"
#include "app/demo_sign_in.hpp"
#include "app/outbox.hpp"
#include "app/settings.hpp"
#include "app/sign_in.hpp"
#include "app/staff.hpp"
#include "base/refusal.hpp"
#include "store/audit.hpp"
#include "support/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace wt::app {
namespace {

constexpr Person kAdministrator{.role = Role::administrator, .id = 1};

class Demonstration : public AppOnBothDatabases
{
protected:
    void given_demonstration()
    {
        change_setting(test.app(), kAdministrator, "demonstration", "true", "");
        test.app().reload();
    }
    StaffId given_staff(std::string const& name, Role role)
    {
        return add_staff(
                   test.app(),
                   kAdministrator,
                   {.sign_in_name = name,
                    .name = name,
                    .role = role,
                    .bcu = {},
                    .collar_number = {}})
            .staff;
    }
    template <class Act>
    bool is_not_found(Act const& act)
    {
        try {
            act();
        } catch (Refusal const& refusal) {
            return refusal.kind() == Refusal::not_found;
        }
        return false;
    }
};
WT_ON_BOTH_DATABASES(Demonstration);

TEST_P(Demonstration, IsNowhereUnlessTheForceHasSwitchedItOn)
{
    auto const olive = given_staff("olive", Role::oversight);
    EXPECT_TRUE(is_not_found([&] { list_demo_staff(test.app()); }));
    EXPECT_TRUE(is_not_found([&] { demo_sign_in(test.app(), olive); }));
    EXPECT_TRUE(is_not_found([&] { list_demo_mails(test.app()); }));
}

TEST_P(Demonstration, SignsInWithoutAPasswordAndLeavesAnAuditRow)
{
    auto const olive = given_staff("olive", Role::oversight);
    given_demonstration();
    auto const token = demo_sign_in(test.app(), olive);
    auto const person = find_person_by_session(test.app(), token);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->role, Role::oversight);
    EXPECT_EQ(person->id, olive.value);

    store::Reading reading{test.db()};
    auto const row = store::list_audit(reading, {.action = "sign_in"}).at(0);
    EXPECT_EQ(row.actor_id, olive.value);
    EXPECT_EQ(row.reason, "demonstration");
}

TEST_P(Demonstration, ListsThoseWhoAreNotSuspendedByRoleAndName)
{
    given_staff("zoe", Role::safeguarding);
    given_staff("olive", Role::oversight);
    given_staff("amy", Role::oversight);
    auto const gone = given_staff("gone", Role::oversight);
    suspend_staff(test.app(), kAdministrator, "gone");
    given_demonstration();
    std::vector<std::string> names;
    for (auto const& staff : list_demo_staff(test.app())) {
        names.push_back(staff.name);
    }
    EXPECT_THAT(names, testing::ElementsAre("zoe", "amy", "olive"));
    EXPECT_TRUE(is_not_found([&] { demo_sign_in(test.app(), gone); }));
    EXPECT_TRUE(is_not_found([&] { demo_sign_in(test.app(), StaffId{12345}); }));
}

TEST_P(Demonstration, ShowsTheMailsThatBecameFilesNewestFirst)
{
    given_demonstration();
    EXPECT_TRUE(list_demo_mails(test.app()).empty());
    auto const channels = make_channels(test.app().installation);
    channels.email->send({"ada@example.org", "First", "Hello\n"});
    channels.email->send({"ada@example.org", "Ail", "Bore da, ŵyl\n"});
    std::ofstream{test.app().installation.data_dir / "outbox" / "9.eml"} << "no mail";

    auto const mails = list_demo_mails(test.app());
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails[0].number, "002");
    EXPECT_EQ(mails[0].mail.text, "Bore da, ŵyl\n");
    EXPECT_EQ(mails[1].mail.subject, "First");
    EXPECT_EQ(list_demo_mails(test.app(), 1).size(), 1U);
}

} // namespace
} // namespace wt::app
