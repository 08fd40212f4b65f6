#include "app/outbox.hpp"
#include "app/own_data.hpp"
#include "app/retention.hpp"
#include "app/written_words.hpp"
#include "store/participants.hpp"
#include "store/settings.hpp"
#include "store/sql.hpp"
#include "store/work_queue.hpp"
#include "support/bare_rows.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

class RetentionTest : public AppOnBothDatabases
{
protected:
    RetentionTest() { given_force(test.db()); }

    std::int64_t count(std::string const& table)
    {
        return count_rows(test.db(), "SELECT count(*) FROM " + table);
    }

    void given(std::string const& statement)
    {
        store::Transaction tx{test.db()};
        store::execute(tx, statement);
        tx.commit();
    }

    ParticipantId ada = given_participant(test.app());
};
WT_ON_BOTH_DATABASES(RetentionTest);

TEST_P(RetentionTest, ARouteIsGoneSevenDaysAfterTheWalkAndTheAuditSaysSo)
{
    given_walk(test.app(), given_request(test.app(), ada), test.now);
    given("UPDATE request SET state = 'walked'");
    test.now += days{7} + 1h;
    run_retention(test.app());
    EXPECT_EQ(count("walk_private"), 1);
    test.now += 1ms;
    EXPECT_EQ(run_retention(test.app()).routes, 1);
    EXPECT_EQ(count("walk_private"), 0);
    EXPECT_EQ(count("request_private"), 0);
    EXPECT_EQ(count("audit WHERE action = 'erase_expired' AND subject_kind = 'walk'"), 1);
    EXPECT_EQ(run_retention(test.app()).routes, 0);
}

TEST_P(RetentionTest, ACommandUnitMayKeepRoutesForLess)
{
    given_walk(test.app(), given_request(test.app(), ada), test.now);
    store::Transaction tx{test.db()};
    store::put_setting(tx, "route_days", "1", kGivenBcu);
    tx.commit();
    test.now += days{1} + 2h;
    EXPECT_EQ(run_retention(test.app()).routes, 1);
    EXPECT_EQ(count("request_private"), 1); // not walked: her request still stands
}

TEST_P(RetentionTest, AWomanIsErasedAYearAfterHerLastWalk)
{
    auto const request = given_request(test.app(), ada);
    test.now += days{100};
    given_walk(test.app(), request, test.now);
    test.now += days{365} + 1h;
    EXPECT_EQ(run_retention(test.app()).participants, 0);
    test.now += 1ms;
    EXPECT_EQ(run_retention(test.app()).participants, 1);
    EXPECT_EQ(count("participant_key"), 0);
    EXPECT_EQ(count("participant WHERE erased_at IS NOT NULL"), 1);
    EXPECT_EQ(count("audit WHERE subject_kind = 'participant' AND reason = 'retention'"), 1);
    EXPECT_EQ(run_retention(test.app()).participants, 0);
}

TEST_P(RetentionTest, ARequestThatNobodyServedLeavesTheQueueWithHer)
{
    given_request(test.app(), ada);
    test.now += days{366};
    run_retention(test.app());
    EXPECT_EQ(count("request WHERE state = 'withdrawn'"), 1);
}

TEST_P(RetentionTest, ANewRequestKeepsHer)
{
    test.now += days{300};
    given_request(test.app(), ada);
    test.now += days{300};
    EXPECT_EQ(run_retention(test.app()).participants, 0);
}

TEST_P(RetentionTest, EndedMessagesGoAfterSevenDaysAndWaitingOnesStay)
{
    store::Transaction tx{test.db()};
    queue_message(tx, MessageKind::link_again, ada, 0, test.now);
    queue_message(tx, MessageKind::walk_proposed, ada, 0, test.now + 1h);
    auto const lease = store::take_due(tx, store::Queue::message, test.now, test.now + 1min);
    store::end_work(tx, store::Queue::message, lease.value(), store::Ending::done, test.now);
    tx.commit();
    test.now += days{7};
    EXPECT_EQ(run_retention(test.app()).rows, 0);
    test.now += 1ms;
    EXPECT_EQ(run_retention(test.app()).rows, 1);
    EXPECT_EQ(count("message WHERE state = 'waiting'"), 1);
}

TEST_P(RetentionTest, WithoutMessageDaysARemindedWomanIsStillRemindedOnce)
{
    store::Transaction tx{test.db()};
    store::put_setting(tx, "message_days", "0");
    tx.commit();
    test.app().reload();
    given_walk(test.app(), given_request(test.app(), ada), test.now + 20h);
    ASSERT_EQ(queue_reminders(test.app()), 1);
    given("UPDATE message SET state = 'done', ended_at = run_at");
    test.now += 1h;
    run_retention(test.app());
    EXPECT_EQ(queue_reminders(test.app()), 0);
}

TEST_P(RetentionTest, ExpiredSessionsInvitationsAndCodesGo)
{
    given("INSERT INTO staff (id, sign_in_name, name, role, created_at) "
          "VALUES (5, 'desk', 'Desk', 'desk', 0)");
    given("INSERT INTO staff_session (token_hash, staff_id, expires_at) VALUES ('a', 5, 1)");
    given("INSERT INTO staff_invitation (token_hash, staff_id, expires_at) VALUES ('a', 5, 1)");
    given("INSERT INTO staff_session (token_hash, staff_id, expires_at) VALUES ('b', 5, "
          "9000000000000)");
    store::Transaction tx{test.db()};
    store::put_one_time_code(tx, ada, "hash", test.now);
    tx.commit();
    EXPECT_EQ(run_retention(test.app()).rows, 3);
    EXPECT_EQ(count("staff_session"), 1);
}

TEST_P(RetentionTest, WorkThatKillsEveryWorkerIsGivenUp)
{
    store::Transaction tx{test.db()};
    queue_message(tx, MessageKind::link_again, ada, 0, test.now);
    for (int i = 0; i < store::kMostAttempts; ++i) {
        EXPECT_TRUE(store::take_due(tx, store::Queue::message, test.now, test.now + 1min));
        test.now += 1min;
    }
    EXPECT_FALSE(store::take_due(tx, store::Queue::message, test.now, test.now + 1min));
    tx.commit();
    run_retention(test.app());
    EXPECT_EQ(count("message WHERE state = 'failed'"), 1);
}

/// Looks for what was sealed of one woman, and for her key, in the files of SQLite themselves.
class RetentionInFiles : public testing::Test
{
protected:
    RetentionInFiles() { given_force(test.db()); }

    std::string text_of(std::string const& query)
    {
        store::Reading reading{test.db()};
        return store::find_value<std::string>(reading, query).value();
    }
    bool is_found(std::string const& text)
    {
        auto const file = text_of("SELECT file FROM pragma_database_list");
        std::string bytes;
        for (auto const* const suffix : {"", "-wal"}) {
            std::ifstream in{file + suffix, std::ios::binary};
            bytes.append(std::istreambuf_iterator<char>{in}, {});
        }
        // A page may hold the beginning only; the rest then stands in an overflow page.
        return bytes.find(text.substr(0, 40)) != std::string::npos;
    }

    TestApp test;
};

TEST_F(RetentionInFiles, NothingOfAnErasedWomanIsLeft)
{
    given_request(test.app(), given_participant(test.app()));
    auto const sealed = text_of("SELECT sealed FROM participant_private");
    EXPECT_TRUE(is_found(sealed));
    test.now += days{366};
    run_retention(test.app());
    EXPECT_FALSE(is_found(sealed));
}

TEST_F(RetentionInFiles, NothingOfHerIsLeftTheMomentSheErasesHerself)
{
    auto const words = make_written_words();
    auto const token = token_of_words(test.app(), words);
    given_request(
        test.app(),
        given_participant(
            test.app(), {.name = "Ada", .contact = {}, .token = token, .words = words}));
    auto const she = require_participant(test.app(), token);
    std::vector<std::string> const hers{
        text_of("SELECT sealed FROM participant_private"),
        text_of("SELECT sealed FROM request_private"),
        text_of("SELECT wrapped FROM participant_key"),
        text_of("SELECT link_hash FROM participant_key")};
    for (auto const& text : hers) {
        EXPECT_TRUE(is_found(text));
    }
    send_code(test.app(), she);
    erase_own_data(test.app(), she, words);
    for (auto const& text : hers) {
        EXPECT_FALSE(is_found(text));
    }
}

} // namespace
} // namespace wt::app
