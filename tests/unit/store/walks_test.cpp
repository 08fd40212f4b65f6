#include "store/sql.hpp"
#include "store/walks.hpp"
#include "support/test_db.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>

namespace wt::store {
namespace {

using namespace std::chrono_literals;

constexpr OfficerId kAmara{1};
constexpr OfficerId kBeth{2};
constexpr OfficerId kCara{3};
constexpr OfficerId kDavid{4};
constexpr Day kFriday{std::chrono::days{20'000}};
Instant const kEvening{std::chrono::sys_days{kFriday.time_since_epoch()} + 19h};

class WalksTest : public testing::TestWithParam<Dialect>
{
protected:
    void SetUp() override
    {
        Transaction tx{test.db()};
        execute(tx, "INSERT INTO bcu (id, code, name) VALUES (1, 'S', 'South')");
        execute(
            tx, "INSERT INTO ward (id, code, name, bcu_id, area) VALUES (1, 'W', 'Ward', 1, '{}')");
        for (auto const officer : {kAmara, kBeth, kCara, kDavid}) {
            execute(
                tx,
                "INSERT INTO officer (id, public_name, collar_number, sex, bcu_id, trained) "
                "VALUES (:id, 'Officer', :collar, :sex, 1, 1)",
                officer,
                std::to_string(officer.value),
                officer == kDavid ? "M" : "F");
            if (officer != kDavid) {
                execute(
                    tx, "INSERT INTO officer_duty (officer_id, day) VALUES (:id, 20000)", officer);
            }
        }
        tx.commit();
    }

    TestDb test{GetParam(), 8};

    static NewWalk walk(std::int64_t id, std::vector<OfficerId> officers, Instant from = kEvening)
    {
        return {
            .id = {id},
            .bcu = {1},
            .ward = {1},
            .time = {from, from + 1h},
            .occupied = {from - 15min, from + 1h + 30min},
            .day = kFriday,
            .officers = std::move(officers),
            .created_at = kEvening - 24h};
    }

    bool insert(NewWalk const& wanted)
    {
        Transaction tx{test.db()};
        bool const stored = insert_walk(tx, wanted);
        tx.commit();
        return stored;
    }

    std::int64_t count(std::string_view what)
    {
        Reading reading{test.db()};
        return find_value<std::int64_t>(reading, what).value();
    }
};
WT_ON_BOTH_DATABASES(WalksTest);

TEST_P(WalksTest, AnOfficerIsNeverOnTwoWalksAtOnce)
{
    EXPECT_TRUE(insert(walk(1, {kAmara, kBeth})));
    EXPECT_FALSE(insert(walk(2, {kBeth, kCara}, kEvening + 30min)));
    EXPECT_EQ(count("SELECT count(*) FROM walk"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM booking WHERE officer_id = 3"), 0);
}

TEST_P(WalksTest, TravelAndRestAreBookedToo)
{
    EXPECT_TRUE(insert(walk(1, {kAmara, kBeth})));
    EXPECT_FALSE(insert(walk(2, {kAmara, kBeth}, kEvening + 90min)));
    EXPECT_TRUE(insert(walk(3, {kAmara, kBeth}, kEvening + 105min)));
}

TEST_P(WalksTest, OnlyWomenOnDutyThatDayAreOnAWalk)
{
    EXPECT_FALSE(insert(walk(1, {kAmara, kDavid})));
    Transaction tx{test.db()};
    EXPECT_THROW(
        execute(tx, "INSERT INTO officer_duty (officer_id, day) VALUES (4, 20000)"),
        std::exception);
}

TEST_P(WalksTest, TheDatabaseRefusesAWalkThatLosesAnOfficer)
{
    ASSERT_TRUE(insert(walk(1, {kAmara, kBeth})));
    Transaction tx{test.db()};
    EXPECT_THROW(
        {
            execute(tx, "DELETE FROM walk_officer WHERE officer_id = 2");
            tx.commit();
        },
        std::exception);
}

TEST_P(WalksTest, TheDatabaseRefusesTheSameOfficerTwiceOnAWalk)
{
    ASSERT_TRUE(insert(walk(1, {kAmara, kBeth})));
    Transaction tx{test.db()};
    EXPECT_THROW(
        execute(tx, "UPDATE walk_officer SET officer_id = 1 WHERE seat = 2"), std::exception);
}

TEST_P(WalksTest, CancellingFreesTheOfficersOnce)
{
    ASSERT_TRUE(insert(walk(1, {kAmara, kBeth})));
    {
        Transaction tx{test.db()};
        EXPECT_TRUE(cancel_walk(tx, {1}));
        EXPECT_FALSE(cancel_walk(tx, {1}));
        tx.commit();
    }
    EXPECT_TRUE(insert(walk(2, {kAmara, kBeth})));
}

TEST_P(WalksTest, OfManyClientsForTheLastOfficersOneGetsThem)
{
    constexpr int kClients = 32;
    std::atomic<int> stored = 0;
    std::barrier start{kClients};
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.emplace_back([&, i] {
                auto const pair =
                    i % 2 == 0 ? std::vector{kAmara, kBeth} : std::vector{kCara, kBeth};
                start.arrive_and_wait();
                Transaction tx{test.db()};
                if (insert_walk(tx, walk(100 + i, pair, kEvening + (i % 3) * 15min))) {
                    ++stored;
                }
                tx.commit();
            });
        }
    }
    EXPECT_EQ(stored, 1);
    EXPECT_EQ(count("SELECT count(*) FROM walk"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM walk_officer"), 2);
}

} // namespace
} // namespace wt::store
