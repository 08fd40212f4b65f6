#include "base/refusal.hpp"
#include "store/db.hpp"
#include "store/migrations.hpp"
#include "store/sql.hpp"
#include "support/test_db.hpp"

#include <gtest/gtest.h>

namespace wt::store {
namespace {

class DbTest : public OnBothDatabases
{
};
WT_ON_BOTH_DATABASES(DbTest);

void insert_setting(Transaction& tx, std::string_view name, std::string_view value)
{
    execute(tx, "INSERT INTO force_setting (name, value) VALUES (:name, :value)", name, value);
}

TEST_P(DbTest, WhatIsNotCommittedIsGone)
{
    {
        Transaction tx{test.db()};
        insert_setting(tx, "kept", "no");
    }
    Reading reading{test.db()};
    EXPECT_EQ(find_value<std::int64_t>(reading, "SELECT count(*) FROM force_setting"), 0);
}

TEST_P(DbTest, WhatIsCommittedOutlivesTheConnections)
{
    {
        Transaction tx{test.db()};
        insert_setting(tx, "zone", "Europe/London");
        tx.commit();
    }
    test.reopen();
    Reading reading{test.db()};
    EXPECT_EQ(
        find_value<std::string>(reading, "SELECT value FROM force_setting WHERE name = 'zone'"),
        "Europe/London");
}

TEST_P(DbTest, KeepsSixtyFourBitsNullsAndEveryScript)
{
    std::int64_t const large = (std::int64_t{1} << 62) + 3;
    Reading reading{test.db()};
    auto const row = find_row<std::int64_t, std::optional<std::string>, std::string>(
        reading,
        "SELECT CAST(:large AS BIGINT), CAST(:nothing AS TEXT), CAST(:words AS TEXT)",
        large,
        std::optional<std::string>{},
        "Łódź 🌙 '; --");
    ASSERT_TRUE(row);
    EXPECT_EQ(*row, std::tuple(large, std::optional<std::string>{}, "Łódź 🌙 '; --"));
}

TEST_P(DbTest, ReadsTheSameTextAsOtherTypes)
{
    Reading reading{test.db()};
    auto const* const text = "SELECT '12' AS number WHERE CAST(:one AS BIGINT) = 1";
    EXPECT_EQ(find_value<std::string>(reading, text, 1), "12");
    EXPECT_EQ(find_value<std::optional<std::string>>(reading, text, 1), std::optional{"12"});
    auto const* const day = "SELECT CAST(20789 AS BIGINT) AS day";
    EXPECT_EQ(find_value<std::int64_t>(reading, day), 20789);
    EXPECT_EQ(find_value<Day>(reading, day), (Day{std::chrono::year{2026} / 12 / 2}));
    EXPECT_EQ(find_value<std::string>(reading, day), "20789");
    EXPECT_EQ(find_value<std::int64_t>(reading, day), 20789);
}

TEST_P(DbTest, GoesOnAfterTheServerHasEndedItsConnections)
{
    if (test.db().dialect() == Dialect::sqlite) {
        GTEST_SKIP() << "SQLite has no server";
    }
    Db other{test.url(), 1};
    {
        Reading reading{other};
        find_value<std::int64_t>(reading, "SELECT count(*) FROM force_setting");
    }
    {
        Transaction tx{test.db()};
        find_value<std::int64_t>(
            tx,
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
    Transaction tx{other};
    insert_setting(tx, "zone", "Europe/London");
    tx.commit();
    Reading reading{other};
    EXPECT_EQ(find_value<std::int64_t>(reading, "SELECT count(*) FROM force_setting"), 1);
}

TEST_P(DbTest, MigratingTwiceChangesNothing)
{
    EXPECT_TRUE(migrate(test.db(), Instant{}).empty());
    EXPECT_NO_THROW(require_newest_schema(test.db()));
}

TEST_P(DbTest, RefusesADatabaseWhoseMigrationWasEdited)
{
    Transaction tx{test.db()};
    execute(tx, "UPDATE schema_migration SET digest = 'other' WHERE name = '0001_force.sql'");
    tx.commit();
    EXPECT_THROW(migrate(test.db(), Instant{}), Refusal);
}

TEST_P(DbTest, RowsOfTheAuditAreNeverChanged)
{
    Transaction tx{test.db()};
    execute(
        tx,
        "INSERT INTO audit (at, actor_kind, actor_id, action, subject_kind, subject_id, reason) "
        "VALUES (1, 'staff', 1, 'look', 'request', 1, 'planning')");
    EXPECT_THROW(execute(tx, "UPDATE audit SET actor_id = 2"), std::exception);
}

TEST_P(DbTest, AViolatedDeferredConstraintStopsTheCommit)
{
    Transaction tx{test.db()};
    execute(tx, "INSERT INTO bcu (id, code, name) VALUES (1, 'c', 'Central')");
    execute(tx, "INSERT INTO ward (id, code, name, bcu_id, area) VALUES (1, 'w', 'Ward', 1, '{}')");
    execute(
        tx,
        "INSERT INTO walk (id, bcu_id, ward_id, starts_at, ends_at, state, first_seat, "
        "second_seat, created_at) VALUES (1, 1, 1, 0, 1, 'confirmed', 1, 2, 0)");
    EXPECT_THROW(tx.commit(), std::exception);
}

TEST(DialectOf, RefusesWhatIsNoDatabase)
{
    EXPECT_EQ(dialect_of("sqlite:walktalk.db"), Dialect::sqlite);
    EXPECT_EQ(dialect_of("postgresql://localhost/wt"), Dialect::postgresql);
    EXPECT_THROW(static_cast<void>(dialect_of("mysql://localhost")), Refusal);
    EXPECT_THROW(static_cast<void>(dialect_of("sqlite:")), Refusal);
}

TEST(ListTables, NamesATableBeforeThoseThatReferToIt)
{
    auto const& tables = list_tables();
    auto const place = [&](std::string_view name) {
        return std::find(tables.begin(), tables.end(), name) - tables.begin();
    };
    EXPECT_LT(place("bcu"), place("ward"));
    EXPECT_LT(place("participant"), place("request"));
    EXPECT_LT(place("walk"), static_cast<std::ptrdiff_t>(tables.size()));
}

} // namespace
} // namespace wt::store
