#include "store/sql.hpp"
#include "support/test_db.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace wt::store {
namespace {

constexpr int kThreads = 8;
constexpr int kEach = 30;

class GroupCommitTest : public OnBothDatabases
{
protected:
    static void put(Transaction& tx, std::string const& name)
    {
        execute(tx, "INSERT INTO force_setting (name, value) VALUES (:name, 'x')", name);
    }

    std::set<std::string> names()
    {
        Reading reading{test.db()};
        std::set<std::string> names;
        for (auto const& [name] :
             list_rows<std::string>(reading, "SELECT name FROM force_setting")) {
            names.insert(name);
        }
        return names;
    }

    /// `work(thread, number)` by many threads at once.
    template <class Work>
    static void race(Work const& work)
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&work, thread] {
                for (int number = 0; number < kEach; ++number) {
                    work(thread, number);
                }
            });
        }
    }
};
WT_ON_BOTH_DATABASES(GroupCommitTest);

TEST_P(GroupCommitTest, KeepsWhatIsCommittedAndUndoesTheRestAlone)
{
    race([&](int thread, int number) {
        Transaction tx{test.db()};
        bool const is_kept = (thread + number) % 3 != 0;
        put(tx, fmt::format("{} {} {}", is_kept ? "kept" : "undone", thread, number));
        if (is_kept) {
            tx.commit();
        }
    });

    std::set<std::string> expected;
    for (int thread = 0; thread < kThreads; ++thread) {
        for (int number = 0; number < kEach; ++number) {
            if ((thread + number) % 3 != 0) {
                expected.insert(fmt::format("kept {} {}", thread, number));
            }
        }
    }
    EXPECT_EQ(names(), expected);
}

TEST_P(GroupCommitTest, WhoBreaksADeferredConstraintFailsAlone)
{
    {
        Transaction tx{test.db()};
        execute(tx, "INSERT INTO bcu (id, code, name) VALUES (1, 'c', 'Central')");
        execute(
            tx, "INSERT INTO ward (id, code, name, bcu_id, area) VALUES (1, 'w', 'W', 1, '{}')");
        tx.commit();
    }
    std::atomic<int> failed = 0;
    race([&](int thread, int number) {
        Transaction tx{test.db()};
        put(tx, fmt::format("{} {}", thread, number));
        bool const is_broken = number % 5 == 0;
        if (is_broken) {
            // The seat is checked at the commit: nobody sits there.
            execute(
                tx,
                "INSERT INTO walk (id, bcu_id, ward_id, starts_at, ends_at, state, first_seat, "
                "second_seat, created_at) VALUES (:id, 1, 1, 0, 1, 'confirmed', 1, 2, 0)",
                thread * 1000 + number);
        }
        try {
            tx.commit();
            EXPECT_FALSE(is_broken);
        } catch (std::exception const&) {
            EXPECT_TRUE(is_broken);
            ++failed;
        }
    });
    EXPECT_EQ(failed, kThreads * kEach / 5);
    EXPECT_EQ(names().size(), static_cast<std::size_t>(kThreads * kEach * 4 / 5));
}

TEST_P(GroupCommitTest, AFailedStatementFailsItsOwnTransactionAlone)
{
    race([&](int thread, int number) {
        try {
            Transaction tx{test.db()};
            put(tx, fmt::format("of all {}", number)); // the second to say so is refused
            put(tx, fmt::format("{} {}", thread, number));
            tx.commit();
        } catch (std::exception const&) {
            Transaction tx{test.db()};
            put(tx, fmt::format("late {} {}", thread, number));
            tx.commit();
        }
    });
    EXPECT_EQ(names().size(), static_cast<std::size_t>(kEach + kThreads * kEach));
}

TEST_P(GroupCommitTest, WhatAWriterHasCommittedOthersSeeAtOnce)
{
    race([&](int thread, int number) {
        auto const name = fmt::format("{} {}", thread, number);
        {
            Transaction tx{test.db()};
            put(tx, name);
            tx.commit();
        }
        Reading reading{test.db()};
        EXPECT_EQ(
            find_value<std::string>(
                reading, "SELECT value FROM force_setting WHERE name = :name", name),
            "x");
    });
}

/// As a disk would be: the database may not grow by more than `pages`.
void allow_pages(Db& db, std::int64_t pages)
{
    Transaction tx{db};
    auto const now = find_value<std::int64_t>(tx, "PRAGMA page_count").value();
    execute(tx, fmt::format("PRAGMA max_page_count = {}", now + pages));
    tx.commit();
}

TEST(GroupCommitOnAFullDisk, LosesNothingThatWasAcknowledgedAndGoesOnWhenThereIsSpace)
{
    TestDb test{Dialect::sqlite};
    std::mutex mutex;
    std::set<std::string> acknowledged;
    int refused = 0;
    auto const put_some = [&](int thread) {
        for (int number = 0; number < kEach; ++number) {
            auto const name = fmt::format("{} {} {}", thread, number, std::string(500, 'x'));
            bool is_there = true;
            try {
                Transaction tx{test.db()};
                execute(tx, "INSERT INTO force_setting (name, value) VALUES (:name, 'x')", name);
                tx.commit();
            } catch (std::exception const&) {
                is_there = false;
            }
            std::scoped_lock const lock{mutex};
            refused += is_there ? 0 : 1;
            if (is_there) {
                acknowledged.insert(name);
            }
        }
    };
    allow_pages(test.db(), 12);
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back(put_some, thread);
        }
    }
    EXPECT_GT(refused, 0);
    EXPECT_FALSE(acknowledged.empty());

    allow_pages(test.db(), 1000);
    auto const refused_before = refused;
    put_some(kThreads);
    EXPECT_EQ(refused, refused_before);
    std::set<std::string> there;
    Reading reading{test.db()};
    for (auto const& [name] : list_rows<std::string>(reading, "SELECT name FROM force_setting")) {
        there.insert(name);
    }
    EXPECT_EQ(there, acknowledged);
}

} // namespace
} // namespace wt::store
