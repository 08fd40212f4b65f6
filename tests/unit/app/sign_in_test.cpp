#include "app/invitation.hpp"
#include "app/second_factor.hpp"
#include "app/sign_in.hpp"
#include "app/staff.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

constexpr Person kAdministrator{.role = Role::administrator};
constexpr auto kPassword = "four unlikely words together";

class SignInTest : public AppOnBothDatabases
{
protected:
    /// The token of the link that an administrator would hand over.
    std::string given_invitation(std::string const& name = "ola")
    {
        auto const url = add_staff(
                             test.app(),
                             kAdministrator,
                             {.sign_in_name = name,
                              .name = "Ola",
                              .role = Role::oversight,
                              .bcu = {},
                              .collar_number = {}})
                             .url;
        return url.substr(url.rfind('/') + 1);
    }

    std::string given_staff(std::string const& name = "ola")
    {
        auto token = given_invitation(name);
        EXPECT_TRUE(accept_invitation(test.app(), token, {kPassword, code_of(token)}).empty());
        test.now += 5min; // past the code that was used
        return token;
    }

    /// What her authenticator shows now.
    std::string code_of(std::string const& token)
    {
        auto const& key = test.app().keys.key(store::KeyPurpose::staff);
        return second_factor_code(
            second_factor_secret(key, token), test.now.time_since_epoch() / 30s);
    }

    void fail_to_sign_in(int times)
    {
        for (int i = 0; i < times; ++i) {
            EXPECT_THROW(sign_in(test.app(), {"ola", "wrong password", "000000"}), Refusal);
        }
    }

    std::int64_t count_audit(std::string_view action, std::string_view reason)
    {
        store::Reading reading{test.db()};
        return store::find_value<std::int64_t>(
                   reading,
                   "SELECT count(*) FROM audit WHERE action = :action AND reason = :reason",
                   action,
                   reason)
            .value();
    }
};
WT_ON_BOTH_DATABASES(SignInTest);

TEST_P(SignInTest, WithPasswordAndCodeOpensASessionForTwelveHours)
{
    auto const token = given_staff();

    auto const session = sign_in(test.app(), {" OLA ", kPassword, code_of(token)});

    auto const person = find_person_by_session(test.app(), session);
    ASSERT_TRUE(person);
    EXPECT_EQ(person->role, Role::oversight);
    EXPECT_EQ(count_audit("sign_in", ""), 1);
    test.now += 12h;
    EXPECT_FALSE(find_person_by_session(test.app(), session));
}

TEST_P(SignInTest, RefusesEveryWrongTryWithTheSameSentence)
{
    auto const token = given_staff();
    auto const sentence_of = [&](Credentials const& credentials) -> std::string {
        try {
            sign_in(test.app(), credentials);
        } catch (Refusal const& refusal) {
            EXPECT_EQ(refusal.kind(), Refusal::forbidden);
            return refusal.what();
        }
        return "let in";
    };

    auto const wrong_name = sentence_of({"nobody", kPassword, code_of(token)});
    EXPECT_EQ(sentence_of({"ola", "wrong", code_of(token)}), wrong_name);
    EXPECT_EQ(sentence_of({"ola", kPassword, "000000"}), wrong_name);
    EXPECT_EQ(sentence_of({"ola\xFF", kPassword, "000000"}), wrong_name);
    EXPECT_EQ(count_audit("sign_in", "refused"), 4);
}

TEST_P(SignInTest, UsesACodeOnce)
{
    auto const token = given_staff();
    auto const code = code_of(token);
    sign_in(test.app(), {"ola", kPassword, code});

    EXPECT_THROW(sign_in(test.app(), {"ola", kPassword, code}), Refusal);
}

TEST_P(SignInTest, OfTwoAtOnceWithOneCodeOneGetsIn)
{
    auto const token = given_staff();
    auto const code = code_of(token);
    std::atomic<int> let_in = 0;
    auto const attempt = [&] {
        try {
            sign_in(test.app(), {"ola", kPassword, code});
            ++let_in;
        } catch (Refusal const&) {
        }
    };
    std::thread other{attempt};
    attempt();
    other.join();

    EXPECT_EQ(let_in, 1);
}

TEST_P(SignInTest, LocksTheNameAfterTwentyFailuresAndForgetsThemWithTheLock)
{
    auto const token = given_staff();
    fail_to_sign_in(20);

    EXPECT_THROW(sign_in(test.app(), {"ola", kPassword, code_of(token)}), Refusal);
    test.now += 15min;
    fail_to_sign_in(1);
    EXPECT_NO_THROW(sign_in(test.app(), {"ola", kPassword, code_of(token)}));
}

TEST_P(SignInTest, ForgetsFailuresOnceSheIsIn)
{
    auto const token = given_staff();
    fail_to_sign_in(19);
    sign_in(test.app(), {"ola", kPassword, code_of(token)});
    fail_to_sign_in(19);
    test.now += 1min;

    EXPECT_NO_THROW(sign_in(test.app(), {"ola", kPassword, code_of(token)}));
}

TEST_P(SignInTest, SigningOutEndsTheSession)
{
    auto const token = given_staff();
    auto const session = sign_in(test.app(), {"ola", kPassword, code_of(token)});

    sign_out(test.app(), session);

    EXPECT_FALSE(find_person_by_session(test.app(), session));
    EXPECT_EQ(count_audit("sign_out", ""), 1);
    EXPECT_NO_THROW(sign_out(test.app(), session));
}

TEST_P(SignInTest, SuspensionEndsSessionsAndKeepsHerOut)
{
    auto const token = given_staff();
    auto const session = sign_in(test.app(), {"ola", kPassword, code_of(token)});
    test.now += 1min;

    suspend_staff(test.app(), kAdministrator, "ola");

    EXPECT_FALSE(find_person_by_session(test.app(), session));
    EXPECT_THROW(sign_in(test.app(), {"ola", kPassword, code_of(token)}), Refusal);
    EXPECT_THROW(reset_staff(test.app(), kAdministrator, "ola"), Refusal);
    suspend_staff(test.app(), kAdministrator, "ola", false);
    EXPECT_NO_THROW(sign_in(test.app(), {"ola", kPassword, code_of(token)}));
}

TEST_P(SignInTest, ResettingTakesPasswordAndSessionsAway)
{
    auto const token = given_staff();
    auto const session = sign_in(test.app(), {"ola", kPassword, code_of(token)});
    test.now += 1min;

    reset_staff(test.app(), kAdministrator, "Ola");

    EXPECT_FALSE(find_person_by_session(test.app(), session));
    EXPECT_THROW(sign_in(test.app(), {"ola", kPassword, code_of(token)}), Refusal);
}

TEST_P(SignInTest, StoresNeitherTokenNorSecretAsItIs)
{
    auto const token = given_staff();
    auto const session = sign_in(test.app(), {"ola", kPassword, code_of(token)});

    store::Reading reading{test.db()};
    EXPECT_EQ(
        store::find_value<std::int64_t>(
            reading, "SELECT count(*) FROM staff_session WHERE token_hash = :token", session),
        0);
    auto const staff = store::find_staff_by_name(reading, "ola").value();
    EXPECT_EQ(staff.password_hash.find(kPassword), std::string::npos);
    EXPECT_TRUE(staff.password_hash.starts_with("$argon2id$"));
    EXPECT_EQ(open(test.app().keys.key(store::KeyPurpose::staff), staff.totp_secret)->size(), 20U);
}

using InvitationTest = SignInTest;
WT_ON_BOTH_DATABASES(InvitationTest);

TEST_P(InvitationTest, ShowsTheSameSecretEachTimeAndChangesNothing)
{
    auto const token = given_invitation();
    auto const first = find_invitation(test.app(), token);
    ASSERT_TRUE(first);
    EXPECT_EQ(find_invitation(test.app(), token)->secret, first->secret);
    EXPECT_TRUE(first->uri.starts_with("otpauth://totp/Demonstration%20Police:ola?secret="));
}

TEST_P(InvitationTest, IsUsedOnceAndWithinTwoDays)
{
    auto const used = given_staff();
    EXPECT_FALSE(find_invitation(test.app(), used));
    EXPECT_THROW(accept_invitation(test.app(), used, {kPassword, code_of(used)}), Refusal);

    auto const late = given_invitation("late");
    test.now += 48h;
    EXPECT_FALSE(find_invitation(test.app(), late));
    EXPECT_THROW(accept_invitation(test.app(), late, {kPassword, code_of(late)}), Refusal);
}

TEST_P(InvitationTest, SaysAllThatIsWrongAtOnce)
{
    auto const token = given_invitation();

    auto const errors = accept_invitation(test.app(), token, {"short", "12345"});

    EXPECT_NE(errors.find("password"), nullptr);
    EXPECT_NE(errors.find("code"), nullptr);
    EXPECT_TRUE(find_invitation(test.app(), token));
}

TEST_P(InvitationTest, RefusesPasswordsThatEverybodyTries)
{
    auto const token = given_invitation("margaret");
    for (auto const* const weak :
         {"Password1234!", "aaaaaaaaaaaa", "123456789012", "xyzxyzxyzxyz", "margaret rocks"}) {
        auto const errors = accept_invitation(test.app(), token, {weak, code_of(token)});
        EXPECT_NE(errors.find("password"), nullptr) << weak;
    }
}

TEST_P(InvitationTest, ANewOneReplacesTheOld)
{
    auto const old = given_invitation();
    reset_staff(test.app(), kAdministrator, "ola");
    EXPECT_FALSE(find_invitation(test.app(), old));
}

using StaffTest = SignInTest;
WT_ON_BOTH_DATABASES(StaffTest);

TEST_P(StaffTest, OnlyAnAdministratorAdds)
{
    EXPECT_THROW(
        add_staff(
            test.app(),
            {.role = Role::desk, .id = 3},
            {.sign_in_name = "eve",
             .name = "Eve",
             .role = Role::administrator,
             .bcu = {},
             .collar_number = {}}),
        Refusal);
}

TEST_P(StaffTest, RefusesANameThatIsTaken)
{
    given_invitation("ola");
    EXPECT_THROW(given_invitation("OLA"), Refusal);
}

TEST_P(StaffTest, RefusesADeskWithoutUnitAndAnOfficerWithoutNumber)
{
    for (auto const role : {Role::desk, Role::officer, Role::participant}) {
        EXPECT_THROW(
            add_staff(
                test.app(),
                kAdministrator,
                {.sign_in_name = "new",
                 .name = "New",
                 .role = role,
                 .bcu = {},
                 .collar_number = {}}),
            Refusal);
    }
    EXPECT_TRUE(list_staff(test.app(), kAdministrator).empty());
}

} // namespace
} // namespace wt::app
