#include "store/audit.hpp"
#include "store/sql.hpp"
#include "support/test_db.hpp"

#include <gtest/gtest.h>

namespace wt::store {
namespace {

class AuditTest : public OnBothDatabases
{
protected:
    void given_rows(std::int64_t count)
    {
        Transaction tx{test.db()};
        for (std::int64_t i = 0; i < count; ++i) {
            insert_audit(
                tx,
                {.at = Instant{},
                 .actor_kind = "desk",
                 .actor_id = 1,
                 .action = "see_request",
                 .subject_kind = "request",
                 .subject_id = i,
                 .reason = "planning"});
        }
        tx.commit();
    }

    void given_row_with_id(std::int64_t id)
    {
        Transaction tx{test.db()};
        execute(
            tx,
            "INSERT INTO audit (id, at, actor_kind, actor_id, action, subject_kind, subject_id, "
            "reason) VALUES (:id, 1, 'desk', 1, 'see_request', 'request', 1, 'planning')",
            id);
        tx.commit();
    }

    /// What someone with the database, but without the key, could do.
    void tamper(std::string const& statement)
    {
        Transaction tx{test.db()};
        if (tx.dialect() == Dialect::postgresql) {
            execute(tx, "ALTER TABLE audit DISABLE TRIGGER ALL");
        } else {
            execute(tx, "DROP TRIGGER audit_no_UPDATE");
        }
        execute(tx, statement);
        tx.commit();
    }

    SecretKey key = SecretKey::make_random();
};
WT_ON_BOTH_DATABASES(AuditTest);

TEST_P(AuditTest, CountsWhatIsNotSealedYet)
{
    given_rows(3);
    EXPECT_EQ(seal_audit(test.db(), key), 3);
    given_rows(2);

    auto const check = check_audit(test.db(), key);
    EXPECT_EQ(check.sealed, 3);
    EXPECT_EQ(check.unsealed, 2);
    EXPECT_FALSE(check.first_broken);
}

TEST_P(AuditTest, SealingGoesOnWhereItStopped)
{
    given_rows(2);
    seal_audit(test.db(), key);
    given_rows(2);
    seal_audit(test.db(), key);

    EXPECT_EQ(seal_audit(test.db(), key), 0);
    EXPECT_FALSE(check_audit(test.db(), key).first_broken);
}

TEST_P(AuditTest, ALongAuditIsSealedInPortions)
{
    given_rows(kSealedAtOnce + 1);
    EXPECT_EQ(seal_audit(test.db(), key), kSealedAtOnce);
    EXPECT_EQ(seal_audit(test.db(), key), 1);
    EXPECT_EQ(check_audit(test.db(), key).unsealed, 0);
}

TEST_P(AuditTest, ARowThatBecameVisibleLateIsSealed)
{
    given_rows(1);
    seal_audit(test.db(), key);
    given_row_with_id(-5); // as if its transaction had begun before all others
    EXPECT_EQ(seal_audit(test.db(), key), 1);
    given_row_with_id(-50'000);
    EXPECT_EQ(seal_audit(test.db(), key), 0);
    EXPECT_EQ(seal_audit(test.db(), key, Unsealed::all), 1);
    EXPECT_FALSE(check_audit(test.db(), key).first_broken);
}

TEST_P(AuditTest, NamesTheFirstRowThatWasChanged)
{
    given_rows(4);
    seal_audit(test.db(), key);
    tamper("UPDATE audit SET actor_id = 9 WHERE subject_id = 2");

    auto const check = check_audit(test.db(), key);
    ASSERT_TRUE(check.first_broken);
    Reading reading{test.db()};
    EXPECT_EQ(
        find_value<std::int64_t>(reading, "SELECT id FROM audit WHERE subject_id = 2"),
        *check.first_broken);
}

TEST_P(AuditTest, AnotherKeyFitsNoRow)
{
    given_rows(1);
    seal_audit(test.db(), key);
    EXPECT_TRUE(check_audit(test.db(), SecretKey::make_random()).first_broken);
}

} // namespace
} // namespace wt::store
